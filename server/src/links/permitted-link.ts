import type { Core } from '@strapi/strapi';

import { readsOf } from '../content/paths';
import type { PathRead } from '../content/paths';
import type { EntryDocument, Rights } from './rights';
import type { LinkRow } from './schema';

/** The parts of a link's row that say what it may show. */
export type Shown = Pick<
  LinkRow,
  'contentType' | 'entryLocale' | 'extraLocales' | 'fields' | 'includeChildren' | 'childFields'
>;

/**
 * Whether somebody may read and share all that a link may show, in each of its languages. Its own
 * fields are judged on the entry itself; related entries and those below, which nobody has at hand,
 * by rights that hold for every entry of their types. That is what it takes to make such a link.
 *
 * @param entryIn the entry in one of the link's languages, asked for only where the type's rights
 *   leave it open; null where it is gone, and with it what could be shown
 */
export async function mayShareAll(
  strapi: Core.Strapi,
  rights: Rights,
  link: Shown,
  entryIn: (locale: string | null) => Promise<EntryDocument | null>
): Promise<boolean> {
  const reads = readsOfLink(strapi, link);
  const verdict = judgeByTypes(rights, link, reads);
  if (verdict !== 'by-entry') return verdict === 'permitted';
  for (const locale of localesOf(link)) {
    const entry = await entryIn(locale);
    if (entry && !sharesShown(rights, link, reads, entry)) return false;
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

/** `by-entry`: rights that depend on the entry may still permit it. */
export function judgeByTypes(
  rights: Rights,
  link: Shown,
  reads: PathRead[]
): 'permitted' | 'refused' | 'by-entry' {
  const locales = localesOf(link);
  const holds = ({ uid, path, needs }: PathRead) =>
    locales.every((locale) =>
      needs === 'read'
        ? rights.readsTypeField(uid, path, locale)
        : rights.sharesTypeField(uid, path, locale)
    );
  if (!reads.filter(({ isRelated }) => isRelated).every(holds)) return 'refused';
  const own = reads.filter(({ isRelated }) => !isRelated);
  if (own.length === 0) {
    return rights.sharesWholeTypes.includes(link.contentType) ? 'permitted' : 'by-entry';
  }
  return own.every(holds) ? 'permitted' : 'by-entry';
}

/** Whether the link's own fields may be read and shared of this entry. */
export function sharesShown(
  rights: Rights,
  link: Shown,
  reads: PathRead[],
  entry: EntryDocument
): boolean {
  return (
    rights.sharesEntry(link.contentType, entry) &&
    reads.every(({ isRelated, uid, path }) => isRelated || rights.sharesField(uid, entry, path))
  );
}

/** The languages that a link opens, its own first. */
export function localesOf(link: Pick<Shown, 'entryLocale' | 'extraLocales'>): (string | null)[] {
  return [link.entryLocale, ...(link.extraLocales ?? [])];
}
