import type { Core } from '@strapi/strapi';

import type { OpenedBy } from '../../../../contracts/entries';
import type { Settings } from '../../../../contracts/settings';
import { MAX_LEVELS, childTree } from '../../content/children';
import type { ChildNode, TreeRoot } from '../../content/children';
import { pause } from '../../core/pause';
import { localesOf } from '../../rights/permitted-link';
import { isLocalized } from '../../schema/localized';
import { directParents } from '../../share-policy/ancestors';
import { entryKey } from '../../share-policy/effective';
import type { EntryRef } from '../../share-policy/effective';
import { linkRows } from '../store/link-rows';
import type { LinkRow } from '../store/link-schema';
import { unendedWhere } from '../store/live-links';
import { pathsAsChosen } from './shapes';

/** An entry in one language; null for types without languages. */
export interface EntryVersion extends EntryRef {
  locale: string | null;
}

/** A page of a link that shows an entry as its own. */
export interface OpenedPage {
  entry: EntryVersion;
  row: LinkRow;
  by: OpenedBy;
  /** The language of the shared entry in which visitors get there. */
  rootLocale: string | null;
  /** The paths that the page shows. */
  fields: string[];
}

/** More trees of entries below than these are not read for one question. */
const MAX_TREES = 50;

/** More links than these are not looked at for one question. */
const MAX_LINKS = 500;

/**
 * The pages on which links show some entries: as the shared entry, as another language of it, or as
 * an entry below it. It looks at links that have not ended, whether they open now or not.
 */
export async function openedPages(
  strapi: Core.Strapi,
  settings: Settings,
  entries: EntryVersion[]
): Promise<OpenedPage[]> {
  const own = await pagesOfTheirOwn(strapi, entries);
  const below = await pagesBelow(strapi, settings, entries);
  return [...own, ...below];
}

async function pagesOfTheirOwn(
  strapi: Core.Strapi,
  entries: EntryVersion[]
): Promise<OpenedPage[]> {
  const rows = await linksOf(strapi, entries);
  return entries.flatMap((entry) =>
    (rows.get(entryKey(entry)) ?? []).flatMap((row): OpenedPage[] => {
      const { fields } = pathsAsChosen(strapi, row);
      const isMain = entry.locale === null || row.entryLocale === entry.locale;
      if (isMain) return [{ entry, row, by: 'own', rootLocale: row.entryLocale, fields }];
      const hasLanguage = row.shows !== 'frozen' && localesOf(row).includes(entry.locale);
      return hasLanguage ? [{ entry, row, by: 'language', rootLocale: entry.locale, fields }] : [];
    })
  );
}

async function pagesBelow(
  strapi: Core.Strapi,
  settings: Settings,
  entries: EntryVersion[]
): Promise<OpenedPage[]> {
  const above = await entriesAbove(strapi, settings, entries);
  const rows = await linksOf(strapi, above, { includeChildren: true });
  const pages: OpenedPage[] = [];
  // Most links of an entry open the same, and a tree takes queries for each of its levels.
  const trees = new Map<string, Set<string>>();
  for (const row of [...rows.values()].flat()) {
    await pause();
    const { childFields } = pathsAsChosen(strapi, row);
    if (row.shows === 'frozen' || !childFields) continue;
    for (const rootLocale of localesOf(row)) {
      const wanted = entries.filter(
        ({ uid, locale }) =>
          childFields[uid] &&
          (rootLocale === null || rootLocale === locale || !isLocalized(strapi, uid))
      );
      if (wanted.length === 0) continue;
      const root = rootOf(row, rootLocale, childFields);
      const key = JSON.stringify(root);
      if (!trees.has(key) && trees.size >= MAX_TREES) continue;
      const below = trees.get(key) ?? keysIn(await childTree(strapi, settings, root));
      trees.set(key, below);
      for (const entry of wanted) {
        if (!below.has(entryKey(entry))) continue;
        pages.push({ entry, row, by: 'parent', rootLocale, fields: childFields[entry.uid]! });
      }
    }
  }
  return pages;
}

/** All entries of a tree, by `entryKey`. */
function keysIn(nodes: ChildNode[], found = new Set<string>()): Set<string> {
  for (const { uid, id, children } of nodes) {
    found.add(entryKey({ uid, documentId: id }));
    keysIn(children, found);
  }
  return found;
}

function rootOf(
  row: LinkRow,
  locale: string | null,
  childFields: Record<string, string[]>
): TreeRoot {
  return {
    uid: row.contentType,
    documentId: row.entryDocumentId,
    locale,
    shows: row.shows === 'published' ? 'published' : 'draft',
    childFields,
  };
}

/** Every entry above, however many ways lead there. */
async function entriesAbove(
  strapi: Core.Strapi,
  settings: Settings,
  entries: EntryRef[]
): Promise<EntryRef[]> {
  const found = new Map<string, EntryRef>();
  let level = entries;
  for (let height = 0; height < MAX_LEVELS && level.length > 0; height += 1) {
    const parents = await directParents(strapi, settings, level);
    level = parents.filter((parent) => !found.has(entryKey(parent)));
    for (const parent of level) found.set(entryKey(parent), parent);
  }
  return [...found.values()];
}

/** The links of some entries that have not ended, by `entryKey`. */
async function linksOf(
  strapi: Core.Strapi,
  entries: EntryRef[],
  where: object = {}
): Promise<Map<string, LinkRow[]>> {
  const found = new Map<string, LinkRow[]>();
  for (const contentType of new Set(entries.map(({ uid }) => uid))) {
    const ids = entries.filter(({ uid }) => uid === contentType).map((ref) => ref.documentId);
    const ofEntries = { contentType, entryDocumentId: { $in: [...new Set(ids)] }, ...where };
    const rows = await linkRows(strapi).find(
      { $and: [ofEntries, unendedWhere(new Date())] },
      { limit: MAX_LINKS }
    );
    for (const row of rows) {
      const key = entryKey({ uid: contentType, documentId: row.entryDocumentId });
      found.set(key, [...(found.get(key) ?? []), row]);
    }
  }
  return found;
}
