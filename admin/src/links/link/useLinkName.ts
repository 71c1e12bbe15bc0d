import type { Link } from '../../../../contracts/links';
import { useTranslate } from '../../utils/translations';

/**
 * What a link is called where it has to be told from the others: its name, or its token's start.
 */
export function useLinkName() {
  const t = useTranslate();
  return (link: Link): string => link.label || t('link.unnamed.hint', { hint: link.tokenHint });
}
