import type { Core } from '@strapi/strapi';

import type { Settings, SettingsEffects } from '../../../../contracts/settings';
import { pause } from '../../core/pause';
import { effectivePolicies, entryKey, parentRelation } from '../../share-policy/effective';
import type { EntryRef } from '../../share-policy/effective';
import { countCrowded, countOpenWithChildren, openEntries } from '../store/open-entries';

/** What a change of the settings does to the links that exist already. */
export async function settingsEffects(
  strapi: Core.Strapi,
  before: Settings,
  after: Settings
): Promise<SettingsEffects> {
  const singled = uidsWhere(after, (uid) => {
    const [was, is] = [before.contentTypes[uid]?.mode, after.contentTypes[uid]?.mode];
    return is === 'single' && was !== 'single';
  });
  return {
    closed: await countClosed(strapi, before, after),
    narrowed: await countOpenWithChildren(strapi, narrowedTypes(strapi, before, after)),
    crowded: await countCrowded(strapi, singled),
  };
}

/** Counts the links that open now, and whose entries would be off. */
async function countClosed(
  strapi: Core.Strapi,
  before: Settings,
  after: Settings
): Promise<number> {
  const isPaused = after.paused && !before.paused;
  let closed = 0;
  for await (const entries of openEntries(strapi, judgedTypes(before, after, isPaused))) {
    await pause();
    const refs = entries.map(({ ref }) => ref);
    const isView = await viewable(strapi, before, refs);
    const staysView = isPaused ? () => false : await viewable(strapi, after, refs);
    for (const { ref, links } of entries) if (isView(ref) && !staysView(ref)) closed += links;
  }
  return closed;
}

async function viewable(
  strapi: Core.Strapi,
  settings: Settings,
  refs: EntryRef[]
): Promise<(ref: EntryRef) => boolean> {
  const policies = await effectivePolicies(strapi, settings, refs);
  return (ref) => policies.get(entryKey(ref))?.effective === 'view';
}

/** The types whose entries may get another policy. Another parent also concerns those below. */
function judgedTypes(before: Settings, after: Settings, isPaused: boolean): string[] {
  const differs = (uid: string, names: readonly ('enabled' | 'level' | 'parent')[]) =>
    names.some((name) => before.contentTypes[uid]?.[name] !== after.contentTypes[uid]?.[name]);
  const isMoved = uidsWhere(after, (uid) => differs(uid, ['parent'])).length > 0;
  return uidsWhere(after, (uid) => isPaused || isMoved || differs(uid, ['enabled', 'level']));
}

/** The types whose links would lose entries below: their children are off, or have no such parent. */
function narrowedTypes(strapi: Core.Strapi, before: Settings, after: Settings): string[] {
  const isOff = (settings: Settings, uid: string) => {
    const type = settings.contentTypes[uid];
    return !type?.enabled || type.level === 'off';
  };
  const targets = uidsWhere(after, () => true).flatMap((uid) => {
    const was = parentRelation(strapi, before, uid);
    if (!was || isOff(before, uid)) return [];
    const is = parentRelation(strapi, after, uid);
    return isOff(after, uid) || is?.name !== was.name ? [was.target] : [];
  });
  return [...new Set(targets)].filter((uid) => !isOff(after, uid));
}

const uidsWhere = (settings: Settings, test: (uid: string) => boolean): string[] =>
  Object.keys(settings.contentTypes).filter(test);
