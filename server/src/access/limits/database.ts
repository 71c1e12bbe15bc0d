import type { Core } from '@strapi/strapi';

import { NOTHING } from './counter';
import type { Counter } from './counter';
import { COUNT_UID } from './schema';

interface Row {
  points: number;
  ends_at: number | string;
}

/** Counts in a table of the app's database, for sites on many nodes that have no Redis. */
export function databaseCounter(strapi: Core.Strapi, name: string, seconds: number): Counter {
  const { tableName } = strapi.db.metadata.get(COUNT_UID);
  const keyOf = (key: string) => `${name}:${key}`;
  const ms = seconds * 1000;

  return {
    async add(key, points) {
      const where = { name: keyOf(key) };
      const now = Date.now();
      const row = await strapi.db.connection.transaction(async (trx) => {
        const change = () =>
          trx(tableName)
            .where(where)
            // The points first: MySQL sees what the same statement has already changed.
            .update({
              points: trx.raw('case when ?? > ? then ?? + ? else ? end', [
                'ends_at',
                now,
                'points',
                points,
                points,
              ]),
              ends_at: trx.raw('case when ?? > ? then ?? else ? end', [
                'ends_at',
                now,
                'ends_at',
                now + ms,
              ]),
            });
        if ((await change()) === 0) {
          // Of many who find no row all but one insert nothing, and then all change the same one.
          await trx(tableName)
            .insert({ ...where, points: 0, ends_at: 0 })
            .onConflict('name')
            .ignore();
          await change();
        }
        return trx<Row>(tableName).where(where).first('points', 'ends_at');
      });
      return countOf(row as Row | undefined, now);
    },

    async count(key) {
      const row = await strapi.db
        .connection(tableName)
        .where({ name: keyOf(key) })
        .first('points', 'ends_at');
      return countOf(row as Row | undefined, Date.now());
    },
  };
}

/** Counts whose window has ended are of no use to anybody. */
export async function forgetOldCounts(strapi: Core.Strapi): Promise<void> {
  const { tableName } = strapi.db.metadata.get(COUNT_UID);
  await strapi.db.connection(tableName).where('ends_at', '<=', Date.now()).delete();
}

function countOf(row: Row | undefined, now: number) {
  // PostgreSQL answers large whole numbers as text.
  const msLeft = row ? Number(row.ends_at) - now : 0;
  return row && msLeft > 0 ? { points: Number(row.points), msLeft } : NOTHING;
}
