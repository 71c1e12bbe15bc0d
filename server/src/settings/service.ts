import { isDeepStrictEqual } from 'node:util';

import type { Core } from '@strapi/strapi';

import { PLUGIN_ID } from '../../../contracts/permissions';
import { replacedDefault } from '../../../contracts/settings';
import type {
  ContentTypeSettings,
  Settings,
  SettingsAnswer,
  SitePause,
} from '../../../contracts/settings';
import { refuseField } from '../core/errors';
import { refuseFields, validate } from '../core/validation';
import { shareableUids } from '../schema/shareable-types';
import { tellSettingsSaved } from './change-listeners';
import type { PluginConfig } from './config';
import { typeProblems } from './known-types';
import { PAUSE_KEY, SETTINGS_KEY, pauseOf, setPause } from './pause';
import type { StoredPause, StoredSettingsValue } from './pause';
import { relationChoices } from './relations';
import { DEFAULT_SETTINGS, storedSettingsSchema } from './schema';
import type { StoredSettings } from './schema';
import { changeStored, readStored } from './storage';

const TYPE_DEFAULTS: ContentTypeSettings = {
  enabled: true,
  mode: 'multiple',
  level: 'view',
  relations: {},
  parent: null,
};

/** Settings with parts: a change of one part keeps the others. */
const GROUPS = ['branding', 'visits', 'limits'] as const;

/** The stored settings, and who paused the site when. */
interface Stored {
  settings: StoredSettings;
  pausedBy?: SitePause;
}

export function pluginConfig(strapi: Pick<Core.Strapi, 'config'>): PluginConfig {
  return strapi.config.get(`plugin::${PLUGIN_ID}`);
}

/**
 * Reads the settings from the database on each call, so that a change applies to the next request
 * on every node.
 */
export async function getSettings(strapi: Core.Strapi): Promise<Settings> {
  const settings = merge(strapi, await readSettings(strapi));
  lastRead.set(strapi, { at: Date.now(), settings });
  return settings;
}

const lastRead = new WeakMap<Core.Strapi, { at: number; settings: Settings }>();
const KNOWN_FOR_MS = 30_000;

/**
 * Returns settings that are a few seconds old without a query. They are good enough for the look of
 * a refusal.
 */
export async function knownSettings(strapi: Core.Strapi): Promise<Settings> {
  const known = lastRead.get(strapi);
  if (known && Date.now() - known.at < KNOWN_FOR_MS) return known.settings;
  const reading = beingRead.get(strapi) ?? getSettings(strapi);
  beingRead.set(strapi, reading);
  try {
    return await reading;
  } finally {
    beingRead.delete(strapi);
  }
}

/** A burst of requests reads the settings once. */
const beingRead = new WeakMap<Core.Strapi, Promise<Settings>>();

/** Returns the settings as they were last read, for when the database fails. */
export function lastSettings(strapi: Core.Strapi): Settings {
  return lastRead.get(strapi)?.settings ?? merge(strapi, { settings: {} });
}

/** Who paused all sharing. Returns null if it is not paused. */
export async function sitePause(
  strapi: Core.Strapi,
  settings: Settings
): Promise<SitePause | null> {
  if (!settings.paused) return null;
  const { pausedBy } = await readSettings(strapi);
  return pausedBy ?? { by: 'The configuration', at: new Date(0).toISOString() };
}

/** The settings, with everything that their page needs. */
export async function describeSettings(
  strapi: Core.Strapi,
  more: Pick<SettingsAnswer['meta'], 'withoutPassword' | 'status'>
): Promise<SettingsAnswer> {
  const settings = await getSettings(strapi);
  const names = shareableUids(strapi).map((uid) => {
    const { info } = strapi.getModel(uid as 'api::x.x') as { info: { displayName: string } };
    return [uid, info.displayName];
  });
  return {
    data: settings,
    meta: {
      locked: pluginConfig(strapi).locked ?? [],
      sitePaused: await sitePause(strapi, settings),
      typeNames: Object.fromEntries(names) as Record<string, string>,
      relations: relationChoices(strapi),
      ...more,
    },
  };
}

/**
 * Saves the settings that the body names, and keeps the others.
 *
 * @throws Refused `invalid` for unknown settings, unknown types, values out of range and settings
 *   that the configuration has locked
 */
export async function updateSettings(
  strapi: Core.Strapi,
  input: unknown,
  by: string
): Promise<Settings> {
  const change = await checkedChange(strapi, input);
  const { paused, ...rest } = change;
  // A pause comes first and its end comes last, so that nothing opens before the other changes.
  if (paused) await setPause(strapi, true, by);
  if (Object.keys(rest).length > 0) await saveSettings(strapi, rest);
  if (paused === false) await setPause(strapi, false, by);
  return getSettings(strapi);
}

/** The settings now, and as they would be after a change. Refuses like `updateSettings`. */
export async function plannedSettings(
  strapi: Core.Strapi,
  input: unknown
): Promise<{ before: Settings; after: Settings }> {
  const change = await checkedChange(strapi, input);
  const before = await getSettings(strapi);
  const contentTypes = mergeTypes(before.contentTypes, change.contentTypes);
  return { before, after: { ...before, ...change, contentTypes } as Settings };
}

async function checkedChange(strapi: Core.Strapi, input: unknown): Promise<StoredSettings> {
  const change = validate(storedSettingsSchema, input);
  const problems = typeProblems(strapi, change.contentTypes ?? {});
  if (problems.length > 0) refuseFields(problems);
  await dropLocked(strapi, change);
  await refuseEndless(strapi, change);
  return change;
}

async function saveSettings(
  strapi: Core.Strapi,
  change: Omit<StoredSettings, 'paused'>
): Promise<void> {
  const { before, after } = await changeStored<StoredSettingsValue>(
    strapi,
    SETTINGS_KEY,
    ({ settings: before = {}, ...rest }) => ({
      ...rest,
      settings: {
        ...before,
        ...change,
        contentTypes: mergeTypes(before.contentTypes, change.contentTypes),
        ...groupsOf(before, change),
      },
    })
  );
  await tellSettingsSaved(
    strapi,
    merge(strapi, { settings: after.settings }),
    merge(strapi, { settings: before.settings ?? {} })
  );
}

/** A body may contain locked settings if it does not change them. */
async function dropLocked(strapi: Core.Strapi, change: StoredSettings): Promise<void> {
  const named = (pluginConfig(strapi).locked ?? []).filter((name) => name in change);
  if (named.length === 0) return;
  const before = await getSettings(strapi);
  const after = {
    ...before,
    ...change,
    contentTypes: mergeTypes(before.contentTypes, change.contentTypes),
    ...groupsOf(before, change),
  };
  for (const name of named) {
    if (!isDeepStrictEqual(after[name], before[name])) {
      refuseField(name, 'This setting is fixed in config/plugins');
    }
    delete change[name];
  }
}

/** Refuses a default without an end where every link must have one. */
async function refuseEndless(strapi: Core.Strapi, change: StoredSettings): Promise<void> {
  const named = ENDLESS.filter((name) => change[name] !== undefined);
  if (named.length === 0) return;
  const after = { ...(await getSettings(strapi)), ...change };
  if (after.maxExpiryDays !== null || replacedDefault(after) === null) return;
  const isFixed = pluginConfig(strapi).locked?.includes('defaultExpiry');
  refuseField(
    isFixed ? named[0]! : 'defaultExpiry',
    'Links must have an end, so the default can’t be never; choose how long new links last'
  );
}

const ENDLESS = ['defaultExpiry', 'allowNever', 'maxExpiryDays'] as const;

function merge(strapi: Core.Strapi, { settings }: Stored): Settings {
  const {
    prefix: _prefix,
    redis: _redis,
    limiterStore: _limiterStore,
    stylesheet: _stylesheet,
    uninstall: _uninstall,
    locked = [],
    ...configured
  } = pluginConfig(strapi);
  const free = Object.fromEntries(
    Object.entries(settings).filter(([name]) => !locked.includes(name as keyof Settings))
  ) as StoredSettings;
  const types = mergeTypes(configured.contentTypes, free.contentTypes);
  return {
    ...DEFAULT_SETTINGS,
    ...configured,
    ...free,
    contentTypes: Object.fromEntries(
      shareableUids(strapi).map((uid) => [uid, { ...TYPE_DEFAULTS, ...types[uid] }])
    ),
    ...(groupsOf(DEFAULT_SETTINGS, configured, free) as Pick<Settings, (typeof GROUPS)[number]>),
  };
}

function groupsOf(...layers: StoredSettings[]): Pick<StoredSettings, (typeof GROUPS)[number]> {
  const merged = GROUPS.map((name) => [name, Object.assign({}, ...layers.map((at) => at[name]))]);
  return Object.fromEntries(merged) as Pick<StoredSettings, (typeof GROUPS)[number]>;
}

type Types = NonNullable<StoredSettings['contentTypes']>;

function mergeTypes(before: Types = {}, after: Types = {}): Types {
  const merged = { ...before };
  for (const [uid, settings] of Object.entries(after)) {
    merged[uid] = { ...merged[uid], ...settings };
  }
  return merged;
}

/** Reads settings and pause with one query, because each public request needs both. */
async function readSettings(strapi: Core.Strapi): Promise<Stored> {
  const stored = await readStored(strapi, [SETTINGS_KEY, PAUSE_KEY]);
  const value = stored[SETTINGS_KEY] as Partial<StoredSettingsValue> | null | undefined;
  const { paused, pausedBy } = pauseOf(stored[PAUSE_KEY] as Partial<StoredPause> | null, value);
  const { paused: _old, ...settings } = value?.settings ?? {};
  return { settings: { ...settings, ...(paused === undefined ? {} : { paused }) }, pausedBy };
}

export type SettingsService = ReturnType<typeof settingsService>;

/** Settings for code of the site. */
export function settingsService({ strapi }: { strapi: Core.Strapi }) {
  return {
    get: () => getSettings(strapi),
    update: (input: unknown, by = 'The site') => updateSettings(strapi, input, by),
  };
}
