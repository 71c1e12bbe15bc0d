import type { Core } from '@strapi/strapi';

import { isFullWith } from './full';
import { LINK_UID } from './link-uid';

type Knex = Core.Strapi['db']['connection'];

/** What openings add to the row of a link. */
export interface Views {
  openings: number;
  /** Visitors who are new to the link. Links that limit viewers count them on admission instead. */
  newViewers: number;
  last: Date;
}

/** The views of all links of an entry, also deleted ones. */
export interface ViewTotals {
  opened: number;
  visitors: number;
  /** ISO 8601 */
  lastViewedAt: string | null;
}

/**
 * The columns of a link that count its views. A link is full once it has as many viewers as its
 * limit. `is_full` stores this, and every statement that changes one of the two also sets it.
 */
export function linkCounts(strapi: Core.Strapi) {
  const { tableName } = strapi.db.metadata.get(LINK_UID);
  const db = strapi.db.connection;

  return {
    /**
     * Takes one place of a link that limits its viewers. One conditional update decides, so
     * simultaneous visitors can't exceed the limit.
     */
    async takePlace(id: number): Promise<boolean> {
      const changed: number = await db(tableName)
        .where({ id })
        .whereNotNull('max_viewers')
        .andWhere(db.raw('not ?', [isFullWith(db, 0)]))
        .update(moreViewers(db, 1));
      return changed === 1;
    },

    async addViews(
      trx: Knex,
      documentId: string,
      { openings, newViewers, last }: Views
    ): Promise<void> {
      await trx(tableName)
        .where({ document_id: documentId })
        .update({
          ...(newViewers > 0 ? moreViewers(trx, newViewers) : {}),
          view_count: trx.raw('?? + ?', ['view_count', openings]),
          last_viewed_at: trx.raw('case when ?? > ? then ?? else ? end', [
            'last_viewed_at',
            last,
            'last_viewed_at',
            last,
          ]),
        });
    },

    /** Viewers stay counted on a link with a limit: erasing visits must not admit more people. */
    async resetViews(trx: Knex, documentId: string): Promise<void> {
      await trx(tableName)
        .where({ document_id: documentId })
        .update({
          view_count: 0,
          last_viewed_at: null,
          viewer_count: trx.raw('case when ?? is null then 0 else ?? end', [
            'max_viewers',
            'viewer_count',
          ]),
        });
    },

    /** Needed after a change of `maxViewers`: new viewers may have come since the row was read. */
    async recountFull(id: number): Promise<void> {
      await strapi.db.transaction(({ trx }) =>
        trx(tableName)
          .where({ id })
          .update({ is_full: isFullWith(trx, 0) })
      );
    },

    /** Adds up all links that an entry ever had in a language. */
    async totalsOf(uid: string, documentId: string, locale: string | null): Promise<ViewTotals> {
      const [sums] = (await db(tableName)
        .where({ content_type: uid, entry_document_id: documentId, entry_locale: locale })
        .sum({ opened: 'view_count', visitors: 'viewer_count' } as never)
        .max({ last: 'last_viewed_at' } as never)) as Record<string, number | string | null>[];
      return {
        opened: Number(sums?.opened ?? 0),
        visitors: Number(sums?.visitors ?? 0),
        lastViewedAt: sums?.last ? new Date(sums.last).toISOString() : null,
      };
    },

    /**
     * Locks the rows of the links before their visits are written or erased, so that rows, days and
     * counts of two such changes never mix.
     */
    async lock(trx: Knex, documentIds: string[]): Promise<void> {
      // SQLite allows one writer, which must not read before it writes.
      if (strapi.db.dialect.client === 'sqlite') return;
      // Every change of several links locks them in this order.
      const ids = await trx(tableName).whereIn('document_id', documentIds).pluck('id');
      await trx(tableName).whereIn('id', ids).orderBy('id').forUpdate().select('id');
    },
  };
}

/** `is_full` comes first: MySQL reads values that the same statement has already changed. */
function moreViewers(db: Knex, more: number) {
  return { is_full: isFullWith(db, more), viewer_count: db.raw('?? + ?', ['viewer_count', more]) };
}
