import type { Core, UID } from '@strapi/strapi';

import { linkRows } from './link-rows';
import type { Where } from './link-rows';
import type { LinkRow } from './link-schema';
import { LINK_UID } from './link-uid';

/** Links that open now or can still open; the same as `isLive`. */
export function liveWhere(now: Date): Where {
  return {
    $and: [
      { revokedAt: null, isFull: false },
      { $or: [{ expiresAt: null }, { expiresAt: { $gt: now.toISOString() } }] },
    ],
  };
}

/**
 * Links that are neither deleted nor expired. This includes full links, which still open for
 * visitors they admitted before.
 */
export function unendedWhere(now: Date): Where {
  return {
    $and: [
      { revokedAt: null },
      { $or: [{ expiresAt: null }, { expiresAt: { $gt: now.toISOString() } }] },
    ],
  };
}

/** Links that open, now or later, for anybody who has their address. */
export function openWithoutPassword(now: Date): Where {
  return { $and: [{ passwordHash: null }, unendedWhere(now)] };
}

export function countWithoutPassword(strapi: Core.Strapi): Promise<number> {
  return linkRows(strapi).count(openWithoutPassword(new Date()));
}

/** The app's content types that have links which are not deleted. */
export async function linkedTypes(strapi: Core.Strapi): Promise<UID.ContentType[]> {
  const { tableName } = strapi.db.metadata.get(LINK_UID);
  const rows = (await strapi.db
    .getConnection(tableName)
    .distinct('content_type')
    .where({ revoked_at: null })) as { content_type: UID.ContentType }[];
  return rows.map((row) => row.content_type).filter((uid) => uid in strapi.contentTypes);
}

/** Returns true if the maker of a link that can open waits for word of its first visit. */
export async function awaitsFirstVisit(strapi: Core.Strapi): Promise<boolean> {
  const isAwaited = { notifyFirstVisit: true, firstVisitToldAt: null };
  return (await linkRows(strapi).count({ $and: [isAwaited, unendedWhere(new Date())] })) > 0;
}

/** The number of whole rows that are read together. */
const BATCH = 200;

/** Yields links that are not deleted in batches, newest first. */
export async function* liveBatches(strapi: Core.Strapi, where: Where): AsyncGenerator<LinkRow[]> {
  for (let below: number | null = null; ;) {
    const links: LinkRow[] = await linkRows(strapi).find(
      { $and: [where, { revokedAt: null }, ...(below === null ? [] : [{ id: { $lt: below } }])] },
      { limit: BATCH }
    );
    if (links.length > 0) yield links;
    if (links.length < BATCH) return;
    below = links.at(-1)!.id;
  }
}
