import * as React from 'react';

import { useNotify } from '../../ui/useNotify';
import { useRevealPassword } from './api';
import type { PasswordAnswer } from './api';

export interface Reveal extends PasswordAnswer {
  isShown: boolean;
  isBusy: boolean;
  toggle: () => void;
}

/** Reads the password of a link on request. The link's timeline records every reading. */
export function useReveal(linkId: number): Reveal {
  const notify = useNotify();
  const revealPassword = useRevealPassword();
  const [answer, setAnswer] = React.useState<PasswordAnswer | null>(null);
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
    else notify.failure(revealed.error);
    setBusy(false);
  }

  return {
    isShown: answer !== null,
    isBusy,
    password: answer?.password ?? null,
    toggle: () => void toggle(),
  };
}
