import type { Core } from '@strapi/strapi';

import type { Settings } from '../../../contracts/settings';

/** What a save has made of the settings. The pause is not among them: it is read where it counts. */
export type SavedSettings = Omit<Settings, 'paused'>;

export type SettingsListener = (
  after: SavedSettings,
  before: SavedSettings
) => Promise<void> | void;

const listeners = new WeakMap<Core.Strapi, SettingsListener[]>();

/** Calls back after each save, whoever saved, and before it is answered. */
export function onSettingsSaved(strapi: Core.Strapi, listener: SettingsListener): void {
  listeners.set(strapi, [...(listeners.get(strapi) ?? []), listener]);
}

/** @throws what a listener throws: the settings are saved, but not all that follows is done */
export async function tellSettingsSaved(
  strapi: Core.Strapi,
  after: SavedSettings,
  before: SavedSettings
): Promise<void> {
  for (const listener of listeners.get(strapi) ?? []) await listener(after, before);
}
