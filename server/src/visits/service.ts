import { Readable } from 'node:stream';

import type { Core } from '@strapi/strapi';

import type { Link } from '../../../contracts/links';
import { visitQuerySchema } from '../../../contracts/visit-schemas';
import type { ErasedVisits, LinkSummary, VisitList, VisitSummary } from '../../../contracts/visits';
import { validate } from '../core/validation';
import { rightsOf } from '../links/api/by';
import type { By } from '../links/api/by';
import { linksService } from '../links/api/service';
import { emitLinkEvent } from '../links/changes/events';
import { linkAccess } from '../links/rules/link-access';
import { recordEvent } from '../links/store/timeline';
import { getSettings } from '../settings/service';
import { visitsCsv } from './csv';
import { visitLog } from './log';
import { visitRows } from './rows';

/** The number of links in each list of the homepage. */
const SUMMARY_LINKS = 5;

/**
 * Visits for the plugin's own controllers and for code of the site. Whoever may see a link may see
 * its visits.
 */
export function visitsService({ strapi }: { strapi: Core.Strapi }) {
  const access = linkAccess(strapi);
  const rows = visitRows(strapi);

  return {
    /**
     * The visits of a link, newest first, with the data of its chart.
     *
     * @throws Refused `invalid`, `not-found`, or `not-owner` if they may not see the link
     */
    async list(linkId: number, input: unknown, by: By): Promise<VisitList> {
      const link = await access.readable(linkId, rightsOf(by));
      const { page, pageSize, ...where } = validate(visitQuerySchema, input);
      const [{ data, total }, days, totals, settings] = await Promise.all([
        rows.page(link, where, pageSize, (page - 1) * pageSize),
        rows.days(link, where, new Date()),
        rows.totals(link),
        getSettings(strapi),
      ]);
      const pagination = { page, pageSize, pageCount: Math.ceil(total / pageSize), total };
      return { data, meta: { pagination, days, totals, kept: settings.visits } };
    },

    /** All these visits as CSV, streamed. */
    async csv(linkId: number, input: unknown, by: By): Promise<Readable> {
      const link = await access.readable(linkId, rightsOf(by));
      const where = validate(visitQuerySchema, input);
      return Readable.from(visitsCsv(rows.batches(link, where)), { objectMode: false });
    },

    /** Writes the waiting visits of this process, for code that then reads the tables. */
    flush: () => visitLog(strapi).flush(),

    /**
     * Deletes all data about a link's visits, also the counts. On a link with a limit, viewers stay
     * counted.
     *
     * @throws Refused `not-found`, or `not-owner` for those who may not change the link
     */
    async erase(linkId: number, by: By): Promise<ErasedVisits> {
      const { actor } = rightsOf(by);
      const link = await access.manageable(linkId, rightsOf(by));
      await visitLog(strapi).flush();
      const erased = await rows.erase(link);
      const changes = [{ field: 'visits', from: erased, to: 0 }];
      await recordEvent(strapi, link, 'visits-erased', actor, changes);
      await emitLinkEvent(strapi, 'share-link.update', link, actor, changes);
      return { erased };
    },

    /** The summary for the homepage, of the links that the person may see. */
    async summary(by: By): Promise<VisitSummary> {
      const list = (query: object) =>
        linksService({ strapi }).list({ pageSize: SUMMARY_LINKS, ...query }, by);
      const [visited, ending, unopened] = await Promise.all([
        list({ state: 'active', opened: 'ever', sort: 'viewCount:desc' }),
        list({ ends: 'soon', sort: 'expiresAt:asc' }),
        list({ state: 'active', opened: 'never', sort: 'createdAt:asc' }),
      ]);
      return {
        mostVisited: visited.data.map(summarise),
        endingSoon: ending.data.map(summarise),
        neverOpened: {
          count: unopened.meta.pagination.total,
          links: unopened.data.map(summarise),
        },
      };
    },
  };
}

export type VisitsService = ReturnType<typeof visitsService>;

function summarise(link: Link): LinkSummary {
  const { id, label, entryTitle, contentType, documentId, locale, state } = link;
  const { viewCount, viewerCount, lastViewedAt, expiresAt } = link;
  return {
    id,
    label,
    entryTitle,
    contentType,
    documentId,
    locale,
    state,
    viewCount,
    viewerCount,
    lastViewedAt,
    expiresAt,
  };
}
