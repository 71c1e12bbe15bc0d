import type { RefObject } from 'react';

import type { Link } from '../../../../contracts/links';
import { useCopy } from '../../ui/useCopy';
import { useTranslate } from '../../utils/translations';
import { useClosedWord } from './ClosedReasons';

/** Copies the address of a link from a field, and says so if visitors can't open it now. */
export function useCopyAddress(
  link: Pick<Link, 'closedBy'>,
  field: RefObject<HTMLInputElement | HTMLTextAreaElement>,
  done?: string
) {
  const t = useTranslate();
  const closedWord = useClosedWord();
  const [reason] = link.closedBy;

  return useCopy(field, {
    done: done ?? t('link.copy.done'),
    warning: reason ? t('link.copy.closed', { reason: closedWord(reason) }) : null,
  });
}
