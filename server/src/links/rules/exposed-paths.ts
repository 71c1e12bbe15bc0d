import type { Core } from '@strapi/strapi';

import { localesOf, readsOfLink } from '../../rights/permitted-link';
import type { Shown } from '../../rights/permitted-link';
import type { EntryDocument, Rights } from '../../rights/rights';
import type { PathRead } from '../../schema/paths';

/** The link's entry in each of its languages, as far as it was loaded. */
export type EntryVersions = ReadonlyMap<string | null, EntryDocument | null>;

/** For lists, which load no entries: only rights that hold for every entry of a type count. */
export const NOT_LOADED: EntryVersions = new Map();

/** Whether somebody may read all that a link opens, and so be told where it is. */
export function mayReadAll(
  strapi: Core.Strapi,
  rights: Rights,
  link: Shown,
  entries: EntryVersions
): boolean {
  return mayDoAll(strapi, rights, link, entries, 'read');
}

/** Whether somebody may both read and share all that a link opens, as if they had made it. */
export function mayShareAll(
  strapi: Core.Strapi,
  rights: Rights,
  link: Shown,
  entries: EntryVersions
): boolean {
  return mayDoAll(strapi, rights, link, entries, 'share');
}

/** The entry is judged as it is where it was loaded; other entries by rights to all of their type. */
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
