import type { Core } from '@strapi/strapi';

import { linkRows } from './link-rows';
import type { Where } from './link-rows';

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

/** Returns true if the maker of a link that can open waits for word of its first visit. */
export async function awaitsFirstVisit(strapi: Core.Strapi): Promise<boolean> {
  const isAwaited = { notifyFirstVisit: true, firstVisitToldAt: null };
  return (await linkRows(strapi).count({ $and: [isAwaited, unendedWhere(new Date())] })) > 0;
}
