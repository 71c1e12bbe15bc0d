import type { Core } from '@strapi/strapi';

import type { Settings, SettingsEffects } from '../../../../contracts/settings';
import { parentRelation } from '../../share-policy/effective';
import { stateWhere } from '../store/closed-links';
import { countCrowded } from '../store/crowded-entries';
import { linkRows } from '../store/link-rows';

/** What a change of the settings does to the links that exist already. The database counts them. */
export async function settingsEffects(
  strapi: Core.Strapi,
  before: Settings,
  after: Settings
): Promise<SettingsEffects> {
  const { count } = linkRows(strapi);
  // While the site is paused, people want to know what will open once it is resumed.
  const planned = { ...after, paused: after.paused && !before.paused };
  const isActive = await stateWhere(strapi, { ...before, paused: false }, 'active');
  const staysActive = await stateWhere(strapi, planned, 'active');
  const narrowed = narrowedTypes(strapi, before, after);
  const hasChildren = { includeChildren: true, contentType: { $in: narrowed } };
  return {
    closed: (await count(isActive)) - (await count({ $and: [isActive, staysActive] })),
    narrowed:
      narrowed.length === 0 ? 0 : await count({ $and: [isActive, staysActive, hasChildren] }),
    crowded: await countCrowded(strapi, singledTypes(before, after)),
  };
}

function singledTypes(before: Settings, after: Settings): string[] {
  return Object.keys(after.contentTypes).filter(
    (uid) =>
      after.contentTypes[uid]?.mode === 'single' && before.contentTypes[uid]?.mode !== 'single'
  );
}

/** The types whose links lose entries below: their children are off, or have no such parent. */
function narrowedTypes(strapi: Core.Strapi, before: Settings, after: Settings): string[] {
  const isOff = (settings: Settings, uid: string) => {
    const type = settings.contentTypes[uid];
    return !type?.enabled || type.level === 'off';
  };
  const targets = Object.keys(after.contentTypes).flatMap((uid) => {
    const was = parentRelation(strapi, before, uid);
    if (!was || isOff(before, uid)) return [];
    const is = parentRelation(strapi, after, uid);
    return isOff(after, uid) || is?.name !== was.name ? [was.target] : [];
  });
  return [...new Set(targets)];
}
