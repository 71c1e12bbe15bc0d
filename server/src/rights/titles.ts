import type { Core, UID } from '@strapi/strapi';

import { titleField } from '../schema/labels';
import { shareableUids } from '../schema/shareable-types';
import type { Rights } from './rights';

/** A title and its attribute, which has rights of its own. */
export interface EntryTitle {
  field: string;
  text: string;
}

/** The columns by which a link names its entry. */
export interface TitledEntry {
  contentType: string;
  entryDocumentId: string;
  entryLocale: string | null;
  /** The title when the link was made. */
  entryTitle: string | null;
}

/**
 * The current titles of the entries of a page of links, with one query per content type. If an
 * entry is gone, its link keeps its first title.
 */
export async function entryTitles(
  strapi: Core.Strapi,
  rows: TitledEntry[]
): Promise<(row: TitledEntry) => EntryTitle | null> {
  const titles = new Map<string, string>();
  const fields = new Map<string, string>();

  for (const uid of new Set(rows.map((row) => row.contentType))) {
    const title = await titleField(strapi, uid);
    if (!title) continue;
    fields.set(uid, title);
    const documentIds = rows
      .filter((row) => row.contentType === uid)
      .map((row) => row.entryDocumentId);
    const entries = (await strapi.db.query(uid as UID.ContentType).findMany({
      select: ['documentId', 'locale', title],
      where: { documentId: { $in: [...new Set(documentIds)] } },
      // The version that was saved last gives the title.
      orderBy: { updatedAt: 'asc' },
    })) as { documentId: string; locale: string | null; [title: string]: unknown }[];
    for (const entry of entries) {
      if (entry[title])
        titles.set(keyOf(uid, entry.documentId, entry.locale), String(entry[title]));
    }
  }
  return (row) => {
    const key = keyOf(row.contentType, row.entryDocumentId, row.entryLocale);
    const text = titles.get(key) ?? row.entryTitle;
    const field = fields.get(row.contentType);
    return text && field ? { field, text } : null;
  };
}

/** The types whose titles somebody may read on every entry. */
export async function readableTitleTypes(strapi: Core.Strapi, rights: Rights): Promise<string[]> {
  const readable: string[] = [];
  for (const uid of shareableUids(strapi)) {
    const title = await titleField(strapi, uid);
    if (title && rights.readsTypeField(uid, title)) readable.push(uid);
  }
  return readable;
}

function keyOf(uid: string, documentId: string, locale: string | null): string {
  return [uid, documentId, locale ?? ''].join(' ');
}
