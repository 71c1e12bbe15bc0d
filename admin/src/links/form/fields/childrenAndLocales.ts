import type { EntrySharing } from '../../../../../contracts/entries';
import type { Link, LinkShows } from '../../../../../contracts/links';

/** The values that say what a link opens besides its entry. */
export interface ChildrenAndLocales {
  shows: LinkShows;
  includeChildren: boolean;
  /** Codes of other languages. */
  locales: string[];
}

/** What the form offers a link to open besides its entry. */
interface OfferedOptions {
  children: boolean;
  locales: string[];
  downloads: boolean;
}

/** Returns the options that have an effect on this entry, or that the link uses already. */
export function offeredOptions(
  { children, otherLocales, exposure }: EntrySharing,
  link: Link | null
): OfferedOptions {
  const codes = [...otherLocales.map(({ code }) => code), ...(link?.locales ?? [])];
  const hasFiles = exposure !== null && exposure.files.labels.length > 0;
  return {
    children: children.available || link?.includeChildren === true,
    locales: [...new Set(codes)],
    downloads: hasFiles || children.available || link?.allowDownload === false,
  };
}

/** Returns what the link opens. Frozen content is always one entry in one language. */
export function childrenAndLocales({ shows, includeChildren, locales }: ChildrenAndLocales) {
  return shows === 'frozen'
    ? { includeChildren: false, locales: [] }
    : { includeChildren, locales };
}
