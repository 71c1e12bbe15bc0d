import type { Core } from '@strapi/strapi';

import type { EntryRef } from '../../share-policy/effective';
import { LINK_UID } from './link-uid';

/** The number of entries in one batch. */
const BATCH = 500;

interface OpenEntry {
  ref: EntryRef;
  /** The number of its links that open now or are to open. */
  links: number;
}

/** Yields the entries that links open, in batches. The database counts the links of each. */
export async function* openEntries(
  strapi: Core.Strapi,
  uids: string[]
): AsyncGenerator<OpenEntry[]> {
  for (const uid of uids) {
    for (let after = ''; ;) {
      const rows = (await openLinks(strapi)
        .where({ content_type: uid })
        .andWhere('entry_document_id', '>', after)
        .select('entry_document_id')
        .count({ links: '*' })
        .groupBy('entry_document_id')
        .orderBy('entry_document_id')
        .limit(BATCH)) as unknown as { entry_document_id: string; links: number | string }[];
      if (rows.length > 0) {
        yield rows.map((row) => ({
          ref: { uid, documentId: row.entry_document_id },
          links: Number(row.links),
        }));
      }
      if (rows.length < BATCH) break;
      after = rows.at(-1)!.entry_document_id;
    }
  }
}

/** The number of open links on these types that include the entries below. */
export async function countOpenWithChildren(strapi: Core.Strapi, uids: string[]): Promise<number> {
  if (uids.length === 0) return 0;
  const rows = await openLinks(strapi)
    .whereIn('content_type', uids)
    .andWhere({ include_children: true })
    .count({ links: '*' });
  return Number((rows as unknown as { links: number | string }[])[0]?.links ?? 0);
}

/** The number of entries of these types with more than one live link. */
export async function countCrowded(strapi: Core.Strapi, uids: string[]): Promise<number> {
  if (uids.length === 0) return 0;
  const crowded = unended(strapi)
    .andWhere({ is_full: false })
    .whereIn('content_type', uids)
    .select('content_type', 'entry_document_id', 'entry_locale')
    .groupBy('content_type', 'entry_document_id', 'entry_locale')
    .havingRaw('count(*) > 1')
    .as('crowded');
  const rows = await strapi.db.connection.from(crowded).count({ entries: '*' });
  return Number((rows as unknown as { entries: number | string }[])[0]?.entries ?? 0);
}

const openLinks = (strapi: Core.Strapi) =>
  unended(strapi).whereNull('paused_at').whereNull('suspended_at');

function unended(strapi: Core.Strapi) {
  const { tableName } = strapi.db.metadata.get(LINK_UID);
  return strapi.db
    .getConnection(tableName)
    .whereNull('revoked_at')
    .andWhere((end) => void end.whereNull('expires_at').orWhere('expires_at', '>', new Date()));
}
