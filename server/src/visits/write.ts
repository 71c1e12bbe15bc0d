import type { Core } from '@strapi/strapi';

import type { VisitOutcome, VisitTotals } from '../../../contracts/visits';
import { dayOf } from '../core/dates';
import { derivedKey } from '../core/keys';
import type { Views } from '../links/store/link-counts';
import { linkRows } from '../links/store/link-rows';
import { getSettings } from '../settings/service';
import { keptAddress } from './address';
import type { PendingVisit } from './log';
import { DAY_TABLE, VISIT_TABLE } from './models';

type Knex = Core.Strapi['db']['connection'];

/** The number of rows in one statement. Every database allows enough parameters for them. */
const ROWS = 50;

/** The columns of the table of days that count outcomes. */
const DAY_COLUMNS: Record<VisitOutcome, string> = {
  opened: 'opened',
  locked: 'locked',
  unlocked: 'unlocked',
  'wrong-password': 'wrong_password',
  refused: 'refused',
  limited: 'limited',
  downloaded: 'downloaded',
  searched: 'searched',
};

const NO_COUNTS = Object.fromEntries(
  [...Object.values(DAY_COLUMNS), 'visitors', 'robots'].map((column) => [column, 0])
);

type DayCounts = Partial<Record<string, number>>;

/**
 * Writes visits with all their counts in one transaction, so that a retry counts nothing twice. All
 * nodes change shared rows in the same order, which avoids deadlocks.
 */
export async function writeVisits(strapi: Core.Strapi, visits: PendingVisit[]): Promise<void> {
  const rows = await rowsOf(strapi, visits);
  const rowsOfLinks = linkRows(strapi);
  await strapi.db.connection.transaction(async (trx) => {
    await rowsOfLinks.lock(trx, linksOf(visits));
    for (let start = 0; start < rows.length; start += ROWS) {
      await trx(VISIT_TABLE).insert(rows.slice(start, start + ROWS));
    }
    for (const [linkDocumentId, day, counts] of daysOf(visits))
      await addToDay(trx, linkDocumentId, day, counts);
    for (const linkDocumentId of linksOf(visits)) {
      const views = viewsOf(visits.filter((visit) => visit.linkDocumentId === linkDocumentId));
      if (views) await rowsOfLinks.addViews(trx, linkDocumentId, views);
    }
  });
}

async function rowsOf(strapi: Core.Strapi, visits: PendingVisit[]) {
  const { address } = (await getSettings(strapi)).visits;
  const key = derivedKey(strapi, 'visit addresses');
  return visits.map(({ linkDocumentId, at, ip, ...visit }) => ({
    link_document_id: linkDocumentId,
    at,
    outcome: visit.outcome,
    reason: visit.reason,
    address: keptAddress(address, { ip, linkDocumentId, day: dayOf(at) }, key),
    browser: visit.browser,
    device: visit.device,
    referrer: visit.referrer,
    visitor_id: visit.visitorId,
    is_returning: visit.isReturning,
    is_robot: visit.isRobot,
  }));
}

function linksOf(visits: PendingVisit[]): string[] {
  return [...new Set(visits.map(({ linkDocumentId }) => linkDocumentId))].sort();
}

function daysOf(
  visits: PendingVisit[]
): [linkDocumentId: string, day: string, counts: DayCounts][] {
  const days: Record<string, DayCounts> = {};
  for (const { linkDocumentId, at, outcome, isRobot, isFirstToday } of visits) {
    const counts = (days[`${linkDocumentId} ${dayOf(at)}`] ??= {});
    const columns = isRobot ? ['robots'] : [DAY_COLUMNS[outcome]];
    if (isFirstToday) columns.push('visitors' satisfies keyof VisitTotals);
    for (const column of columns) counts[column] = (counts[column] ?? 0) + 1;
  }
  return Object.entries(days)
    .map(([key, counts]) => [...(key.split(' ') as [string, string]), counts] as const)
    .sort(([a, dayA], [b, dayB]) => compare(a, b) || compare(dayA, dayB))
    .map(([linkDocumentId, day, counts]) => [linkDocumentId, day, counts]);
}

/** Every node must sort alike, whatever its language. */
function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Updates first, because most days exist: an upsert alone would use up an id each time. */
async function addToDay(
  trx: Knex,
  linkDocumentId: string,
  day: string,
  counts: DayCounts
): Promise<void> {
  const more = (name: (column: string) => string) =>
    Object.fromEntries(
      Object.entries(counts).map(([column, count]) => [
        column,
        trx.raw('?? + ?', [name(column), count!]),
      ])
    );
  const changed = await trx(DAY_TABLE)
    .where({ link_document_id: linkDocumentId, day })
    .update(more((column) => column));
  if (changed > 0) return;
  await trx(DAY_TABLE)
    .insert({ link_document_id: linkDocumentId, day, ...NO_COUNTS, ...counts })
    .onConflict(['link_document_id', 'day'])
    .merge(more((column) => `${DAY_TABLE}.${column}`));
}

/** Returns null if nobody has opened a link. */
function viewsOf(visits: PendingVisit[]): Views | null {
  const openings = visits.filter(({ outcome, isRobot }) => outcome === 'opened' && !isRobot);
  if (openings.length === 0) return null;
  return {
    openings: openings.length,
    newViewers: openings.filter(({ isNewViewer }) => isNewViewer).length,
    last: new Date(Math.max(...openings.map(({ at }) => at.getTime()))),
  };
}
