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

/** The parts of a link's row that decide what it shows. */
export interface Source {
  contentType: string;
  entryDocumentId: string;
  entryLocale: string | null;
  extraLocales: string[] | null;
  shows: LinkShows;
  fields: string[];
  includeChildren: boolean;
  childFields: Record<string, string[]> | null;
  /** Reads what is kept with the link; asked only where it is about to be shown. */
  snapshot(): Promise<unknown>;
}

/**
 * What a link shows at a place; null when there is nothing: the entry, its language or the version
 * that was shared is gone, or the place is none of the link's.
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

/** The same without what is around it, which most of the reading is for: enough for its files. */
export async function openEntry(
  strapi: Core.Strapi,
  settings: Settings,
  source: Source,
  place: Place
): Promise<ShownEntry | null> {
  // Whether an entry below is one of the link's is for the tree to say.
  if (place.childId) return (await openContent(strapi, settings, source, place))?.entry ?? null;
  const locale = localeAt(source, place);
  if (locale === undefined) return null;
  return shownRoot(strapi, settings, source, rootOf(source, locale));
}

/** Whether a link shows anything at all, which costs much less to find out than what it shows. */
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
 * All entries that a link opens in one language, the shared one first. They are read one by one, so
 * that whoever looks through hundreds of them need not hold them all.
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

/** Undefined for a language that is none of the link's. */
function localeAt(source: Source, { locale }: Place): string | null | undefined {
  if (locale === null || locale === source.entryLocale) return source.entryLocale;
  return (source.extraLocales ?? []).includes(locale) ? locale : undefined;
}

/** Null for content that is kept with the link, which has one page and no more. */
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

/** For the way back to the top, its title is enough. */
function titleEntry(
  strapi: Core.Strapi,
  settings: Settings,
  source: Source,
  root: TreeRoot | null
): Promise<ShownEntry | null> {
  const texts = source.fields.filter((path) => /^\w+$/.test(path));
  return shownRoot(strapi, settings, { ...source, fields: texts }, root);
}

function shownChild(
  strapi: Core.Strapi,
  settings: Settings,
  root: TreeRoot,
  { uid, id }: ChildNode
): Promise<ShownEntry | null> {
  const model = strapi.contentTypes[uid as UID.ContentType] as Schema.ContentType;
  return showEntry(strapi, settings, {
    contentType: uid,
    documentId: id,
    locale: isLocalizedModel(model) ? root.locale : null,
    shows: root.shows,
    fields: root.childFields[uid] ?? [],
  });
}

/** The languages to switch among: those of the link in which the entry has something to show. */
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

/** The same for an entry below, which need not be in all languages of the one at the top. */
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

/** In which of some languages an entry has the version that is shown. */
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
