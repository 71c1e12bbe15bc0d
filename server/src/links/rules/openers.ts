import type { Core } from '@strapi/strapi';

import type { OpenedBy, OpensFor } from '../../../../contracts/entries';
import type { ClosedReason } from '../../../../contracts/links';
import type { Settings } from '../../../../contracts/settings';
import { isShowable } from '../../share-policy/effective';
import type { LinkRow } from '../store/link-schema';
import { openedPages } from './opened-pages';
import type { EntryVersion, OpenedPage } from './opened-pages';
import { relatedPages } from './related-pages';
import { standings } from './standings';

/** A link by which visitors can see an entry, now or once nothing stands in its way. */
export interface FoundOpener {
  row: LinkRow;
  by: OpenedBy;
  opensFor: OpensFor;
  /** What stands in the way of this page; empty if it opens. */
  closedBy: ClosedReason[];
}

/** The ways to an entry, the plainest one first. */
const ORDER: OpenedBy[] = ['own', 'language', 'parent', 'relation'];

/**
 * What opens an entry in one language: its own links, those of its other languages, those of
 * entries above that include entries below, and those whose pages show it as a related entry with
 * its fields. Each link is named once, by its plainest way. Links that open come first.
 */
export async function openersOf(
  strapi: Core.Strapi,
  settings: Settings,
  entry: EntryVersion
): Promise<FoundOpener[]> {
  const pages = [
    ...(await openedPages(strapi, settings, [entry])),
    // Entries that are Off, or of a type that may not be shared, appear on no page of others.
    ...((await isShowable(strapi, settings, entry))
      ? await relatedPages(strapi, settings, entry)
      : []),
  ];
  const seenIn = pages.map(versionOf);
  const standingOf = await standings(strapi, settings, seenIn);
  const found = new Map<number, FoundOpener>();
  for (const [index, { row, by }] of pages.entries()) {
    const { closedBy } = standingOf(seenIn[index]!);
    const opener = { row, by, opensFor: opensFor(row, closedBy), closedBy };
    const known = found.get(row.id);
    if (!known || rank(opener) < rank(known)) found.set(row.id, opener);
  }
  return [...found.values()].sort((a, b) => rank(a) - rank(b) || b.row.id - a.row.id);
}

/** The link as it stands for visitors who come by the language of the page. */
function versionOf({ row, rootLocale }: OpenedPage): LinkRow {
  return { ...row, entryLocale: rootLocale };
}

/** A used-up link stays open for the visitors whom it has let in. */
function opensFor({ viewerCount }: LinkRow, [first, ...others]: ClosedReason[]): OpensFor {
  if (first === undefined) return 'everybody';
  const isUsed = first === 'exhausted' && others.length === 0 && viewerCount > 0;
  return isUsed ? 'admitted' : 'nobody';
}

function rank({ by, opensFor: whom }: FoundOpener): number {
  return (whom === 'nobody' ? ORDER.length : 0) + ORDER.indexOf(by);
}
