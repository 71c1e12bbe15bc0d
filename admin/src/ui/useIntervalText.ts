import { useTranslate } from '../utils/translations';

/** Writes an interval in the person's language: `Every 30 seconds`, `Every minute`. */
export function useIntervalText() {
  const t = useTranslate();
  return (seconds: number): string =>
    seconds >= 60 && seconds % 60 === 0
      ? t('rules.refresh.inMinutes', { count: seconds / 60 })
      : t('rules.refresh.inSeconds', { count: seconds });
}
