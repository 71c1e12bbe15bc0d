import { setImmediate as nextTurn } from 'node:timers/promises';

import type { Core } from '@strapi/strapi';

import type { Where } from '../store/link-rows';
import type { LinkRow } from '../store/link-schema';
import { LINK_UID } from '../store/link-uid';
import { recordEvents } from '../store/timeline';
import { TOLD_COLUMNS, emitLinkEvent } from './events';

/** The rows in one transaction. A larger batch would block others for too long. */
const BATCH = 100;

const STRAPI = { id: null, name: 'Strapi' };

/** The columns that the timeline and the events need. */
const READ_COLUMNS = [...TOLD_COLUMNS, 'documentId'] as const satisfies (keyof LinkRow)[];

type SuspendedLink = Pick<LinkRow, (typeof READ_COLUMNS)[number]>;

/**
 * Suspends links that are not deleted, or restores them. Each batch updates rows and timeline in
 * one transaction. If several nodes run this, only one changes each row. A stop in the middle
 * leaves the other rows unchanged.
 */
export async function setSuspended(
  strapi: Core.Strapi,
  where: Where,
  isSuspended: boolean,
  isStopped: () => boolean
): Promise<void> {
  while (!isStopped()) {
    const links = await changeBatch(strapi, where, isSuspended);
    if (links.length === 0) return;
    tell(strapi, links, isSuspended);
    await nextTurn();
  }
}

async function changeBatch(
  strapi: Core.Strapi,
  where: Where,
  isSuspended: boolean
): Promise<SuspendedLink[]> {
  const now = new Date().toISOString();
  const suspendedAt = isSuspended ? now : null;
  return strapi.db.transaction(async () => {
    const due = { ...where, revokedAt: null, suspendedAt: isSuspended ? null : { $notNull: true } };
    const links = (await strapi.db
      .queryBuilder(LINK_UID)
      .select([...READ_COLUMNS])
      .where(due)
      .orderBy([{ id: 'asc' }])
      .limit(BATCH)
      // The lock keeps the row unchanged until it is written.
      .forUpdate()
      .execute()) as SuspendedLink[];
    if (links.length === 0) return links;
    const ids = links.map(({ id }) => id);
    await strapi.db
      .query(LINK_UID)
      .updateMany({ where: { id: { $in: ids } }, data: { suspendedAt, updatedAt: now } as never });
    await recordEvents(strapi, links, isSuspended ? 'suspend' : 'restore', STRAPI);
    return links.map((link) => ({ ...link, suspendedAt }));
  });
}

const telling = new WeakMap<Core.Strapi, Promise<void>>();

/** Emits the events in order, without waiting: a site's own listeners may be slow. */
function tell(strapi: Core.Strapi, links: SuspendedLink[], isSuspended: boolean): void {
  const changes = [{ field: 'suspended', from: !isSuspended, to: isSuspended }];
  const last = telling.get(strapi) ?? Promise.resolve();
  const next = last.then(async () => {
    for (const link of links) {
      await emitLinkEvent(strapi, 'share-link.update', link, STRAPI, changes);
      await nextTurn();
    }
  });
  telling.set(strapi, next);
}
