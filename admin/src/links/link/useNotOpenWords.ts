import type { Link } from '../../../../contracts/links';
import { useTranslate } from '../../utils/translations';

/** Says why visitors can't open a link now: `this link is paused`; null if they can. */
export function useNotOpenWords() {
  const t = useTranslate();

  return ({ state }: Pick<Link, 'state'>): string | null =>
    state === 'active' ? null : t(`link.notOpen.${state}`);
}
