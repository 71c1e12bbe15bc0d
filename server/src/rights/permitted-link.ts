import type { Core } from '@strapi/strapi';

import { readsOf } from '../schema/paths';
import type { PathRead } from '../schema/paths';
import type { EntryDocument, Rights } from './rights';

/** What a link shows, and of which entry. */
export interface Shown {
  contentType: string;
  /** The link's own language; null for types that have none. */
  entryLocale: string | null;
  /** Languages that it opens besides. */
  extraLocales: string[] | null;
  fields: string[];
  includeChildren: boolean;
  /** Paths by the type of the entries below. */
  childFields: Record<string, string[]> | null;
}

/**
 * Whether somebody who made a link may go on sharing it: its entry, judged on the entry itself in
 * each of the link's languages, and all that it shows of related entries and of those below. Of
 * these there are new ones all the time, which nobody has at hand, so rights count that hold for
 * every entry of their types. That is what it took to make the link.
 *
 * @param entryIn the entry in one of the link's languages, asked for only where the type's rights
 *   leave it open; null where it is gone, and with it what could be shown
 */
export async function mayKeepSharing(
  strapi: Core.Strapi,
  rights: Rights,
  link: Shown,
  entryIn: (locale: string | null) => Promise<EntryDocument | null>
): Promise<boolean> {
  const verdict = judgeByTypes(rights, link, readsOfLink(strapi, link));
  if (verdict !== 'by-entry') return verdict === 'permitted';
  for (const locale of localesOf(link)) {
    const entry = await entryIn(locale);
    if (entry && !rights.sharesEntry(link.contentType, entry)) return false;
  }
  return true;
}

/** Every right that a link takes, once each. */
export function readsOfLink(strapi: Core.Strapi, link: Shown): PathRead[] {
  const own = link.fields.flatMap((path) => readsOf(strapi, link.contentType, path));
  const childFields = link.includeChildren ? (link.childFields ?? {}) : {};
  const below = Object.entries(childFields).flatMap(([uid, paths]) =>
    paths.flatMap((path) => readsOf(strapi, uid, path))
  );
  const reads = [...own, ...below.map((read) => ({ ...read, isRelated: true }))];
  return [...new Map(reads.map((read) => [Object.values(read).join(' '), read])).values()];
}

/** `by-entry`: a right on some entries is left, which may be a right on this one. */
export function judgeByTypes(
  rights: Rights,
  link: Shown,
  reads: PathRead[]
): 'permitted' | 'refused' | 'by-entry' {
  const locales = localesOf(link);
  const related = reads.filter(({ isRelated }) => isRelated);
  const holds = ({ uid, path, needs }: PathRead) =>
    locales.every((locale) =>
      needs === 'read'
        ? rights.readsTypeField(uid, path, locale)
        : rights.sharesTypeField(uid, path, locale)
    );
  if (!related.every(holds)) return 'refused';
  if (rights.sharesWholeTypes.includes(link.contentType)) return 'permitted';
  // A right on any field of all entries is one on the entry. Its own fields stay as they were
  // chosen, though a role may not choose them any more.
  const own = reads.filter(({ isRelated }) => !isRelated);
  const isWhole = (locale: string | null) =>
    own.some(({ uid, path }) => rights.sharesTypeField(uid, path, locale));
  if (locales.every(isWhole)) return 'permitted';
  return rights.sharesType(link.contentType) ? 'by-entry' : 'refused';
}

/** The languages that a link opens, its own first. */
export function localesOf(link: Pick<Shown, 'entryLocale' | 'extraLocales'>): (string | null)[] {
  return [link.entryLocale, ...(link.extraLocales ?? [])];
}
