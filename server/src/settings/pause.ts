import type { Core } from '@strapi/strapi';

import type { SitePause } from '../../../contracts/settings';
import type { StoredSettings } from './schema';
import { changeStored, readStored } from './storage';

/**
 * The kill switch has a key of its own in Strapi's store, so that nothing that is done to other
 * settings, saving, importing or restoring them, can lift it.
 */
export const PAUSE_KEY = 'pause';
export const SETTINGS_KEY = 'settings';

/** Under `pause`. Where there is none the configuration decides. */
export interface StoredPause {
  paused: boolean;
  by: string;
  at: string;
}

/** Under `settings`. Older versions of the plugin have kept the pause in it, too. */
export interface StoredSettingsValue {
  settings: StoredSettings;
  pausedBy?: SitePause;
}

export interface PauseFacts {
  /** Undefined where nobody has ever said. */
  paused: boolean | undefined;
  pausedBy?: SitePause;
}

/** Paused in either place is paused: a node of an older version may be running beside this one. */
export function pauseOf(
  pause: Partial<StoredPause> | undefined | null,
  stored: Partial<StoredSettingsValue> | undefined | null
): PauseFacts {
  if (pause?.paused) return { paused: true, pausedBy: signature(pause) };
  const old = stored?.settings?.paused;
  if (old) return { paused: true, pausedBy: stored?.pausedBy };
  return { paused: pause?.paused ?? old };
}

/** Pauses all sharing, or lifts the pause. Who paused first stays the one who did. */
export async function setPause(strapi: Core.Strapi, paused: boolean, by: string): Promise<void> {
  await moveOldPause(strapi);
  const now = { paused, by, at: new Date().toISOString() };
  await changeStored<StoredPause>(strapi, PAUSE_KEY, (before) =>
    paused && before.paused ? { ...now, ...signature(before) } : now
  );
}

/** Gives a pause that an older version has stored its own key. Called at each start. */
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
