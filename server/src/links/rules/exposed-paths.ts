import type { Core } from '@strapi/strapi';

import { localesOf, readsOfLink } from '../../rights/permitted-link';
import type { Shown } from '../../rights/permitted-link';
import type { EntryDocument, Rights } from '../../rights/rights';
import type { PathRead } from '../../schema/paths';

/** The loaded versions of a link's entry, by language. */
export type EntryVersions = ReadonlyMap<string | null, EntryDocument | null>;

/** For lists, which load no entries: only rights on every entry of a type count. */
export const NOT_LOADED: EntryVersions = new Map();

/** Returns true if somebody may read everything that a link opens, and so may see its address. */
export function mayReadAll(
  strapi: Core.Strapi,
  rights: Rights,
  link: Shown,
  entries: EntryVersions
): boolean {
  return mayDoAll(strapi, rights, link, entries, 'read');
}

/** Returns true if somebody may read and share everything that a link opens. */
export function mayShareAll(
  strapi: Core.Strapi,
  rights: Rights,
  link: Shown,
  entries: EntryVersions
): boolean {
  return mayDoAll(strapi, rights, link, entries, 'share');
}

/** Checks a loaded entry itself, and all other entries by rights on their whole type. */
function mayDoAll(
  strapi: Core.Strapi,
  rights: Rights,
  link: Shown,
  entries: EntryVersions,
  deed: PathRead['needs']
): boolean {
  const reads = readsOfLink(strapi, link);
  return localesOf(link).every((locale) => {
    const ofType = ({ uid, path, needs }: PathRead) =>
      deed === 'share' && needs === 'share'
        ? rights.sharesTypeField(uid, path, locale)
        : rights.readsTypeField(uid, path, locale);
    const entry = entries.get(locale);
    if (!entry) return reads.every(ofType);
    const mayOpen = deed === 'share' ? rights.sharesEntry : rights.readsEntry;
    const mayDo = deed === 'share' ? rights.sharesField : rights.readsField;
    return (
      mayOpen(link.contentType, entry) &&
      reads.every((read) => (read.isRelated ? ofType(read) : mayDo(read.uid, entry, read.path)))
    );
  });
}
