import type { Core, UID } from '@strapi/strapi';

import type { Settings } from '../../../../contracts/settings';
import type { ShownEntry, ShownField, ShownReference } from '../../../../contracts/shown';
import { rowsLeading } from '../../content/leading-rows';
import { showEntry } from '../../content/show-entry';
import { keptEntry } from '../../content/snapshot';
import { isLocalized } from '../../schema/localized';
import { readsOf, segmentsOf, settingOf, shareablePaths } from '../../schema/paths';
import type { EntryRef } from '../../share-policy/effective';
import { snapshotRows } from '../store/snapshot-rows';
import { openedPages } from './opened-pages';
import type { EntryVersion, OpenedPage } from './opened-pages';

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

function versionKey({ uid, documentId, locale }: EntryVersion): string {
  return [uid, documentId, locale ?? ''].join(' ');
}
