import type { Link } from '../../../../contracts/links';
import { useNotify } from '../../ui/useNotify';
import { useTranslate } from '../../utils/translations';
import { useChangeLink } from './api';
import type { LinkVerb } from './api';

/** Does something to a link at once, and says whether it worked. */
export function useLinkVerb() {
  const t = useTranslate();
  const notify = useNotify();
  const changeLink = useChangeLink();

  return async (link: Link, verb: Exclude<LinkVerb, 'rotate'>) => {
    const answer = await changeLink({ id: link.id, verb });
    if ('error' in answer) notify.failure(answer.error);
    else notify.success(t(`link.${verb}.done`));
  };
}
