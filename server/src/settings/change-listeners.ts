import type { Core } from '@strapi/strapi';

import type { Settings } from '../../../contracts/settings';

/** The settings after a save, without the pause, which is read separately where it is needed. */
export type SavedSettings = Omit<Settings, 'paused'>;

export type SettingsListener = (
  after: SavedSettings,
  before: SavedSettings
) => Promise<void> | void;

const listeners = new WeakMap<Core.Strapi, SettingsListener[]>();

/** Calls the listener after each save, by anybody, and before the save is answered. */
export function onSettingsSaved(strapi: Core.Strapi, listener: SettingsListener): void {
  listeners.set(strapi, [...(listeners.get(strapi) ?? []), listener]);
}

/** @throws what a listener throws; the settings are saved, but later listeners do not run */
export async function tellSettingsSaved(
  strapi: Core.Strapi,
  after: SavedSettings,
  before: SavedSettings
): Promise<void> {
  for (const listener of listeners.get(strapi) ?? []) await listener(after, before);
}
