import * as React from 'react';

import { useSettingsEffects, useUpdateSettings } from '../../api';
import { ConfirmDialog } from '../../ui/dialog/ConfirmDialog';
import { useLatch } from '../../ui/dialog/useLatch';
import { useNotify } from '../../ui/useNotify';
import { useTranslate } from '../../utils/translations';
import type { SiteSwitch } from './useSiteSwitch';

/** Asks before it pauses or resumes all sharing of the site. */
export function PauseDialog({ siteSwitch: { asked, stopAsking } }: { siteSwitch: SiteSwitch }) {
  const t = useTranslate();
  const notify = useNotify();
  const updateSettings = useUpdateSettings();
  const action = useLatch(asked) ?? 'pause';

  const count = useOpenLinks(asked === 'pause');

  async function confirm() {
    const answer = await updateSettings({ paused: action === 'pause' });
    if ('data' in answer) notify.success(t(`site.${action}.done`));
    else notify.failure(answer.error);
    stopAsking();
  }

  return (
    <ConfirmDialog
      isOpen={asked !== null}
      title={t(`site.${action}`)}
      confirmLabel={t(`site.${action}`)}
      isDangerous={action === 'pause'}
      onConfirm={confirm}
      onClose={stopAsking}
      returnFocus={() => document.querySelector<HTMLElement>('[data-site-switch]')?.focus()}
    >
      {action === 'pause' && count !== null
        ? `${t('site.pause.count', { count })} ${t('site.pause.question')}`
        : t(`site.${action}.question`)}
    </ConfirmDialog>
  );
}

/** Asks the server how many links open now, each time that the dialog opens. */
function useOpenLinks(isAsked: boolean): number | null {
  const askEffects = useSettingsEffects();
  const [count, setCount] = React.useState<number | null>(null);

  React.useEffect(() => {
    if (!isAsked) return undefined;
    let isOver = false;
    setCount(null);
    void askEffects({ paused: true }).then((answer) => {
      if (!isOver && 'data' in answer) setCount(answer.data.closed);
    });
    return () => {
      isOver = true;
    };
  }, [isAsked, askEffects]);

  return count;
}
