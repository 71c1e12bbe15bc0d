import type { Core } from '@strapi/strapi';

import { PLUGIN_ID } from '../../../contracts/permissions';

const STORE_UID = 'strapi::core-store';

/** Tries of one change; each time that it fails somebody else's has succeeded. */
const ATTEMPTS = 100;

/** The longest wait between two of them, in milliseconds, so that many come apart. */
const MAX_PAUSE = 20;

interface StoreRow {
  id: number;
  key: string;
  value: string;
}

/** Makes any two values differ, also for a database that takes `A` and `a` for the same. */
interface Versioned {
  version?: number;
}

/** What Strapi's store holds under each of these keys of the plugin, by one query. */
export async function readStored(
  strapi: Core.Strapi,
  keys: string[]
): Promise<Record<string, unknown>> {
  const rows = await findRows(strapi, keys);
  return Object.fromEntries(
    keys.map((key) => {
      const row = rows.find((found) => found.key === rowKey(key));
      return [key, row && JSON.parse(row.value)];
    })
  );
}

/**
 * Changes what is stored under a key, starting from what is there at that moment: of many who
 * change it at once, on as many nodes, none undoes the work of another.
 *
 * @param change called again when somebody else was quicker; `{}` where nothing is stored yet
 * @returns what was there, and what is there instead
 */
export async function changeStored<T extends object>(
  strapi: Core.Strapi,
  key: string,
  change: (before: Partial<T>) => T
): Promise<{ before: Partial<T>; after: T }> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const [row] = await findRows(strapi, [key], strapi.db.inTransaction());
    if (!row) {
      await makeRow(strapi, key);
      continue;
    }
    const { version = 0, ...before } = (JSON.parse(row.value) ?? {}) as Partial<T> & Versioned;
    const after = change(before as Partial<T>);
    const { count } = await strapi.db.query(STORE_UID).updateMany({
      where: { id: row.id, value: row.value },
      data: { value: JSON.stringify({ ...after, version: version + 1 }), type: 'object' },
    });
    if (count === 1) return { before: before as Partial<T>, after };
    await new Promise((resolve) => setTimeout(resolve, Math.random() * MAX_PAUSE));
  }
  throw new Error('The settings were not saved, because others save them all the time');
}

/**
 * Oldest first: where there are two of one key, everybody goes by the same.
 *
 * @param isLocked in a transaction of the site's own, MySQL shows what was there when it began,
 *   unless it is asked for rows to lock
 */
async function findRows(
  strapi: Core.Strapi,
  keys: string[],
  isLocked = false
): Promise<StoreRow[]> {
  const query = strapi.db
    .queryBuilder(STORE_UID)
    .select(['id', 'key', 'value'])
    .where({ key: { $in: keys.map(rowKey) }, environment: null, tag: null })
    .orderBy({ id: 'asc' });
  if (isLocked) query.forUpdate();
  return (await query.execute()) as StoreRow[];
}

/**
 * An empty row for a key that has none. The table has no unique index that would refuse a second
 * one, so those who make a row at once take turns at the table's first row.
 */
async function makeRow(strapi: Core.Strapi, key: string): Promise<void> {
  const { tableName } = strapi.db.metadata.get(STORE_UID);
  await strapi.db.transaction(async ({ trx }) => {
    // SQLite has one writer, who must not have read before it writes.
    if (strapi.db.dialect.client !== 'sqlite') {
      await trx(tableName).orderBy('id').limit(1).forUpdate().select('id');
    }
    await trx.raw(
      `insert into ?? (??, ??, ??) select ?, '{}', 'object' from (select 1 as one) as one
       where not exists (select 1 from ?? where ?? = ? and ?? is null and ?? is null)`,
      [
        ...[tableName, 'key', 'value', 'type', rowKey(key)],
        ...[tableName, 'key', rowKey(key), 'environment', 'tag'],
      ]
    );
  });
}

/** As `strapi.store` names it. */
function rowKey(key: string): string {
  return `plugin_${PLUGIN_ID}_${key}`;
}
