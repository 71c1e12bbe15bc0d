import type { Core } from '@strapi/strapi';

import type { Settings } from '../../../contracts/settings';
import { effectivePolicies, entryKey, parentRelation } from './effective';
import { POLICY_UID } from './schema';

/** A condition on a column of document ids. */
export type DocumentIds = { $in: unknown } | { $notIn: unknown };

/**
 * The entries of a type that are Off, as a condition; null if none is. Without a parent, the stored
 * policies decide alone, so the database can do it. Else the entries that `batches` yields are
 * decided one batch after another.
 */
export async function offEntries(
  strapi: Core.Strapi,
  settings: Settings,
  uid: string,
  batches: () => AsyncIterable<string[]>
): Promise<DocumentIds | null> {
  const isOff = settings.contentTypes[uid]?.level === 'off';
  if (!parentRelation(strapi, settings, uid)) {
    return isOff
      ? { $notIn: entriesWith(strapi, uid, { $ne: 'off' }) }
      : { $in: entriesWith(strapi, uid, 'off') };
  }
  if (!isOff && (await strapi.db.query(POLICY_UID).count({ where: { level: 'off' } })) === 0) {
    return null;
  }
  const off: string[] = [];
  for await (const documentIds of batches()) {
    const refs = documentIds.map((documentId) => ({ uid, documentId }));
    const policies = await effectivePolicies(strapi, settings, refs);
    off.push(
      ...refs
        .filter((ref) => policies.get(entryKey(ref))?.effective === 'off')
        .map(({ documentId }) => documentId)
    );
  }
  return off.length > 0 ? { $in: listed(strapi, off) } : null;
}

/** The document ids of the entries of a type that have such a policy of their own. */
function entriesWith(strapi: Core.Strapi, contentType: string, level: unknown) {
  return strapi.db
    .queryBuilder(POLICY_UID)
    .select(['entryDocumentId'])
    .where({ contentType, level })
    .getKnexQuery();
}

/** Many values as one parameter: databases limit the number of parameters of a statement. */
function listed(strapi: Core.Strapi, values: string[]) {
  const db = strapi.db.connection;
  const json = JSON.stringify(values);
  switch (strapi.db.dialect.client) {
    case 'postgres':
      return db
        .select('value')
        .from(db.raw('jsonb_array_elements_text(?::jsonb) as ids(value)', [json]));
    case 'mysql': {
      const table = "json_table(?, '$[*]' columns (value varchar(255) path '$')) as ids";
      const value = db.raw('convert(value using utf8mb4) collate utf8mb4_bin');
      return db.select(value).from(db.raw(table, [json]));
    }
    default:
      return db.select('value').from(db.raw('json_each(?)', [json]));
  }
}
