import type { Core } from '@strapi/strapi';

import { DAY_MS } from '../../../contracts/dates';
import type { VisitFilters } from '../../../contracts/visit-schemas';
import type { Visit, VisitDay, VisitTotals } from '../../../contracts/visits';
import { dayOf } from '../core/dates';
import { pause } from '../core/pause';
import { linkRows } from '../links/store/link-rows';
import { DAY_TABLE, VISIT_TABLE } from './models';

/** A link, as the rows of its visits name it. */
interface LinkRef {
  documentId: string;
}

export type VisitWhere = Pick<VisitFilters, 'outcome' | 'from' | 'to' | 'robots'>;

interface Row {
  id: number;
  at: Date | number | string;
  outcome: Visit['outcome'];
  reason: string | null;
  address: string | null;
  browser: string | null;
  device: Visit['device'];
  referrer: string | null;
  visitor_id: string | null;
  is_returning: boolean | number;
  is_robot: boolean | number;
}

/** The number of rows in one batch; a table can have a million. */
const BATCH = 500;

/** The days of a chart without a period, and the maximum of days with one. */
const DEFAULT_DAYS = 30;
const MAX_DAYS = 400;

const TOTALS: Record<Exclude<keyof VisitTotals, 'visitors'>, string> = {
  opened: 'opened',
  locked: 'locked',
  unlocked: 'unlocked',
  wrongPassword: 'wrong_password',
  refused: 'refused',
  limited: 'limited',
  downloaded: 'downloaded',
  searched: 'searched',
  robots: 'robots',
};

/** All queries of the two tables of visits, except the writing of new ones. */
export function visitRows(strapi: Core.Strapi) {
  const db = strapi.db.connection;

  const ofLink = (link: LinkRef, { outcome, from, to, robots }: VisitWhere) => {
    const query = db(VISIT_TABLE).where({ link_document_id: link.documentId });
    if (outcome) query.andWhere({ outcome });
    if (from) query.andWhere('at', '>=', new Date(from));
    if (to) query.andWhere('at', '<', new Date(to));
    if (robots !== undefined) query.andWhere({ is_robot: robots });
    return query;
  };

  return {
    async page(link: LinkRef, where: VisitWhere, limit: number, offset: number) {
      const [rows, [counted]] = await Promise.all([
        ofLink(link, where).orderBy('id', 'desc').limit(limit).offset(offset),
        ofLink(link, where).count({ total: '*' }),
      ]);
      const { total } = counted as { total: number | string };
      return { data: (rows as Row[]).map(serializeVisit), total: Number(total) };
    },

    /** Yields all visits in batches, newest first. Each batch starts where the last one ended. */
    async *batches(link: LinkRef, where: VisitWhere): AsyncGenerator<Visit[]> {
      let before: number | null = null;
      for (;;) {
        await pause();
        const query = ofLink(link, where).orderBy('id', 'desc').limit(BATCH);
        const rows = (await (before ? query.andWhere('id', '<', before) : query)) as Row[];
        if (rows.length > 0) yield rows.map(serializeVisit);
        if (rows.length < BATCH) return;
        before = rows.at(-1)!.id;
      }
    },

    async days(link: LinkRef, { from, to }: VisitWhere, now: Date): Promise<VisitDay[]> {
      const end = to ? new Date(new Date(to).getTime() - 1) : now;
      const start = from ? new Date(from) : new Date(end.getTime() - (DEFAULT_DAYS - 1) * DAY_MS);
      const rows = (await db(DAY_TABLE)
        .select('day', 'opened', 'visitors', 'refused')
        .where({ link_document_id: link.documentId })
        .andWhere('day', '>=', dayOf(start))
        .andWhere('day', '<=', dayOf(end))
        .orderBy('day', 'desc')
        .limit(MAX_DAYS)) as VisitDay[];
      return rows
        .map(({ day, opened, visitors, refused }) => ({ day, opened, visitors, refused }))
        .reverse();
    },

    async totals(link: LinkRef & { viewerCount: number }): Promise<VisitTotals> {
      const [sums] = (await db(DAY_TABLE)
        .where({ link_document_id: link.documentId })
        .sum(TOTALS as never)) as Record<string, number | string | null>[];
      const counts = Object.keys(TOTALS).map((name) => [name, Number(sums?.[name] ?? 0)]);
      return { ...(Object.fromEntries(counts) as VisitTotals), visitors: link.viewerCount };
    },

    /**
     * Deletes the visits of a link and returns their number. Batches keep the waits short on a
     * database with one writer.
     */
    async erase(link: LinkRef): Promise<number> {
      let erased = 0;
      for (;;) {
        const ids = await db(VISIT_TABLE)
          .where({ link_document_id: link.documentId })
          .limit(BATCH)
          .pluck('id');
        if (ids.length === 0) break;
        erased += await db(VISIT_TABLE).whereIn('id', ids).del();
      }
      // Visits that came meanwhile are deleted together with the counts, so that both agree.
      return db.transaction(async (trx) => {
        await linkRows(strapi).lock(trx, [link.documentId]);
        const last = await trx(VISIT_TABLE).where({ link_document_id: link.documentId }).del();
        await trx(DAY_TABLE).where({ link_document_id: link.documentId }).del();
        await linkRows(strapi).resetViews(trx, link.documentId);
        return erased + last;
      });
    },

    /** Deletes one batch of the oldest visits from before the moment. Returns their number. */
    async deleteBefore(moment: Date): Promise<number> {
      const ids = await db(VISIT_TABLE)
        .where('at', '<', moment)
        .orderBy('at')
        .limit(BATCH)
        .pluck('id');
      if (ids.length > 0) await db(VISIT_TABLE).whereIn('id', ids).del();
      return ids.length;
    },
  };
}

function serializeVisit(row: Row): Visit {
  return {
    id: row.id,
    at: new Date(row.at).toISOString(),
    outcome: row.outcome,
    reason: row.reason,
    address: row.address,
    browser: row.browser,
    device: row.device,
    referrer: row.referrer,
    visitor: row.visitor_id,
    isReturning: Boolean(row.is_returning),
    isRobot: Boolean(row.is_robot),
  };
}
