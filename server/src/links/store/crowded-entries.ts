import type { Core } from '@strapi/strapi';

import { LINK_UID } from './link-uid';

/** The number of entries of these types with more than one link that is live, as in `isLive`. */
export async function countCrowded(strapi: Core.Strapi, uids: string[]): Promise<number> {
  if (uids.length === 0) return 0;
  const { tableName } = strapi.db.metadata.get(LINK_UID);
  const entry = ['content_type', 'entry_document_id', 'entry_locale'];
  const crowded = strapi.db
    .getConnection(tableName)
    .whereNull('revoked_at')
    .andWhere({ is_full: false })
    .andWhere((end) => void end.whereNull('expires_at').orWhere('expires_at', '>', new Date()))
    .whereIn('content_type', uids)
    .select(entry)
    .groupBy(entry)
    .havingRaw('count(*) > 1')
    .as('crowded');
  const rows = await strapi.db.connection.from(crowded).count({ entries: '*' });
  return Number((rows as unknown as { entries: number | string }[])[0]?.entries ?? 0);
}
