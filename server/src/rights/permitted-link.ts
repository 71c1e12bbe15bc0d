import type { Core } from '@strapi/strapi';

import { readsOf } from '../schema/paths';
import type { PathRead } from '../schema/paths';
import type { EntryDocument, Rights } from './rights';

/** The content of a link: its entry and paths. */
export interface Shown {
  contentType: string;
  /** The link's main language; null for types without languages. */
  entryLocale: string | null;
  /** The other languages that the link opens. */
  extraLocales: string[] | null;
  fields: string[];
  includeChildren: boolean;
  /** The paths of the entries below, by their type. */
  childFields: Record<string, string[]> | null;
}

/**
 * Returns true if the maker of a link may keep sharing it: its entry in each of the link's
 * languages, and everything it shows of related entries and of entries below. New ones of those
 * appear at any time, so only rights on every entry of their types count. Making the link takes the
 * same rights.
 *
 * @param entryIn loads the entry in one of the link's languages; called only if the rights on its
 *   type do not decide; null if the entry is gone, so that it shows nothing
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

/** Every right that a link needs, without duplicates. */
export function readsOfLink(strapi: Core.Strapi, link: Shown): PathRead[] {
  const own = link.fields.flatMap((path) => readsOf(strapi, link.contentType, path));
  const childFields = link.includeChildren ? (link.childFields ?? {}) : {};
  const below = Object.entries(childFields).flatMap(([uid, paths]) =>
    paths.flatMap((path) => readsOf(strapi, uid, path))
  );
  const reads = [...own, ...below.map((read) => ({ ...read, isRelated: true }))];
  return [...new Map(reads.map((read) => [Object.values(read).join(' '), read])).values()];
}

/** `by-entry`: the role may share some entries of the type, so only the entry itself can decide. */
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
  // A right on any field of every entry includes a right on this entry. The link keeps its own
  // fields, even if the role may no longer choose them.
  const own = reads.filter(({ isRelated }) => !isRelated);
  const isWhole = (locale: string | null) =>
    own.some(({ uid, path }) => rights.sharesTypeField(uid, path, locale));
  if (locales.every(isWhole)) return 'permitted';
  return rights.sharesType(link.contentType) ? 'by-entry' : 'refused';
}

/** The languages that a link opens, its main one first. */
export function localesOf(link: Pick<Shown, 'entryLocale' | 'extraLocales'>): (string | null)[] {
  return [link.entryLocale, ...(link.extraLocales ?? [])];
}
