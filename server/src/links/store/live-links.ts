import type { Core } from '@strapi/strapi';

import { linkRows } from './link-rows';
import type { Where } from './link-rows';

/** Links that open now or can still open, as `isLive` says. */
export function liveWhere(now: Date): Where {
  return {
    $and: [
      { revokedAt: null, isFull: false },
      { $or: [{ expiresAt: null }, { expiresAt: { $gt: now.toISOString() } }] },
    ],
  };
}

/**
 * Links that are neither deleted nor over. One that is used up is among them, since it goes on
 * opening for those whom it has let in.
 */
export function unendedWhere(now: Date): Where {
  return {
    $and: [
      { revokedAt: null },
      { $or: [{ expiresAt: null }, { expiresAt: { $gt: now.toISOString() } }] },
    ],
  };
}

/** Links that open to whoever has their address, or may do so again. */
export function openWithoutPassword(now: Date): Where {
  return { $and: [{ passwordHash: null }, unendedWhere(now)] };
}

export function countWithoutPassword(strapi: Core.Strapi): Promise<number> {
  return linkRows(strapi).count(openWithoutPassword(new Date()));
}
