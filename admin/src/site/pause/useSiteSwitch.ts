import * as React from 'react';

import type { Link } from '../../../../contracts/links';
import type { SitePause } from '../../../../contracts/settings';
import { useSettings } from '../../settings/api';
import { useEntrySharingQuery } from '../../links/link/api';
import { useSettingsAccess } from '../../utils/access';

export interface SiteSwitch {
  /** Undefined until it is known. */
  isPaused: boolean | undefined;
  /** Who paused all sharing, and when; null where the configuration did, or nobody. */
  pause: SitePause | null;
  canSwitch: boolean;
  isLocked: boolean;
  isAsking: boolean;
  ask: () => void;
  stopAsking: () => void;
}

/** The kill switch of the site, as far as the person may know about it. */
export function useSiteSwitch(anyLink: Link | undefined): SiteSwitch {
  const { canRead, canUpdate } = useSettingsAccess();
  const { answer } = useSettings({ skip: !canRead });
  const entryPause = useEntryPause(canRead ? undefined : anyLink);
  const [isAsking, setAsking] = React.useState(false);

  const pause = answer ? answer.meta.sitePaused : entryPause;
  const isLocked = answer?.meta.locked.includes('paused') ?? false;
  return {
    isPaused: canRead ? answer?.data.paused : pause !== null,
    pause,
    canSwitch: canUpdate && answer !== undefined && !isLocked,
    isLocked,
    isAsking,
    ask: () => setAsking(true),
    stopAsking: () => setAsking(false),
  };
}

/** Those who may not read the settings learn it where any entry of theirs says so. */
function useEntryPause(link: Link | undefined): SitePause | null {
  const entry = link && {
    uid: link.contentType,
    documentId: link.documentId,
    locale: link.locale ?? undefined,
  };
  return useEntrySharingQuery(entry ?? null).sharing?.sitePaused ?? null;
}
