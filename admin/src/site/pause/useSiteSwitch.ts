import * as React from 'react';

import type { Link } from '../../../../contracts/links';
import type { SitePause } from '../../../../contracts/settings';
import { addressOf, useSettings } from '../../api';
import { useEntrySharingQuery } from '../../links/link/api';
import { useSettingsAccess } from '../../utils/access';

export interface SiteSwitch {
  /** Undefined until it is known. */
  isPaused: boolean | undefined;
  /** Who paused all sharing, and when; null where the configuration did, or nobody. */
  pause: SitePause | null;
  canSwitch: boolean;
  isLocked: boolean;
  /** What the person is asked to confirm; null while nobody is asked. */
  asked: 'pause' | 'resume' | null;
  ask: () => void;
  stopAsking: () => void;
}

/** The kill switch of the site, as far as the person may know about it. */
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

/** Those who may not read the settings learn it where any entry of theirs says so. */
function useEntryPause(link: Link | undefined): SitePause | null {
  return useEntrySharingQuery(link ? addressOf(link) : null).sharing?.sitePaused ?? null;
}
