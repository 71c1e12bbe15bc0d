import type { Core, UID } from '@strapi/strapi';

import { localesOf } from '../../rights/permitted-link';
import type { EntryDocument, Rights } from '../../rights/rights';
import { findEntry } from '../../rights/target';
import type { Target } from '../../rights/target';
import { readsOf } from '../../schema/paths';
import type { PathRead } from '../../schema/paths';
import { unendedWhere } from '../store/live-links';
import { shownLinks } from '../store/shown-links';
import type { ShownLink } from '../store/shown-links';
import type { Opened } from './opened-types';

/** The number of cached decisions; most links of a site are alike. */
const KNOWN = 500;

/**
 * Returns true if somebody may share what links of other entries show of the opened entries: as
 * related entries or entries below, with everything behind them.
 */
export async function mayShareElsewhere(
  strapi: Core.Strapi,
  target: Target,
  opened: Opened,
  rights: Rights
): Promise<boolean> {
  const judge = judgeOf(strapi, target, opened, rights);
  const asked = new Set<string>();
  for await (const links of shownLinks(strapi, unendedWhere(new Date()))) {
    for (const link of links) {
      const { contentType, fields, includeChildren, childFields } = link;
      const shown = [contentType, fields, includeChildren && childFields, localesOf(link)];
      const key = JSON.stringify(shown);
      if (asked.has(key)) continue;
      if (asked.size >= KNOWN) asked.clear();
      asked.add(key);
      for (const reads of readsBehind(strapi, link, target, opened)) {
        for (const locale of localesOf(link)) if (!(await judge(reads, locale))) return false;
      }
    }
  }
  return true;
}

/** For each path of the link that can lead to an opened entry: the reads from there on. */
function readsBehind(
  strapi: Core.Strapi,
  link: ShownLink,
  { uid: own }: Target,
  { itself, below }: Opened
): PathRead[][] {
  const opens = ({ uid }: PathRead) => below.has(uid) || (itself && uid === own);
  const from = (reads: PathRead[], isThere: (read: PathRead) => boolean) => {
    const first = reads.findIndex(isThere);
    return first < 0 ? [] : [reads.slice(first)];
  };
  const related = link.fields.flatMap((path) =>
    from(readsOf(strapi, link.contentType, path), (read) => read.isRelated && opens(read))
  );
  const childFields = link.includeChildren ? (link.childFields ?? {}) : {};
  const children = Object.entries(childFields).flatMap(([uid, paths]) =>
    paths.flatMap((path) => from(readsOf(strapi, uid, path), opens))
  );
  return [...related, ...children];
}

type Judge = (reads: PathRead[], locale: string | null) => Promise<boolean>;

/**
 * Checks rights on whole types. If the target is the only opened entry of its type, it also checks
 * rights on that entry.
 */
function judgeOf(strapi: Core.Strapi, target: Target, { below }: Opened, rights: Rights): Judge {
  const versions = new Map<string | null, Promise<EntryDocument[]>>();
  const versionsIn = (locale: string | null) => {
    const found = versions.get(locale) ?? loadVersions(strapi, target, locale);
    versions.set(locale, found);
    return found;
  };
  const ofType = (locale: string | null, { uid, path, needs }: PathRead) =>
    needs === 'read'
      ? rights.readsTypeField(uid, path, locale)
      : rights.sharesTypeField(uid, path, locale);
  const ofEntry = (entry: EntryDocument, { uid, path, needs }: PathRead) =>
    needs === 'read' ? rights.readsField(uid, entry, path) : rights.sharesField(uid, entry, path);

  return async (reads, locale) => {
    if (reads.every((read) => ofType(locale, read))) return true;
    const { uid } = reads[0]!;
    if (uid !== target.uid || below.has(uid)) return false;
    const entries = await versionsIn(locale);
    // A link that shows no version of the entry shows nothing behind it either.
    if (entries.length === 0) return true;
    const next = reads.findIndex(({ needs }, index) => index > 0 && needs === 'read');
    const ofIt = next < 0 ? reads : reads.slice(0, next);
    return (
      reads.slice(ofIt.length).every((read) => ofType(locale, read)) &&
      entries.every((entry) => ofIt.every((read) => ofEntry(entry, read)))
    );
  };
}

/** The versions that links in a language show. A link without a language can show any version. */
async function loadVersions(
  strapi: Core.Strapi,
  { uid, documentId, locale: own, entry }: Target,
  locale: string | null
): Promise<EntryDocument[]> {
  if (own === null) return [entry];
  const found: EntryDocument[] = [];
  for (const code of locale === null ? await localesIn(strapi, uid, documentId) : [locale]) {
    const version = await findEntry(strapi, uid, documentId, code, 'draft');
    if (version) found.push(version);
  }
  return found;
}

async function localesIn(strapi: Core.Strapi, uid: string, documentId: string): Promise<string[]> {
  const rows = (await strapi.db.query(uid as UID.ContentType).findMany({
    where: { documentId },
    select: ['locale'],
  } as never)) as { locale: string | null }[];
  return [...new Set(rows.map(({ locale }) => locale))].filter((code) => code !== null);
}
