import type { Link } from '../../../../contracts/links';
import { useTranslate } from '../../utils/translations';

/** Says why visitors can't open a link now: `this link is paused`; null if they can. */
export function useNotOpenWords() {
  const t = useTranslate();

  return ({ closedBy: [first] }: Pick<Link, 'closedBy'>): string | null =>
    first ? t(`link.notOpen.${first}`) : null;
}
