import type { Core } from '@strapi/strapi';

import type { Settings } from '../../../../contracts/settings';
import { goneMakers } from '../../rights/gone-makers';
import type { Where } from './link-rows';
import { LINK_UID } from './link-uid';

/** Links of people whom this site does not know, after an import from another one. */
export const MAKER_UNKNOWN: Where = { sharedById: null, makerKey: { $notNull: true } };

/** The number of makers in one query. */
const MAKERS = 500;

/** The ids of all people who ever made a link. */
export async function makerIds(strapi: Core.Strapi): Promise<number[]> {
  const { tableName } = strapi.db.metadata.get(LINK_UID);
  const rows = (await strapi.db
    .getConnection(tableName)
    .distinct('shared_by_id')
    .whereNotNull('shared_by_id')) as { shared_by_id: number }[];
  return rows.map((row) => row.shared_by_id);
}

/** Those of the ids whose people are deleted, blocked or not active. */
export async function goneIds(
  strapi: Core.Strapi,
  settings: Pick<Settings, 'makerLost'>,
  ids: number[]
): Promise<number[]> {
  const gone: number[] = [];
  for (let at = 0; at < ids.length; at += MAKERS) {
    const makers = ids.slice(at, at + MAKERS).map((sharedById) => ({ sharedById, makerKey: null }));
    const isGone = await goneMakers(strapi, settings, makers);
    gone.push(...makers.filter(isGone).map(({ sharedById }) => sharedById));
  }
  return gone;
}

/** Links that are closed because their maker is not on this site, until somebody takes them over. */
export async function makerLostWhere(
  strapi: Core.Strapi,
  settings: Pick<Settings, 'makerLost'>
): Promise<Where> {
  const isClosed = { revokedAt: null, suspendedAt: { $notNull: true } };
  const ids = await goneIds(strapi, settings, await makerIds(strapi));
  return { $and: [isClosed, { $or: [MAKER_UNKNOWN, { sharedById: { $in: ids } }] }] };
}
