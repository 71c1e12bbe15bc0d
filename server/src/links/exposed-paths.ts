import type { Core } from '@strapi/strapi';

import { readsOf } from '../content/paths';
import type { PathRead } from '../content/paths';
import type { EntryDocument, Rights } from './rights';
import type { LinkRow } from './schema';

/** The parts of a link's row that say what it opens. */
export type Exposing = Pick<
  LinkRow,
  'contentType' | 'entryLocale' | 'extraLocales' | 'fields' | 'childFields'
>;

/** The link's entry in each of its languages, as far as it was loaded. */
export type EntryVersions = ReadonlyMap<string | null, EntryDocument | null>;

/** For lists, which load no entries: only rights that hold for every entry of a type count. */
export const NOT_LOADED: EntryVersions = new Map();

/** The languages that a link opens, its own first; null for types that have none. */
export function localesOf(link: Exposing): (string | null)[] {
  return [link.entryLocale, ...(link.extraLocales ?? [])];
}

/** Whether somebody may read all that a link opens, and so be told where it is. */
export function mayReadAll(
  strapi: Core.Strapi,
  rights: Rights,
  link: Exposing,
  entries: EntryVersions
): boolean {
  return mayDoAll(strapi, rights, link, entries, 'read');
}

/** Whether somebody may both read and share all that a link opens, as if they had made it. */
export function mayShareAll(
  strapi: Core.Strapi,
  rights: Rights,
  link: Exposing,
  entries: EntryVersions
): boolean {
  return mayDoAll(strapi, rights, link, entries, 'share');
}

/** The entry is judged as it is where it was loaded; other entries by rights to all of their type. */
function mayDoAll(
  strapi: Core.Strapi,
  rights: Rights,
  link: Exposing,
  entries: EntryVersions,
  deed: PathRead['needs']
): boolean {
  const own = link.fields.flatMap((path) => readsOf(strapi, link.contentType, path));
  const below = Object.entries(link.childFields ?? {}).flatMap(([uid, paths]) =>
    paths.flatMap((path) => readsOf(strapi, uid, path))
  );
  return localesOf(link).every((locale) => {
    const ofType = ({ uid, path, needs }: PathRead) =>
      deed === 'share' && needs === 'share'
        ? rights.sharesTypeField(uid, path, locale)
        : rights.readsTypeField(uid, path, locale);
    const entry = entries.get(locale);
    if (!entry) return [...own, ...below].every(ofType);
    const mayOpen = deed === 'share' ? rights.sharesEntry : rights.readsEntry;
    const ofEntry = ({ uid, path }: PathRead) =>
      deed === 'share' ? rights.sharesField(uid, entry, path) : rights.readsField(uid, entry, path);
    return (
      mayOpen(link.contentType, entry) &&
      own.every((read) => (read.isRelated ? ofType(read) : ofEntry(read))) &&
      below.every(ofType)
    );
  });
}
