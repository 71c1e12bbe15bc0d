import { useNotification } from '@strapi/strapi/admin';

import { useErrorText } from '../api';
import type { RequestError } from '../api';

/** Shows a notification of Strapi about a success, a failure or something between. */
export function useNotify() {
  const { toggleNotification } = useNotification();
  const errorText = useErrorText();

  return {
    /** With a link if there is something to click. */
    hint: (message: string, link?: { url: string; label: string; target: string }) =>
      toggleNotification({ type: 'warning', message, link }),
    success: (message: string) => toggleNotification({ type: 'success', message }),
    warning: (message: string) => toggleNotification({ type: 'warning', message }),
    failure: (reason: RequestError | string) =>
      toggleNotification({
        type: 'danger',
        message: typeof reason === 'string' ? reason : errorText(reason),
      }),
  };
}
