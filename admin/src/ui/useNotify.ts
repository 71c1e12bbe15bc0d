import { useNotification } from '@strapi/strapi/admin';

import { useErrorText } from '../api';
import type { RequestError } from '../api';

/** Shows a notification of Strapi about a success or a failure. */
export function useNotify() {
  const { toggleNotification } = useNotification();
  const errorText = useErrorText();

  return {
    success: (message: string) => toggleNotification({ type: 'success', message }),
    failure: (reason: RequestError | string) =>
      toggleNotification({
        type: 'danger',
        message: typeof reason === 'string' ? reason : errorText(reason),
      }),
  };
}
