import type { Core } from '@strapi/strapi';

import { getSettings } from '../settings/service';
import { announce } from './announce';
import { adminRights } from './rights';
import type { Ability, Rights } from './rights';
import type { LinkRow } from './schema';
import { linkRows } from './store';
import { findEntry } from './target';
import { recordEvent } from './timeline';

/** Whose rights a change of these can touch. */
const WATCHED = ['admin::user', 'admin::role', 'admin::permission'];
/** Saving a role changes many rows; they are looked at together. */
const SETTLE_MS = 50;
const STRAPI = { id: null, name: 'Strapi' };

interface AdminUser {
  id: number;
  email: string;
  preferedLanguage: string | null;
  isActive: boolean;
  blocked: boolean;
}

/** Somebody who made links and is still there, with what they may do now. */
export interface Maker {
  user: AdminUser;
  rights: Rights;
}

/** Checks that are due in a moment. */
const timers = new WeakMap<Core.Strapi, NodeJS.Timeout>();

/**
 * Suspends the links of people who may not share their entry any more, and brings them back when
 * they may again.
 */
export function watchMakers(strapi: Core.Strapi): void {
  const check = () => {
    stopWatchingMakers(strapi);
    const timer = setTimeout(() => {
      checkMakers(strapi).catch((error: unknown) => {
        strapi.log.error(`Share Links: makers of links were not checked: ${String(error)}`);
      });
    }, SETTLE_MS);
    timers.set(strapi, timer.unref());
  };
  strapi.db.lifecycles.subscribe({
    models: WATCHED,
    afterUpdate: check,
    afterUpdateMany: check,
    afterCreate: check,
    afterCreateMany: check,
    afterDelete: check,
    afterDeleteMany: check,
  });
}

/** Lets go of a check that is due; what changed meanwhile is seen with the next one. */
export function stopWatchingMakers(strapi: Core.Strapi): void {
  clearTimeout(timers.get(strapi));
}

/** Compares every live link with what its maker may do now. */
export async function checkMakers(strapi: Core.Strapi): Promise<void> {
  const { makerLost } = await getSettings(strapi);
  const rows = linkRows(strapi);
  const links = await rows.find({ revokedAt: null, sharedById: { $notNull: true } });
  const makers = new Set(links.map((link) => link.sharedById!));

  for (const makerId of makers) {
    const maker = await findMaker(strapi, makerId);
    for (const link of links.filter(({ sharedById }) => sharedById === makerId)) {
      const isLost = makerLost === 'suspend' && !(await mayStillShare(strapi, maker, link));
      if (isLost !== Boolean(link.suspendedAt)) await mark(strapi, link, isLost);
    }
  }
}

async function mark(strapi: Core.Strapi, link: LinkRow, isLost: boolean): Promise<void> {
  const rows = linkRows(strapi);
  const changed = await rows.changeIf(
    { id: link.id, revokedAt: null, suspendedAt: isLost ? null : { $notNull: true } },
    { suspendedAt: isLost ? new Date().toISOString() : null }
  );
  if (!changed) return;
  await recordEvent(strapi, link.id, isLost ? 'suspend' : 'restore', STRAPI);
  await announce(strapi, 'share-link.update', (await rows.byId(link.id))!, STRAPI, [
    { field: 'suspended', from: !isLost, to: isLost },
  ]);
}

/** Null for people who are gone, blocked or not active. */
export async function findMaker(strapi: Core.Strapi, id: number): Promise<Maker | null> {
  const user = (await strapi.db
    .query('admin::user')
    .findOne({ where: { id }, populate: ['roles'] })) as AdminUser | null;
  if (!user || user.blocked || !user.isActive) return null;
  const { engine } = strapi.service('admin::permission') as unknown as {
    engine: { generateUserAbility(user: AdminUser): Promise<Ability> };
  };
  return { user, rights: adminRights(strapi, user, await engine.generateUserAbility(user)) };
}

/** Whether whoever made a link may share its entry now. */
export async function mayStillShare(
  strapi: Core.Strapi,
  maker: Maker | null,
  link: LinkRow
): Promise<boolean> {
  if (!maker) return false;
  const { rights } = maker;
  const { contentType, entryDocumentId, entryLocale } = link;
  if (rights.sharesWholeTypes.includes(contentType)) return true;
  const entry = await findEntry(strapi, contentType, entryDocumentId, entryLocale, 'draft');
  // What has no entry any more is ended elsewhere, for a better reason.
  return entry === null || rights.sharesEntry(contentType, entry);
}
