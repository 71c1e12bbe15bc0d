import type { PolicySource } from '../../../contracts/entries';
import { useTranslate } from '../utils/translations';

/** Says which policy applies to an entry and which entry or type sets it: `Off, as “Handbook”`. */
export function useSourceWords() {
  const t = useTranslate();

  return ({ effective, from, parentTitle }: PolicySource): string => {
    const level = t(`policy.${effective}`);
    if (from === 'entry') return level;
    if (from === 'type') return t('policy.as.type', { level });
    return parentTitle === null
      ? t('policy.as.above', { level })
      : t('policy.as.entry', { title: parentTitle, level });
  };
}
