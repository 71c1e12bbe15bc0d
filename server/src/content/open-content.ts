import type { Core, Schema, UID } from '@strapi/strapi';

import type { LinkShows } from '../../../contracts/links';
import type { Settings } from '../../../contracts/settings';
import type { ShownEntry, ShownLocale } from '../../../contracts/shown';
import { childTree, findNode, isLocalizedModel, showTree } from './children';
import type { ChildNode, TreeRoot } from './children';
import type { OpenedContent } from './opened-content';
import { HOME } from './place';
import type { Place } from './place';
import { showEntry } from './show-entry';
import { isSnapshot, showSnapshot } from './snapshot';

/** The columns of a link that decide what it shows. */
export interface Source {
  contentType: string;
  entryDocumentId: string;
  entryLocale: string | null;
  extraLocales: string[] | null;
  shows: LinkShows;
  fields: string[];
  includeChildren: boolean;
  childFields: Record<string, string[]> | null;
  /** Reads the link's snapshot. Called only if it is about to be shown. */
  snapshot(): Promise<unknown>;
}

/**
 * What a link shows at a place. Returns null if the entry, its language or the shared version is
 * gone, or if the link does not have this place.
 */
export async function openContent(
  strapi: Core.Strapi,
  settings: Settings,
  source: Source,
  place: Place = HOME
): Promise<OpenedContent | null> {
  const locale = localeAt(source, place);
  if (locale === undefined) return null;
  const root = rootOf(source, locale);
  const [top, nodes, locales] = await Promise.all([
    place.childId
      ? titleEntry(strapi, settings, source, root)
      : shownRoot(strapi, settings, source, root),
    root ? childTree(strapi, settings, root) : [],
    localesOf(strapi, source),
  ]);
  if (!top) return null;
  const around = { root: { id: top.id, title: top.title }, children: showTree(nodes), locales };
  if (!place.childId) {
    return { uid: source.contentType, paths: source.fields, entry: top, around };
  }
  const node = findNode(nodes, place.childId);
  const child = node && root && (await shownChild(strapi, settings, root, node));
  if (!node || !child) return null;
  return {
    uid: node.uid,
    paths: source.childFields?.[node.uid] ?? [],
    entry: child,
    around: { ...around, locales: await localesOfChild(strapi, locales, root, node) },
  };
}

/**
 * The same entry without its surroundings, which take most of the queries. The files need no more.
 */
export async function openEntry(
  strapi: Core.Strapi,
  settings: Settings,
  source: Source,
  place: Place
): Promise<ShownEntry | null> {
  // Only the tree tells whether an entry below belongs to the link.
  if (place.childId) return (await openContent(strapi, settings, source, place))?.entry ?? null;
  const locale = localeAt(source, place);
  if (locale === undefined) return null;
  return shownRoot(strapi, settings, source, rootOf(source, locale));
}

/** Returns true if a link shows anything. This costs much less than reading what it shows. */
export async function hasContent(
  strapi: Core.Strapi,
  settings: Settings,
  source: Source
): Promise<boolean> {
  const root = rootOf(source, source.entryLocale);
  if (!root) return isSnapshot(await source.snapshot());
  return (await shownRoot(strapi, settings, { ...source, fields: [] }, root)) !== null;
}

/**
 * All entries that a link opens in one language, the shared one first. Reads them one by one, so
 * that a caller need not keep hundreds of them in memory.
 */
export async function* everyEntry(
  strapi: Core.Strapi,
  settings: Settings,
  source: Source,
  place: Place
): AsyncGenerator<ShownEntry> {
  const locale = localeAt(source, place);
  if (locale === undefined) return;
  const root = rootOf(source, locale);
  const top = await shownRoot(strapi, settings, source, root);
  if (!top) return;
  yield top;
  if (!root) return;
  for (const node of flatten(await childTree(strapi, settings, root))) {
    const child = await shownChild(strapi, settings, root, node);
    if (child) yield child;
  }
}

function flatten(nodes: ChildNode[]): ChildNode[] {
  return nodes.flatMap((node) => [node, ...flatten(node.children)]);
}

/** Returns undefined for a language that the link does not have. */
function localeAt(source: Source, { locale }: Place): string | null | undefined {
  if (locale === null || locale === source.entryLocale) return source.entryLocale;
  return (source.extraLocales ?? []).includes(locale) ? locale : undefined;
}

/** Returns null for a snapshot, which has only one page. */
function rootOf(source: Source, locale: string | null): TreeRoot | null {
  if (source.shows === 'frozen') return null;
  return {
    uid: source.contentType,
    documentId: source.entryDocumentId,
    locale,
    shows: source.shows,
    childFields: source.includeChildren ? (source.childFields ?? {}) : {},
  };
}

async function shownRoot(
  strapi: Core.Strapi,
  settings: Settings,
  source: Source,
  root: TreeRoot | null
): Promise<ShownEntry | null> {
  if (!root) return showSnapshot(strapi, settings, source, await source.snapshot());
  return showEntry(strapi, settings, {
    contentType: root.uid,
    documentId: root.documentId,
    locale: root.locale,
    shows: root.shows,
    fields: source.fields,
  });
}

/** Reads no related entries: the way back to the top needs just the title. */
function titleEntry(
  strapi: Core.Strapi,
  settings: Settings,
  source: Source,
  root: TreeRoot | null
): Promise<ShownEntry | null> {
  const texts = source.fields.filter((path) => /^[\w.]+$/.test(path));
  return shownRoot(strapi, settings, { ...source, fields: texts }, root);
}

async function shownChild(
  strapi: Core.Strapi,
  settings: Settings,
  root: TreeRoot,
  { uid, id, title }: ChildNode
): Promise<ShownEntry | null> {
  const model = strapi.contentTypes[uid as UID.ContentType] as Schema.ContentType;
  const entry = await showEntry(strapi, settings, {
    contentType: uid,
    documentId: id,
    locale: isLocalizedModel(model) ? root.locale : null,
    shows: root.shows,
    fields: root.childFields[uid] ?? [],
  });
  // An entry is called the same on its page as in the navigation.
  return entry && { ...entry, title };
}

/** The languages of the link in which the entry has something to show. */
async function localesOf(strapi: Core.Strapi, source: Source): Promise<ShownLocale[]> {
  const { entryLocale, shows } = source;
  if (!entryLocale) return [];
  const own: ShownLocale = { code: entryLocale, segment: null };
  const extra = source.extraLocales ?? [];
  if (shows === 'frozen' || extra.length === 0) return [own];
  const there = await localesWith(strapi, {
    uid: source.contentType,
    documentId: source.entryDocumentId,
    shows,
    among: extra,
  });
  return [
    own,
    ...extra.filter((code) => there.includes(code)).map((code) => ({ code, segment: code })),
  ];
}

/** The same for an entry below, which may not exist in all languages of the shared entry. */
async function localesOfChild(
  strapi: Core.Strapi,
  locales: ShownLocale[],
  { shows }: TreeRoot,
  { uid, id }: ChildNode
): Promise<ShownLocale[]> {
  const model = strapi.contentTypes[uid as UID.ContentType];
  if (locales.length < 2 || !model || !isLocalizedModel(model)) return locales;
  const among = locales.map(({ code }) => code);
  const there = await localesWith(strapi, { uid, documentId: id, shows, among });
  return locales.filter(({ code }) => there.includes(code));
}

/** Those of the languages in which the entry has the shown version. */
async function localesWith(
  strapi: Core.Strapi,
  entry: { uid: string; documentId: string; shows: 'draft' | 'published'; among: string[] }
): Promise<string[]> {
  const model = strapi.contentTypes[entry.uid as UID.ContentType];
  if (!model) return [];
  const rows = (await strapi.db.query(model.uid).findMany({
    where: {
      documentId: entry.documentId,
      locale: { $in: entry.among },
      ...(model.options?.draftAndPublish
        ? { publishedAt: entry.shows === 'published' ? { $notNull: true } : null }
        : {}),
    },
    select: ['locale'],
  } as never)) as { locale: string }[];
  return rows.map(({ locale }) => locale);
}
