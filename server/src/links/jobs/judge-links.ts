import { setImmediate as nextTurn } from 'node:timers/promises';

import type { Core } from '@strapi/strapi';

import type { Maker } from '../../rights/makers';
import { judgeByTypes, localesOf, readsOfLink } from '../../rights/permitted-link';
import type { EntryDocument, Rights } from '../../rights/rights';
import { findEntries } from '../../rights/target';
import type { LinkRow } from '../store/link-schema';
import { LINK_UID } from '../store/link-uid';
import { SHOWN_COLUMNS } from '../store/shown-links';
import type { ShownLink } from '../store/shown-links';

/** The number of rows, and of whole entries, that are read together. */
const LINKS = 100;
const ENTRIES = 10;

/** The number of cached decisions per maker; most links of a maker are alike. */
const KNOWN = 500;

type JudgedLink = ShownLink & Pick<LinkRow, 'suspendedAt'>;

const JUDGED: (keyof JudgedLink)[] = [...SHOWN_COLUMNS, 'suspendedAt'];

/** Links whose state does not match their maker's rights. */
export interface Judged {
  lost: number[];
  regained: number[];
}

/**
 * Reads a maker's links that are not deleted, and finds those to suspend and to restore.
 *
 * @param find loads the maker; called only if there is a link to check
 */
export async function* judgeLinks(
  strapi: Core.Strapi,
  makerId: number,
  find: () => Promise<Maker | null>
): AsyncGenerator<Judged> {
  let maker: Maker | null | undefined;
  let judge: Judge | undefined;
  for (let after = 0; ;) {
    const links = (await strapi.db.query(LINK_UID).findMany({
      where: { sharedById: makerId, revokedAt: null, id: { $gt: after } },
      select: JUDGED,
      orderBy: { id: 'asc' },
      limit: LINKS,
    })) as JudgedLink[];
    const last = links.at(-1);
    if (!last) return;
    maker ??= await find();
    // `suspendGone` handles all links of a deleted, blocked or inactive maker at once.
    if (!maker) return;
    judge ??= judgeOf(strapi, maker.rights);
    const permitted = await judge(links);
    yield {
      lost: idsOf(links, (link) => !link.suspendedAt && !permitted.has(link.id)),
      regained: idsOf(links, (link) => Boolean(link.suspendedAt) && permitted.has(link.id)),
    };
    after = last.id;
  }
}

function idsOf(links: JudgedLink[], test: (link: JudgedLink) => boolean): number[] {
  return links.filter(test).map(({ id }) => id);
}

/** Returns the links that the maker may share. */
type Judge = (links: JudgedLink[]) => Promise<Set<number>>;

/** Checks equal links only once, and reads entries only if the rights depend on them. */
function judgeOf(strapi: Core.Strapi, rights: Rights): Judge {
  const known = new Map<string, ReturnType<typeof judgeByTypes>>();

  function judged(link: JudgedLink) {
    const { contentType, fields, includeChildren, childFields } = link;
    const key = JSON.stringify([
      contentType,
      fields,
      includeChildren && childFields,
      localesOf(link),
    ]);
    let found = known.get(key);
    if (!found) {
      found = judgeByTypes(rights, link, readsOfLink(strapi, link));
      if (known.size >= KNOWN) known.clear();
      known.set(key, found);
    }
    return found;
  }

  return async (links) => {
    const permitted = new Set<number>();
    const open: JudgedLink[] = [];
    for (const link of links) {
      const verdict = judged(link);
      if (verdict !== 'refused') permitted.add(link.id);
      if (verdict === 'by-entry') open.push(link);
    }
    for await (const { uid, locale, entries } of entriesOf(strapi, open)) {
      const isRefused = (entry: EntryDocument) => !rights.sharesEntry(uid, entry);
      const refused = new Set(entries.filter(isRefused).map(({ documentId }) => documentId));
      for (const link of open) {
        if (link.contentType !== uid || !localesOf(link).includes(locale)) continue;
        if (refused.has(link.entryDocumentId)) permitted.delete(link.id);
      }
    }
    return permitted;
  };
}

interface LoadedEntries {
  uid: string;
  locale: string | null;
  entries: EntryDocument[];
}

/** Loads the entries of the links a few at a time, so that other requests are not blocked. */
async function* entriesOf(strapi: Core.Strapi, links: JudgedLink[]): AsyncGenerator<LoadedEntries> {
  const groups = new Map<string, { uid: string; locale: string | null; ids: Set<string> }>();
  for (const link of links) {
    for (const locale of localesOf(link)) {
      const key = `${link.contentType} ${locale}`;
      const group = groups.get(key) ?? { uid: link.contentType, locale, ids: new Set<string>() };
      groups.set(key, group);
      group.ids.add(link.entryDocumentId);
    }
  }
  for (const { uid, locale, ids } of groups.values()) {
    const all = [...ids];
    for (let at = 0; at < all.length; at += ENTRIES) {
      const documentIds = all.slice(at, at + ENTRIES);
      yield { uid, locale, entries: await findEntries(strapi, uid, documentIds, locale) };
      await nextTurn();
    }
  }
}
