import * as React from 'react';

import { useAPIErrorHandler, useNotification } from '@strapi/strapi/admin';

import { useUpdateSettings } from '../../settings/api';
import { useTranslate } from '../../utils/translations';
import { AskDialog } from '../../ui/dialog/AskDialog';
import type { SiteSwitch } from './useSiteSwitch';

/** Says what the kill switch does before it does it. */
export function PauseDialog({ siteSwitch }: { siteSwitch: SiteSwitch }) {
  const t = useTranslate();
  const { toggleNotification } = useNotification();
  const { _unstableFormatAPIError: formatError } = useAPIErrorHandler();
  const updateSettings = useUpdateSettings();
  const { isPaused, isAsking, stopAsking } = siteSwitch;
  const action = useFrozen(isPaused ? 'resume' : 'pause', isAsking);

  async function confirm() {
    const answer = await updateSettings({ paused: action === 'pause' });
    toggleNotification(
      'data' in answer
        ? { type: 'success', message: t(`site.${action}.done`) }
        : { type: 'danger', message: formatError(answer.error) }
    );
    stopAsking();
  }

  return (
    <AskDialog
      isOpen={isAsking}
      title={t(`site.${action}`)}
      confirmLabel={t(`site.${action}`)}
      isDangerous={action === 'pause'}
      onConfirm={confirm}
      onClose={stopAsking}
      returnFocus={() => document.querySelector<HTMLElement>('[data-site-switch]')?.focus()}
    >
      {t(`site.${action}.question`)}
    </AskDialog>
  );
}

/** What it was when the dialog opened, also while it fades out. */
function useFrozen<Value>(value: Value, isOpen: boolean): Value {
  const frozen = React.useRef({ value, isOpen });
  if (isOpen && !frozen.current.isOpen) frozen.current.value = value;
  frozen.current.isOpen = isOpen;
  return frozen.current.value;
}
