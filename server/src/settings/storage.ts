import type { Core } from '@strapi/strapi';

import { PLUGIN_ID } from '../../../contracts/permissions';

const STORE_UID = 'strapi::core-store';

/** The attempts of one change. An attempt fails only if another change has succeeded. */
const ATTEMPTS = 100;

/** The longest random wait between two attempts, in milliseconds, so that they spread out. */
const MAX_PAUSE = 20;

interface StoreRow {
  id: number;
  key: string;
  value: string;
}

/** Makes two values always differ, even for a database that treats `A` and `a` as equal. */
interface Versioned {
  version?: number;
}

/** Reads these keys of the plugin from Strapi's store, with one query. */
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
 * Changes the value of a key, starting from its current value. Simultaneous changes, on any node,
 * never undo each other.
 *
 * @param change called again if another change came first; gets `{}` if nothing is stored
 * @returns the value before and after
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
 * Returns the oldest row first: if a key has two rows, every node uses the same one.
 *
 * @param isLocked within a transaction of the site's own, MySQL shows the rows as they were at its
 *   start, unless it locks them
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
 * Makes an empty row for a key that has none. No unique index prevents a second row, so
 * simultaneous calls take turns with a lock on the table's first row.
 */
async function makeRow(strapi: Core.Strapi, key: string): Promise<void> {
  const { tableName } = strapi.db.metadata.get(STORE_UID);
  await strapi.db.transaction(async ({ trx }) => {
    // SQLite allows one writer, which must not read before it writes.
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

/** Deletes everything that the plugin has stored under keys. */
export async function deleteStored(strapi: Core.Strapi): Promise<void> {
  await strapi.db.query(STORE_UID).deleteMany({ where: { key: { $startsWith: rowKey('') } } });
}

/** The key as `strapi.store` writes it. */
function rowKey(key: string): string {
  return `plugin_${PLUGIN_ID}_${key}`;
}
