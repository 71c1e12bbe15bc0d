import type { Core } from '@strapi/strapi';

import { NOTHING } from './counter';
import type { Counter } from './counter';
import { COUNT_UID } from './schema';

interface Row {
  points: number;
  ends_at: number | string;
}

/** A new row that ends at once may be deleted before anything is counted in it. */
const ATTEMPTS = 3;

/** Counts in a table of the app's database, for sites with many nodes and no Redis. */
export function databaseCounter(strapi: Core.Strapi, name: string, seconds: number): Counter {
  const { tableName } = strapi.db.metadata.get(COUNT_UID);
  const keyOf = (key: string) => `${name}:${key}`;
  const ms = seconds * 1000;

  return {
    async add(key, points) {
      const where = { name: keyOf(key) };
      const now = Date.now();
      for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
        const row = await addTo(where, points, now);
        if (row) return countOf(row, now, ms);
        // The insert runs after the transaction that found no row: MySQL locks the gap that it has
        // searched, and of two such transactions that insert there one would fail. If many insert
        // at once, only one insert takes effect.
        await strapi.db
          .connection(tableName)
          .insert({ ...where, points: 0, ends_at: now + ms })
          .onConflict('name')
          .ignore();
      }
      return NOTHING;
    },

    async count(key) {
      const row = await strapi.db
        .connection(tableName)
        .where({ name: keyOf(key) })
        .first('points', 'ends_at');
      return countOf(row as Row | undefined, Date.now(), ms);
    },
  };

  /** Returns null if the row does not exist. */
  function addTo(where: { name: string }, points: number, now: number): Promise<Row | null> {
    return strapi.db.connection.transaction(async (trx) => {
      const changed = await trx(tableName)
        .where(where)
        // The points come first: MySQL reads values that the same statement has already changed.
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
      if (changed === 0) return null;
      const row: unknown = await trx<Row>(tableName).where(where).first('points', 'ends_at');
      return (row as Row | undefined) ?? null;
    });
  }
}

/** Deletes counts whose window has ended. */
export async function forgetOldCounts(strapi: Core.Strapi): Promise<void> {
  const { tableName } = strapi.db.metadata.get(COUNT_UID);
  await strapi.db.connection(tableName).where('ends_at', '<=', Date.now()).delete();
}

function countOf(row: Row | undefined, now: number, windowMs: number) {
  // PostgreSQL returns large integers as text. The clock of the node that wrote them may be ahead.
  const msLeft = row ? Math.min(Number(row.ends_at) - now, windowMs) : 0;
  return row && msLeft > 0 ? { points: Number(row.points), msLeft } : NOTHING;
}
