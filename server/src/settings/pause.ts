import type { Core } from '@strapi/strapi';

import type { SitePause } from '../../../contracts/settings';
import type { StoredSettings } from './schema';
import { changeStored, readStored } from './storage';

/**
 * The kill switch has its own key in Strapi's store, so that saving, importing or restoring other
 * settings never lifts the pause.
 */
export const PAUSE_KEY = 'pause';
export const SETTINGS_KEY = 'settings';

/** Stored under `pause`. Without it, the configuration decides. */
export interface StoredPause {
  paused: boolean;
  by: string;
  at: string;
}

/** Stored under `settings`. Older versions of the plugin also stored the pause in it. */
export interface StoredSettingsValue {
  settings: StoredSettings;
  pausedBy?: SitePause;
}

export interface PauseFacts {
  /** Undefined if nobody has ever set it. */
  paused: boolean | undefined;
  pausedBy?: SitePause;
}

/**
 * The site is paused if one of the two places says so: a node with an older version may run at the
 * same time.
 */
export function pauseOf(
  pause: Partial<StoredPause> | undefined | null,
  stored: Partial<StoredSettingsValue> | undefined | null
): PauseFacts {
  if (pause?.paused) return { paused: true, pausedBy: signature(pause) };
  const old = stored?.settings?.paused;
  if (old) return { paused: true, pausedBy: stored?.pausedBy };
  return { paused: pause?.paused ?? old };
}

/** Pauses all sharing, or lifts the pause. A second pause keeps the name of the first person. */
export async function setPause(strapi: Core.Strapi, paused: boolean, by: string): Promise<void> {
  await moveOldPause(strapi);
  const now = { paused, by, at: new Date().toISOString() };
  await changeStored<StoredPause>(strapi, PAUSE_KEY, (before) =>
    paused && before.paused ? { ...now, ...signature(before) } : now
  );
}

/** Moves a pause from an older version to its own key. Runs at each start. */
export async function moveOldPause(strapi: Core.Strapi): Promise<void> {
  const stored = (await readStored(strapi, [SETTINGS_KEY]))[SETTINGS_KEY] as
    Partial<StoredSettingsValue> | undefined | null;
  const old = stored?.settings?.paused;
  if (old === undefined) return;

  const moved = { paused: old, by: 'The site', at: new Date().toISOString(), ...stored?.pausedBy };
  await changeStored<StoredPause>(strapi, PAUSE_KEY, (before) =>
    before.paused === undefined || (old && !before.paused) ? moved : (before as StoredPause)
  );
  await changeStored<StoredSettingsValue>(strapi, SETTINGS_KEY, ({ settings = {} }) => {
    const { paused: _paused, ...rest } = settings;
    return { settings: rest };
  });
}

function signature({ by, at }: Partial<StoredPause>): SitePause {
  return { by: by ?? 'The site', at: at ?? new Date(0).toISOString() };
}
