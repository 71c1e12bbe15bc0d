import type { Core } from '@strapi/strapi';

import { LINK_UID } from './link-uid';
import { liveWhere } from './live-links';

type Query = ReturnType<Core.Strapi['db']['connection']['queryBuilder']>;

/** The number of entries of these types with more than one link that is live, as in `isLive`. */
export async function countCrowded(strapi: Core.Strapi, uids: string[]): Promise<number> {
  if (uids.length === 0) return 0;
  const entry = ['content_type', 'entry_document_id', 'entry_locale'];
  const live = strapi.db
    .queryBuilder(LINK_UID)
    .select(['contentType', 'entryDocumentId', 'entryLocale'])
    .where({ $and: [{ contentType: { $in: uids } }, liveWhere(new Date())] })
    .getKnexQuery() as Query;
  const crowded = live.groupBy(entry).havingRaw('count(*) > 1').as('crowded');
  const rows = await strapi.db.connection.from(crowded).count({ entries: '*' });
  return Number((rows as unknown as { entries: number | string }[])[0]?.entries ?? 0);
}
