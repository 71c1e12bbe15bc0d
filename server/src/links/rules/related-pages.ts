import type { Core, UID } from '@strapi/strapi';

import type { Settings } from '../../../../contracts/settings';
import type { ShownEntry, ShownField, ShownReference } from '../../../../contracts/shown';
import { showEntry } from '../../content/show-entry';
import { keptEntry } from '../../content/snapshot';
import { isLocalized } from '../../schema/localized';
import { readsOf, segmentsOf, settingOf, shareablePaths } from '../../schema/paths';
import type { EntryRef } from '../../share-policy/effective';
import { snapshotRows } from '../store/snapshot-rows';
import { openedPages } from './opened-pages';
import type { EntryVersion, OpenedPage } from './opened-pages';

/** More entries than these are not looked at for one question. */
const MAX_HOLDERS = 200;

/** The number of pages that are read to see what they show. */
const MAX_READ = 30;

/**
 * The pages of links on which a followed relation shows an entry with its own fields. The database
 * finds the entries that lead there; the pages themselves are read to see what they show now.
 */
export async function relatedPages(
  strapi: Core.Strapi,
  settings: Settings,
  entry: EntryVersion
): Promise<OpenedPage[]> {
  const holders = await holdersOf(strapi, settings, entry);
  const known = new Map(holders.map((holder) => [versionKey(holder), holder]));
  const pages = await openedPages(strapi, settings, [...known.values()]);
  const shown: OpenedPage[] = [];
  const answers = new Map<string, boolean>();
  for (const page of pages) {
    const { row, fields } = page;
    const leading = fields.filter((path) =>
      readsOf(strapi, page.entry.uid, path).some(({ uid, isRelated, needs }) => {
        return isRelated && needs === 'share' && uid === entry.uid;
      })
    );
    if (leading.length === 0) continue;
    const key = JSON.stringify([versionKey(page.entry), row.shows, row.snapshotKey, leading]);
    const isShown =
      answers.get(key) ??
      (answers.size < MAX_READ && (await shows(strapi, settings, page, leading, entry)));
    answers.set(key, isShown);
    if (isShown) shown.push({ ...page, by: 'relation' });
  }
  return shown;
}

async function shows(
  strapi: Core.Strapi,
  settings: Settings,
  { entry, row }: OpenedPage,
  fields: string[],
  asked: EntryRef
): Promise<boolean> {
  if (row.shows === 'frozen') {
    const kept = row.snapshotKey && (await snapshotRows(strapi).contentOf(row.snapshotKey));
    const content = keptEntry(kept);
    return content !== null && hasReference(content, asked);
  }
  const subject = {
    contentType: entry.uid,
    documentId: entry.documentId,
    locale: entry.locale,
    shows: row.shows === 'published' ? ('published' as const) : ('draft' as const),
    fields,
  };
  const found = await showEntry(strapi, settings, subject, { keepsIds: true });
  return found !== null && hasReference(found, asked);
}

type KeptReference = ShownReference & { entry?: EntryRef };

function hasReference({ fields }: Pick<ShownEntry, 'fields'>, asked: EntryRef): boolean {
  const isAsked = ({ entry, fields: own }: KeptReference) =>
    own.length > 0 && entry?.uid === asked.uid && entry.documentId === asked.documentId;
  return fields.some((field: ShownField) => {
    if (field.type === 'relation') {
      return field.value.some((one) => isAsked(one) || hasReference(one, asked));
    }
    if (field.type === 'component' || field.type === 'dynamiczone') {
      return field.value.some((group) => hasReference(group, asked));
    }
    return false;
  });
}

async function holdersOf(
  strapi: Core.Strapi,
  settings: Settings,
  entry: EntryVersion
): Promise<EntryVersion[]> {
  const enabled = Object.keys(settings.contentTypes).filter(
    (uid) => settings.contentTypes[uid]?.enabled && strapi.contentTypes[uid as UID.ContentType]
  );
  const isOneOfMany = entry.locale !== null && isLocalized(strapi, entry.uid);
  const asked = {
    documentId: entry.documentId,
    ...(isOneOfMany ? { locale: entry.locale } : {}),
  };
  const found: EntryVersion[] = [];
  for (const uid of enabled) {
    const depths = settings.contentTypes[uid]?.relations ?? {};
    for (const way of waysTo(strapi, settings, uid, entry.uid, (path) => depths[path] ?? 0)) {
      const rows = await rowsLeading(strapi, uid, way, asked);
      found.push(
        ...rows.map((row) => ({
          uid,
          documentId: row.documentId,
          locale: isLocalized(strapi, uid) ? row.locale : null,
        }))
      );
    }
  }
  return found;
}

/** The ways by which the site follows relations from one type to another, as path segments. */
function waysTo(
  strapi: Core.Strapi,
  settings: Settings,
  from: string,
  to: string,
  depthOf: (path: string) => number
): string[][] {
  return shareablePaths(strapi, from).flatMap(({ path, attribute }): string[][] => {
    const depth = depthOf(settingOf(path));
    if (attribute.type !== 'relation' || !('target' in attribute) || depth < 1) return [];
    const target = String(attribute.target);
    const next = settings.contentTypes[target];
    if (!next?.enabled) return [];
    const here = segmentsOf(path);
    const further = waysTo(strapi, settings, target, to, (name) =>
      Math.min(next.relations[name] ?? 0, depth - 1)
    );
    return [...(target === to ? [here] : []), ...further.map((way) => [...here, ...way])];
  });
}

interface LeadingRow {
  id: number;
  documentId: string;
  locale: string | null;
}

/**
 * The rows of a type or component from which a way leads to the asked rows. Strapi can't filter
 * through a dynamic zone, so its table of parts is read in between.
 */
async function rowsLeading(
  strapi: Core.Strapi,
  uid: string,
  way: string[],
  asked: object
): Promise<LeadingRow[]> {
  const zoned = way.findLastIndex((segment) => segment.startsWith('('));
  if (zoned < 0) {
    const where = way.reduceRight<object>((inner, name) => ({ [name]: inner }), asked);
    const isType = uid in strapi.contentTypes;
    return (await strapi.db.query(uid as UID.ContentType).findMany({
      where,
      select: isType ? ['id', 'documentId', 'locale'] : ['id'],
      orderBy: { id: 'desc' },
      limit: MAX_HOLDERS,
    } as never)) as unknown as LeadingRow[];
  }
  const component = way[zoned]!.slice(1, -1);
  const before = way.slice(0, zoned - 1);
  const zone = way[zoned - 1]!;
  const parts = await rowsLeading(strapi, component, way.slice(zoned + 1), asked);
  if (parts.length === 0) return [];
  const ids = await holdersOfParts(strapi, ownerOf(strapi, uid, before), zone, {
    component,
    ids: parts.map(({ id }) => id),
  });
  return ids.length === 0 ? [] : rowsLeading(strapi, uid, before, { id: { $in: ids } });
}

/** The type at the end of a way. */
function ownerOf(strapi: Core.Strapi, uid: string, way: string[]): string {
  return way.reduce((owner, name) => {
    const { attributes } = strapi.db.metadata.get(owner);
    return (attributes[name] as unknown as { target: string }).target;
  }, uid);
}

/** The rows of a type whose dynamic zone contains some of the components. */
async function holdersOfParts(
  strapi: Core.Strapi,
  owner: string,
  zone: string,
  { component, ids }: { component: string; ids: number[] }
): Promise<number[]> {
  const { joinTable } = strapi.db.metadata.get(owner).attributes[zone] as unknown as {
    joinTable: {
      name: string;
      joinColumn: { name: string };
      morphColumn: { idColumn: { name: string }; typeColumn: { name: string } };
    };
  };
  const { idColumn, typeColumn } = joinTable.morphColumn;
  return strapi.db
    .getConnection(joinTable.name)
    .where({ [typeColumn.name]: component, field: zone })
    .whereIn(idColumn.name, ids)
    .limit(MAX_HOLDERS)
    .pluck(joinTable.joinColumn.name) as unknown as Promise<number[]>;
}

function versionKey({ uid, documentId, locale }: EntryVersion): string {
  return [uid, documentId, locale ?? ''].join(' ');
}
