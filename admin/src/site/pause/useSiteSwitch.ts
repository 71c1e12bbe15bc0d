import * as React from 'react';

import type { Link } from '../../../../contracts/links';
import type { SitePause } from '../../../../contracts/settings';
import { addressOf, useSettings } from '../../api';
import { useEntrySharingQuery } from '../../links/link/api';
import { useSettingsAccess } from '../../utils/access';

export interface SiteSwitch {
  /** Undefined until the server has answered. */
  isPaused: boolean | undefined;
  /** Who paused all sharing, and when; null if nobody did, or the configuration file. */
  pause: SitePause | null;
  canSwitch: boolean;
  isLocked: boolean;
  /** What the person is asked to confirm; null if nobody is asked. */
  asked: 'pause' | 'resume' | null;
  ask: () => void;
  stopAsking: () => void;
}

/** Returns the state of the kill switch, as far as the person may know it. */
export function useSiteSwitch(anyLink: Link | undefined): SiteSwitch {
  const { canRead, canUpdate } = useSettingsAccess();
  const { answer } = useSettings({ skip: !canRead });
  const entryPause = useEntryPause(canRead ? undefined : anyLink);
  const [asked, setAsked] = React.useState<SiteSwitch['asked']>(null);

  const pause = answer ? answer.meta.sitePaused : entryPause;
  const isLocked = answer?.meta.locked.includes('paused') ?? false;
  const isPaused = canRead ? answer?.data.paused : pause !== null;
  return {
    isPaused,
    pause,
    canSwitch: canUpdate && answer !== undefined && !isLocked,
    isLocked,
    asked,
    ask: () => setAsked(isPaused ? 'resume' : 'pause'),
    stopAsking: () => setAsked(null),
  };
}

/** A person who may not read the settings learns of the pause from any of their entries. */
function useEntryPause(link: Link | undefined): SitePause | null {
  return useEntrySharingQuery(link ? addressOf(link) : null).sharing?.sitePaused ?? null;
}
