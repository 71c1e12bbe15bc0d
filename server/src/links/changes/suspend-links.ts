import { setImmediate as nextTurn } from 'node:timers/promises';

import type { Core } from '@strapi/strapi';

import type { Where } from '../store/link-rows';
import type { LinkRow } from '../store/link-schema';
import { LINK_UID } from '../store/link-uid';
import { recordEvents } from '../store/timeline';
import { emitLinkEvent } from './events';

/** Rows that change together. More would keep everybody else waiting for too long. */
const BATCH = 100;

const STRAPI = { id: null, name: 'Strapi' };

/** All that an event tells of a link. */
const TOLD: (keyof LinkRow)[] = [
  'id',
  'label',
  'tokenHint',
  'contentType',
  'entryDocumentId',
  'entryLocale',
  'entryTitle',
  'startsAt',
  'expiresAt',
  'pausedAt',
  'suspendedAt',
  'revokedAt',
  'maxViewers',
  'viewerCount',
];

/**
 * Suspends links that are not deleted, or brings them back: rows and their timeline together, a
 * batch at a time. Of many nodes, one has each row. Whoever stops in the middle leaves the rest as
 * it was.
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
): Promise<LinkRow[]> {
  const now = new Date().toISOString();
  const suspendedAt = isSuspended ? now : null;
  return strapi.db.transaction(async () => {
    const due = { ...where, revokedAt: null, suspendedAt: isSuspended ? null : { $notNull: true } };
    const links = (await strapi.db
      .queryBuilder(LINK_UID)
      .select(TOLD)
      .where(due)
      .orderBy([{ id: 'asc' }])
      .limit(BATCH)
      // The row stays as it is read here, until it is written.
      .forUpdate()
      .execute()) as LinkRow[];
    if (links.length === 0) return links;
    const ids = links.map(({ id }) => id);
    await strapi.db
      .query(LINK_UID)
      .updateMany({ where: { id: { $in: ids } }, data: { suspendedAt, updatedAt: now } as never });
    await recordEvents(strapi, ids, isSuspended ? 'suspend' : 'restore', STRAPI);
    return links.map((link) => ({ ...link, suspendedAt }));
  });
}

const telling = new WeakMap<Core.Strapi, Promise<void>>();

/** One after the other, and nobody waits for it: a site's own listeners may take their time. */
function tell(strapi: Core.Strapi, links: LinkRow[], isSuspended: boolean): void {
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
