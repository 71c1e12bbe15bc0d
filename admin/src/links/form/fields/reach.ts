import type { EntrySharing } from '../../../../../contracts/entries';
import type { Link, LinkShows } from '../../../../../contracts/links';

/** What of the form says how far a link reaches beyond its entry. */
export interface ReachValues {
  shows: LinkShows;
  includeChildren: boolean;
  /** Codes of other languages. */
  locales: string[];
}

/** What a link can open besides its entry, and what it opens already. */
export interface ReachChoices {
  children: boolean;
  locales: string[];
  downloads: boolean;
}

/** Which of the options do something for this entry, or have done it for the link. */
export function reachChoices(
  { children, otherLocales, exposure }: EntrySharing,
  link: Link | null
): ReachChoices {
  const codes = [...otherLocales.map(({ code }) => code), ...(link?.locales ?? [])];
  const hasFiles = exposure !== null && exposure.files.labels.length > 0;
  return {
    children: children.available || link?.includeChildren === true,
    locales: [...new Set(codes)],
    downloads: hasFiles || children.available || link?.allowDownload === false,
  };
}

/** Frozen content is one entry in one language, whatever was chosen before. */
export function reachOf({ shows, includeChildren, locales }: ReachValues) {
  return shows === 'frozen'
    ? { includeChildren: false, locales: [] }
    : { includeChildren, locales };
}
