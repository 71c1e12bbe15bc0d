import type { PolicySource } from '../../../contracts/entries';
import { useTranslate } from '../utils/translations';

/** What holds for an entry and where that comes from: `As “Handbook”: Off`. */
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
