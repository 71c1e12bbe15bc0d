import type { Core, Schema, UID } from '@strapi/strapi';

import { isText, makeTitle, titleField, titleFields } from '../schema/entry-title';
import { fileNames, mediaOf } from '../schema/media';
import { UNTITLED } from '../schema/paths';
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
 * The current titles of the entries of a page of links, with one query per content type, and a
 * second one for entries without a title: other texts can be long. If an entry is gone, its link
 * keeps its first title.
 */
export async function entryTitles(
  strapi: Core.Strapi,
  rows: TitledEntry[]
): Promise<(row: TitledEntry) => EntryTitle | null> {
  const titles = new Map<string, EntryTitle>();
  const first = new Map<string, string>();

  for (const uid of new Set(rows.map((row) => row.contentType))) {
    const model = strapi.contentTypes[uid as UID.ContentType] as Schema.ContentType | undefined;
    if (!model) continue;
    const { main, others } = await titleFields(strapi, uid);
    const texts = [...(main ? [main] : []), ...others];
    // Files cost a query, so they only count for types without any text.
    const files = texts.length > 0 ? [] : mediaOf(model);
    first.set(uid, main ?? UNTITLED);
    const load = async (documentIds: string[], fields: string[], media: string[]) =>
      (await strapi.db.query(uid as UID.ContentType).findMany({
        select: ['documentId', 'locale', ...fields],
        where: { documentId: { $in: [...new Set(documentIds)] } },
        populate: Object.fromEntries(media.map((name) => [name, { select: ['name'] }])),
        // The version that was saved last gives the title.
        orderBy: { updatedAt: 'asc' },
      } as never)) as unknown as StoredEntry[];
    const entries = await load(
      rows.filter((row) => row.contentType === uid).map((row) => row.entryDocumentId),
      main ? [main] : [],
      []
    );
    const untitled = entries.filter((entry) => !main || !isText(entry[main]));
    const again =
      untitled.length > 0 && others.length + files.length > 0
        ? await load(
            untitled.map((entry) => entry.documentId),
            texts,
            files
          )
        : [];
    for (const entry of [...entries, ...again]) {
      titles.set(
        keyOf(uid, entry.documentId, entry.locale),
        titleOf(entry, { main, texts, files, typeName: model.info.displayName })
      );
    }
  }
  return (row) => {
    const key = keyOf(row.contentType, row.entryDocumentId, row.entryLocale);
    const field = first.get(row.contentType);
    const title = titles.get(key);
    if (title || !field || !row.entryTitle) return title ?? null;
    return { field, text: row.entryTitle };
  };
}

type StoredEntry = Record<string, unknown> & { documentId: string; locale: string | null };

interface Sources {
  main: string | null;
  texts: string[];
  files: string[];
  typeName: string;
}

/** The title of a stored entry, and the attribute that gives it. */
function titleOf(entry: StoredEntry, { main, texts, files, typeName }: Sources): EntryTitle {
  const fileOf = (name: string) => fileNames(entry[name])[0];
  const text = texts.find((name) => isText(entry[name]));
  const file = files.find((name) => isText(fileOf(name)));
  return {
    field: text ?? file ?? UNTITLED,
    text: makeTitle({
      main: main && entry[main],
      texts: texts.map((name) => entry[name]),
      fileNames: file ? [fileOf(file)] : [],
      typeName,
    }),
  };
}

/** The types whose titles somebody may read on every entry. */
export async function readableTitleTypes(strapi: Core.Strapi, rights: Rights): Promise<string[]> {
  const readable: string[] = [];
  for (const uid of shareableUids(strapi)) {
    const title = (await titleField(strapi, uid)) ?? UNTITLED;
    if (rights.readsTypeField(uid, title)) readable.push(uid);
  }
  return readable;
}

function keyOf(uid: string, documentId: string, locale: string | null): string {
  return [uid, documentId, locale ?? ''].join(' ');
}
