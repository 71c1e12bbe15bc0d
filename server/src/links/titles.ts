import type { Core, UID } from '@strapi/strapi';

import { titleField } from '../content/labels';
import type { LinkRow } from './schema';

/**
 * Titles of the entries behind a page of links, as they are now: one query per content type. A
 * link whose entry is gone keeps the title it was made with.
 */
export async function entryTitles(
  strapi: Core.Strapi,
  rows: LinkRow[]
): Promise<(row: LinkRow) => string | null> {
  const titles = new Map<string, string>();

  for (const uid of new Set(rows.map((row) => row.contentType))) {
    const title = await titleField(strapi, uid);
    if (!title) continue;
    const documentIds = rows
      .filter((row) => row.contentType === uid)
      .map((row) => row.entryDocumentId);
    const entries = (await strapi.db.query(uid as UID.ContentType).findMany({
      select: ['documentId', 'locale', title],
      where: { documentId: { $in: [...new Set(documentIds)] } },
      // The version that was saved last names the entry.
      orderBy: { updatedAt: 'asc' },
    })) as { documentId: string; locale: string | null; [title: string]: unknown }[];
    for (const entry of entries) {
      if (entry[title])
        titles.set(keyOf(uid, entry.documentId, entry.locale), String(entry[title]));
    }
  }
  return (row) =>
    titles.get(keyOf(row.contentType, row.entryDocumentId, row.entryLocale)) ?? row.entryTitle;
}

function keyOf(uid: string, documentId: string, locale: string | null): string {
  return [uid, documentId, locale ?? ''].join(' ');
}
