import type { Core, UID } from '@strapi/strapi';

/** An entry below another, as it is stored. */
export interface Below {
  id: number;
  parentId: number;
  /** The value of the field that the settings sort by; undefined if they name none. */
  value: unknown;
}

interface JoinTable {
  name: string;
  joinColumn: { name: string };
  inverseJoinColumn: { name: string };
  inverseOrderColumnName?: string;
}

/**
 * Sorts entries below others by a field, or else by their order in the relation on the entry above.
 * Entries without a place come last, and equal ones keep their order.
 */
export async function inChildOrder<Row extends Below>(
  strapi: Core.Strapi,
  uid: string,
  parent: string,
  field: string | null,
  rows: Row[]
): Promise<Row[]> {
  if (rows.length < 2) return rows;
  if (field !== null) return sorted(rows, ({ value }) => value);
  const places = await placesOf(strapi, uid, parent, rows);
  return sorted(rows, ({ id, parentId }) => places.get(`${id} ${parentId}`));
}

/** The places of the rows in the relation on their parents. Empty if it keeps none. */
async function placesOf(
  strapi: Core.Strapi,
  uid: string,
  parent: string,
  rows: Below[]
): Promise<Map<string, number>> {
  const attribute = strapi.db.metadata.get(uid as UID.ContentType).attributes[parent] as
    { joinTable?: JoinTable } | undefined;
  const table = attribute?.joinTable;
  if (!table?.inverseOrderColumnName) return new Map();
  const { name, joinColumn, inverseJoinColumn, inverseOrderColumnName } = table;
  const columns = [joinColumn.name, inverseJoinColumn.name, inverseOrderColumnName] as const;
  const stored = (await strapi.db
    .getConnection(name)
    .select(...columns)
    .whereIn(
      joinColumn.name,
      rows.map(({ id }) => id)
    )) as Record<string, number | string | null>[];
  return new Map(
    stored.flatMap((row) => {
      const [child, above, place] = columns.map((column) => row[column]);
      return place === null ? [] : [[`${child} ${above}`, Number(place)] as const];
    })
  );
}

function sorted<Row>(rows: Row[], keyOf: (row: Row) => unknown): Row[] {
  return rows
    .map((row) => ({ row, key: keyOf(row) ?? null }))
    .sort((a, b) => compare(a.key, b.key))
    .map(({ row }) => row);
}

/** Numbers also come as strings, so that no digit is lost. */
const NUMBER = /^-?\d+(?:\.\d+)?$/;

function compare(a: unknown, b: unknown): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const [first, second] = [String(a), String(b)];
  if (NUMBER.test(first) && NUMBER.test(second)) return Number(first) - Number(second);
  return first.localeCompare(second, 'en', { sensitivity: 'base' });
}
