import { Readable } from 'node:stream';

import type { Core } from '@strapi/strapi';

import type { EntrySharing } from '../../../../contracts/entries';
import { historySchema, listLinksSchema, timelineSchema } from '../../../../contracts/link-schemas';
import type {
  BulkInput,
  BulkResult,
  CreateLinkInput,
  HistoryList,
  Link,
  LinkList,
  Pagination,
  TimelineEvent,
  TimelineList,
  TimelineQuery,
  UpdateLinkInput,
} from '../../../../contracts/links';
import { decrypt } from '../../core/encryption';
import { refuse } from '../../core/errors';
import { paginationOf } from '../../core/pagination';
import { pause } from '../../core/pause';
import { validate } from '../../core/validation';
import { localesOf } from '../../rights/permitted-link';
import type { Rights } from '../../rights/rights';
import { entryTitles } from '../../rights/titles';
import { pathLabels } from '../../schema/path-labels';
import { linkUrl } from '../../settings/public-url';
import { getSettings } from '../../settings/service';
import { linkChanges } from '../changes/changes';
import { createLink } from '../changes/create';
import { NOT_LOADED, mayReadAll } from '../rules/exposed-paths';
import type { EntryVersions } from '../rules/exposed-paths';
import { linkAccess } from '../rules/link-access';
import { missingFields } from '../rules/shapes';
import { standings } from '../rules/standings';
import { linkRows } from '../store/link-rows';
import type { LinkRow } from '../store/link-schema';
import {
  countEvents,
  fieldsIn,
  recordEvent,
  timelineOf,
  withoutAddresses,
} from '../store/timeline';
import { rightsOf } from './by';
import type { By } from './by';
import { CSV_BATCH, CSV_ROWS, linksCsv } from './csv';
import { entrySharing } from './entry-sharing';
import { listWhere, orderOf } from './filter';
import { qrCode } from './qr';
import type { QrCode } from './qr';
import { serializeHistoryRow, serializeLink } from './serialize';

export type LinksService = ReturnType<typeof linksService>;

/** Links for the plugin's own controllers and for code of the site. It applies all rules. */
export function linksService({ strapi }: { strapi: Core.Strapi }) {
  const rows = linkRows(strapi);
  const access = linkAccess(strapi);
  const changes = linkChanges(strapi);

  return {
    /**
     * Makes a link. The answer contains its full address. Later answers contain it only if the app
     * has an encryption key. Refuses like `createLink`.
     */
    async create(input: CreateLinkInput | unknown, by: By): Promise<Link> {
      const rights = rightsOf(by);
      const { row, token } = await createLink(strapi, input, rights);
      return presentNew(row, row.slug ?? token, rights);
    },

    /** See `entrySharing`. */
    ofEntry: (
      entry: { contentType: string; documentId: string; locale?: string | null },
      rights: Rights
    ): Promise<EntrySharing> => entrySharing(strapi, entry, rights),

    /**
     * One page of the links that somebody may see.
     *
     * @throws Refused `invalid` for unknown filters, sort orders and page sizes
     */
    async list(input: unknown, by: By): Promise<LinkList> {
      const rights = rightsOf(by);
      const query = validate(listLinksSchema, input);
      const where = await listWhere(strapi, query, rights);
      const isOneEntry = Boolean(query.contentType && query.documentId);
      const { found, pagination } = await pageOf(where, query, orderOf(query.sort));
      return { data: await presentAll(found, rights, isOneEntry), meta: { pagination } };
    },

    /** The links of a list as CSV, streamed. It contains no addresses and no secrets. */
    async csv(input: unknown, by: By): Promise<Readable> {
      const rights = rightsOf(by);
      const query = validate(listLinksSchema, input);
      const where = await listWhere(strapi, query, rights);
      const batches = async function* () {
        for (let offset = 0; offset < CSV_ROWS; offset += CSV_BATCH) {
          await pause();
          const options = { orderBy: orderOf(query.sort), limit: CSV_BATCH, offset };
          const found = await rows.find(where, options);
          yield await presentAll(found, rights, false);
          if (found.length < CSV_BATCH) return;
        }
      };
      return Readable.from(linksCsv(batches()), { objectMode: false });
    },

    /** All links that an entry ever had, newest first, also ended ones. */
    async history(input: unknown, by: By): Promise<HistoryList> {
      const rights = rightsOf(by);
      const query = validate(historySchema, input);
      const where = await listWhere(strapi, query, rights);
      const { found, pagination } = await pageOf(where, query, [{ createdAt: 'desc' }]);
      const links = await presentAll(found, rights, true);
      const data = found.map((row, index) => serializeHistoryRow(row, links[index]!));
      return { data, meta: { pagination } };
    },

    /** @throws Refused `not-found`, or `not-owner` if they may not see the link */
    async get(id: number, by: By): Promise<Link> {
      const rights = rightsOf(by);
      return present(await access.readable(id, rights), rights);
    },

    /**
     * @throws Refused `invalid`, `not-found`, `not-owner`, `slug-taken`, `field-not-shareable`,
     *   `link-changed` if somebody else changed the link first, or `link-revoked` if it is deleted
     */
    async update(id: number, input: UpdateLinkInput | unknown, by: By): Promise<Link> {
      const rights = rightsOf(by);
      return present(await changes.update(id, input, rights), rights);
    },

    /** Closes the link until somebody resumes it. Its address stays the same. */
    async pause(id: number, by: By): Promise<Link> {
      const rights = rightsOf(by);
      return present(await changes.pause(id, rights), rights);
    },

    async resume(id: number, by: By): Promise<Link> {
      const rights = rightsOf(by);
      return present(await changes.resume(id, rights), rights);
    },

    /** Gives the link a new address and closes the old one for good. */
    async rotate(id: number, by: By): Promise<Link> {
      const rights = rightsOf(by);
      const { row, token } = await changes.rotate(id, rights);
      return presentNew(row, token, rights);
    },

    async takeOver(id: number, by: By): Promise<Link> {
      const rights = rightsOf(by);
      return present(await changes.takeOver(id, rights), rights);
    },

    /**
     * Ends a link for good. Its row stays in the history.
     *
     * @throws Refused `not-found`, `not-owner`, or `link-revoked` if it has already ended
     */
    async revoke(id: number, by: By): Promise<Link> {
      const rights = rightsOf(by);
      return present(await changes.revoke(id, rights), rights);
    },

    bulk: (input: BulkInput | unknown, by: By): Promise<BulkResult> =>
      changes.bulk(input, rightsOf(by)),

    /** The events of a link, newest first: the newest hundred, unless the query asks for others. */
    timeline: async (id: number, by: By, query: TimelineQuery = {}): Promise<TimelineEvent[]> =>
      (await timelinePage(id, by, query)).data,

    timelinePage,

    /**
     * Returns the password in plain text and records this in the timeline. Returns null if no
     * password is stored.
     *
     * @throws Refused `not-allowed` without the right to read passwords
     */
    async password(id: number, by: By): Promise<string | null> {
      const rights = rightsOf(by);
      const row = await access.readable(id, rights);
      if (!rights.reveals) {
        refuse('not-allowed', `${rights.giver} does not let you read passwords`);
      }
      const { passwordReveal } = await getSettings(strapi);
      const password = passwordReveal ? decrypt(strapi, row.passwordCipher) : null;
      if (password !== null) await recordEvent(strapi, row, 'password-revealed', rights.actor);
      return password;
    },

    /**
     * The address as a QR code.
     *
     * @throws Refused `invalid`, or `not-allowed` if the person may not see the address
     */
    async qr(id: number, input: unknown, by: By): Promise<QrCode> {
      const rights = rightsOf(by);
      const { url } = await present(await access.readable(id, rights), rights);
      if (!url) refuse('not-allowed', 'The address of this link can’t be shown');
      await pause();
      return qrCode(url, input);
    },
  };

  /**
   * One page of the timeline, with the number of all events. The query may limit the types of
   * events.
   *
   * @throws Refused `invalid`, `not-found`, or `not-owner` if they may not see the link
   */
  async function timelinePage(
    id: number,
    by: By,
    input: TimelineQuery | unknown = {}
  ): Promise<TimelineList> {
    const rights = rightsOf(by);
    const row = await access.readable(id, rights);
    const query = validate(timelineSchema, input);
    const [total, events, entries] = await Promise.all([
      countEvents(strapi, row, query),
      timelineOf(strapi, row, query),
      access.entriesOf(row),
    ]);
    const data = mayReadAll(strapi, rights, row, entries)
      ? events
      : events.map((event) => ({ ...event, changes: withoutAddresses(event.changes) }));
    const labels = await pathLabels(strapi, row.contentType, fieldsIn(data));
    return { data, meta: { pagination: paginationOf(query, total), labels } };
  }

  async function pageOf(
    where: Record<string, unknown>,
    { page, pageSize }: { page: number; pageSize: number },
    orderBy: unknown
  ): Promise<{ found: LinkRow[]; pagination: Pagination }> {
    const [total, found] = await Promise.all([
      rows.count(where),
      rows.find(where, { orderBy, limit: pageSize, offset: (page - 1) * pageSize }),
    ]);
    return { found, pagination: paginationOf({ page, pageSize }, total) };
  }

  /** With `isOneEntry`, rights are checked on the entry itself, otherwise on its whole type. */
  async function presentAll(
    found: LinkRow[],
    rights: Rights,
    isOneEntry: boolean
  ): Promise<Link[]> {
    await pause();
    const settings = await getSettings(strapi);
    const [titleOf, standingOf] = await Promise.all([
      entryTitles(strapi, found),
      standings(strapi, settings, found),
    ]);
    const loaded = new Map<string, EntryVersions>();
    const entriesOf = async (row: LinkRow): Promise<EntryVersions> => {
      const key = JSON.stringify(localesOf(row));
      const entries = loaded.get(key) ?? (await access.entriesOf(row));
      loaded.set(key, entries);
      return entries;
    };
    const links: Link[] = [];
    for (const row of found) {
      await pause();
      const entries = isOneEntry ? await entriesOf(row) : NOT_LOADED;
      const title = titleOf(row);
      const isReadable = title !== null && access.readsTitle(row, rights, entries, title.field);
      const url = access.addressFor(row, rights, entries, settings);
      links.push(
        serializeLink(
          row,
          url,
          isReadable ? title.text : null,
          missingFields(strapi, row),
          standingOf(row)
        )
      );
    }
    return links;
  }

  /** Only the maker of a new address gets it here, even if the app can't store it. */
  async function presentNew(row: LinkRow, address: string, rights: Rights): Promise<Link> {
    const url = linkUrl(strapi, await getSettings(strapi), address);
    return { ...(await present(row, rights)), url, slug: row.slug };
  }

  async function present(row: LinkRow, rights: Rights): Promise<Link> {
    const [link] = await presentAll([row], rights, true);
    return link!;
  }
}
