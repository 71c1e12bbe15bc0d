import type { Core } from '@strapi/strapi';

import { LINK_UID } from './link-uid';

type Knex = Core.Strapi['db']['connection'];

/** What openings add to a link's row. */
export interface Views {
  openings: number;
  /** Visitors whom the link has not seen before, where it does not count them as it lets them in. */
  newViewers: number;
  last: Date;
}

/** What the links of an entry have counted, deleted links too. */
export interface ViewTotals {
  opened: number;
  visitors: number;
  /** ISO 8601 */
  lastViewedAt: string | null;
}

/**
 * The columns of a link that count its views. A link is full once it has as many viewers as its
 * limit says: `is_full` says so, and every statement that changes one of the two sets it.
 */
export function linkCounts(strapi: Core.Strapi) {
  const { tableName } = strapi.db.metadata.get(LINK_UID);
  const db = strapi.db.connection;

  return {
    /**
     * Takes one of the places of a link that limits its viewers. One conditional update decides, so
     * that of many who come at once no more get in than the limit says.
     */
    async takePlace(id: number): Promise<boolean> {
      const changed: number = await db(tableName)
        .where({ id })
        .andWhere('viewer_count', '<', db.ref('max_viewers'))
        .update(moreViewers(db, 1));
      return changed === 1;
    },

    async addViews(trx: Knex, id: number, { openings, newViewers, last }: Views): Promise<void> {
      await trx(tableName)
        .where({ id })
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

    /** Viewers that a limit goes by stay counted: erasing visits must not let more people in. */
    async resetViews(trx: Knex, id: number): Promise<void> {
      await trx(tableName)
        .where({ id })
        .update({
          view_count: 0,
          last_viewed_at: null,
          viewer_count: trx.raw('case when ?? is null then 0 else ?? end', [
            'max_viewers',
            'viewer_count',
          ]),
        });
    },

    /** After a change of `maxViewers`: visitors may have been counted since the row was read. */
    async recountFull(id: number): Promise<void> {
      await strapi.db.transaction(({ trx }) =>
        trx(tableName)
          .where({ id })
          .update({ is_full: isFullWith(trx, 0) })
      );
    },

    /** Over all links that an entry ever had in a language. */
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
     * Whoever writes or erases visits of a link holds its row first, so that rows, days and counts
     * of one are never between those of another.
     */
    async lock(trx: Knex, ids: number[]): Promise<void> {
      // SQLite has one writer, who must not have read before it writes.
      if (strapi.db.dialect.client === 'sqlite') return;
      await trx(tableName).whereIn('id', ids).orderBy('id').forUpdate().select('id');
    },
  };
}

/** `is_full` comes before the count: MySQL reads what the same statement has already changed. */
function moreViewers(db: Knex, more: number) {
  return { is_full: isFullWith(db, more), viewer_count: db.raw('?? + ?', ['viewer_count', more]) };
}

/** Whether the link is full with so many viewers more. */
function isFullWith(db: Knex, more: number) {
  return db.raw('(?? is not null and ?? + ? >= ??)', [
    'max_viewers',
    'viewer_count',
    more,
    'max_viewers',
  ]);
}
