import { useAPIErrorHandler, useNotification } from '@strapi/strapi/admin';

import type { Link } from '../../../../contracts/links';
import { useTranslate } from '../../utils/translations';
import { useChangeLink } from './api';
import type { LinkVerb } from './api';

/** Does something to a link at once, and says how it went. */
export function useLinkVerb() {
  const t = useTranslate();
  const { toggleNotification } = useNotification();
  const { _unstableFormatAPIError: formatError } = useAPIErrorHandler();
  const changeLink = useChangeLink();

  return async (link: Link, verb: Exclude<LinkVerb, 'rotate'>) => {
    const answer = await changeLink({ id: link.id, verb });
    if ('error' in answer) {
      toggleNotification({ type: 'danger', message: formatError(answer.error) });
      return;
    }
    toggleNotification({ type: 'success', message: t(`link.${verb}.done`) });
  };
}
