import type { Core } from '@strapi/strapi';

import { PLUGIN_ID } from '../../../contracts/permissions';
import type { ContentTypeSettings, Settings } from '../../../contracts/settings';
import type { PluginConfig } from '../config';
import { refuseField } from '../errors';
import { shareableUids } from '../permissions';
import { validate } from '../validation';
import { storedSettingsSchema } from './schema';
import type { StoredSettings } from './schema';

const TYPE_DEFAULTS: ContentTypeSettings = { enabled: true, mode: 'multiple' };

export function pluginConfig(strapi: Core.Strapi): PluginConfig & { prefix: string } {
  return strapi.config.get(`plugin::${PLUGIN_ID}`);
}

/**
 * Read from the database on each call, so that a change holds on the very next request on every
 * node of a cluster.
 */
export async function getSettings(strapi: Core.Strapi): Promise<Settings> {
  const configured = pluginConfig(strapi);
  const stored = (await settingsStore(strapi).get({ key: 'settings' })) as StoredSettings | null;

  const contentTypes = Object.fromEntries(
    shareableUids(strapi).map((uid) => [
      uid,
      { ...TYPE_DEFAULTS, ...configured.contentTypes?.[uid], ...stored?.contentTypes?.[uid] },
    ])
  );
  return {
    contentTypes,
    ownerOnly: stored?.ownerOnly ?? configured.ownerOnly ?? false,
    publicUrl: stored?.publicUrl ?? configured.publicUrl ?? null,
  };
}

/**
 * Keeps what the body names and leaves the rest as it is.
 *
 * @throws Refused `invalid` for unknown settings, unknown types and values out of range
 */
export async function updateSettings(strapi: Core.Strapi, input: unknown): Promise<Settings> {
  const change = validate(storedSettingsSchema, input);
  const known = shareableUids(strapi);
  for (const uid of Object.keys(change.contentTypes ?? {})) {
    if (!known.includes(uid)) refuseField('contentTypes', `Unknown content type: ${uid}`);
  }

  const store = settingsStore(strapi);
  const stored = ((await store.get({ key: 'settings' })) ?? {}) as StoredSettings;
  const contentTypes = { ...stored.contentTypes };
  for (const [uid, settings] of Object.entries(change.contentTypes ?? {})) {
    contentTypes[uid] = { ...contentTypes[uid], ...settings };
  }
  await store.set({ key: 'settings', value: { ...stored, ...change, contentTypes } });
  return getSettings(strapi);
}

function settingsStore(strapi: Core.Strapi) {
  return strapi.store!({ type: 'plugin', name: PLUGIN_ID });
}

/** Settings for code of the site. */
export function settingsService({ strapi }: { strapi: Core.Strapi }) {
  return {
    get: () => getSettings(strapi),
    update: (input: unknown) => updateSettings(strapi, input),
  };
}
