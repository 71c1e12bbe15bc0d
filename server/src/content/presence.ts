import type { Core, UID } from '@strapi/strapi';
import { contentTypes } from '@strapi/utils';

import type { LinkShows } from '../../../contracts/links';
import { isLocalized } from '../schema/localized';

/** The version of an entry that a link shows. */
export interface ShownVersion {
  contentType: string;
  entryDocumentId: string;
  entryLocale: string | null;
  shows: LinkShows;
}

/** Whether a version is there; `unpublished` if only its draft is. */
export type Presence = 'there' | 'unpublished' | 'entry-gone';

interface VersionRow {
  documentId: string;
  locale: string | null;
  publishedAt: unknown;
}

/**
 * Tells for many links at once whether the entries that they show are there. One query per content
 * type. Snapshots are stored with their links, so they are always there.
 */
export async function presences(
  strapi: Core.Strapi,
  links: ShownVersion[]
): Promise<(link: ShownVersion) => Presence> {
  const found = new Map<string, VersionRow[]>();
  const live = links.filter(({ shows }) => shows !== 'frozen');
  for (const uid of new Set(live.map(({ contentType }) => contentType))) {
    if (!strapi.contentTypes[uid as UID.ContentType]) continue;
    const ofType = live.filter(({ contentType }) => contentType === uid);
    const ids = [...new Set(ofType.map(({ entryDocumentId }) => entryDocumentId))];
    const rows = (await strapi.db.query(uid as UID.ContentType).findMany({
      where: { documentId: { $in: ids } },
      select: ['documentId', 'locale', 'publishedAt'],
    } as never)) as VersionRow[];
    for (const row of rows) {
      const key = `${uid} ${row.documentId}`;
      found.set(key, [...(found.get(key) ?? []), row]);
    }
  }
  return (link) => {
    const { contentType: uid, entryDocumentId, entryLocale, shows } = link;
    if (shows === 'frozen') return 'there';
    const model = strapi.contentTypes[uid as UID.ContentType];
    const isOneOfMany = model && entryLocale !== null && isLocalized(strapi, uid);
    const versions = (found.get(`${uid} ${entryDocumentId}`) ?? []).filter(
      ({ locale }) => !isOneOfMany || locale === entryLocale
    );
    if (!model || versions.length === 0) return 'entry-gone';
    if (!contentTypes.hasDraftAndPublish(model)) return 'there';
    const isPublished = (row: VersionRow) => row.publishedAt !== null;
    if (shows === 'published') return versions.some(isPublished) ? 'there' : 'unpublished';
    return versions.every(isPublished) ? 'entry-gone' : 'there';
  };
}
