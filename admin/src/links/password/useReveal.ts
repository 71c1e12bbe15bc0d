import * as React from 'react';

import { useAPIErrorHandler, useNotification } from '@strapi/strapi/admin';

import { useRevealPassword } from '../link/api';

export interface Reveal {
  isShown: boolean;
  isBusy: boolean;
  /** Null where it can't be read back. */
  password: string | null;
  toggle: () => void;
}

/** Reads the password of a link when asked to; every reading is in the link's timeline. */
export function useReveal(linkId: number): Reveal {
  const { toggleNotification } = useNotification();
  const { _unstableFormatAPIError: formatError } = useAPIErrorHandler();
  const revealPassword = useRevealPassword();
  const [answer, setAnswer] = React.useState<{ password: string | null } | null>(null);
  const [isBusy, setBusy] = React.useState(false);

  async function toggle() {
    if (isBusy) return;
    if (answer) {
      setAnswer(null);
      return;
    }
    setBusy(true);
    const revealed = await revealPassword(linkId);
    if ('data' in revealed) setAnswer(revealed.data);
    else toggleNotification({ type: 'danger', message: formatError(revealed.error) });
    setBusy(false);
  }

  return {
    isShown: answer !== null,
    isBusy,
    password: answer?.password ?? null,
    toggle: () => void toggle(),
  };
}
