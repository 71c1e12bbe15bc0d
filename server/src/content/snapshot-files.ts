import type { Core } from '@strapi/strapi';

import type { ShownBlock, ShownEntry, ShownField, ShownFile } from '../../../contracts/shown';
import { fileIdsIn } from './file-ids';
import { MAX_AT_ONCE } from './uploads';

const FILE_UID = 'plugin::upload.file';

/**
 * The document ids of a snapshot's uploads, by the ids in its addresses. An import gives uploads
 * new ids, and an old id may then be another upload.
 */
export type FileNames = Record<string, string>;

type Rename = (id: number) => number | null;

/** The names of all uploads of an entry, to store with its snapshot. */
export async function namesOfFiles(strapi: Core.Strapi, entry: ShownEntry): Promise<FileNames> {
  const rows = await uploads(strapi, 'id', [...fileIdsIn(entry)]);
  return Object.fromEntries(rows.map(({ id, documentId }) => [id, documentId]));
}

/** Puts the current ids of the uploads into a snapshot. Uploads that are gone are left out. */
export async function withCurrentFiles(
  strapi: Core.Strapi,
  entry: ShownEntry,
  names: FileNames
): Promise<ShownEntry> {
  const stored = [...fileIdsIn(entry)];
  if (stored.length === 0) return entry;
  const rows = await uploads(strapi, 'documentId', Object.values(names));
  const ids = new Map(rows.map(({ id, documentId }) => [documentId, id]));
  const rename: Rename = (id) => ids.get(names[id] ?? '') ?? null;
  if (stored.every((id) => rename(id) === id)) return entry;
  return { ...entry, fields: fieldsWith(entry.fields, rename) };
}

interface Upload {
  id: number;
  documentId: string;
}

async function uploads(
  strapi: Core.Strapi,
  column: keyof Upload,
  values: (number | string)[]
): Promise<Upload[]> {
  const rows: Upload[] = [];
  for (let start = 0; start < values.length; start += MAX_AT_ONCE) {
    const where = { [column]: { $in: values.slice(start, start + MAX_AT_ONCE) } };
    const found = await strapi.db.query(FILE_UID).findMany({ where, select: ['id', 'documentId'] });
    rows.push(...(found as Upload[]));
  }
  return rows;
}

function fieldsWith(fields: ShownField[], rename: Rename): ShownField[] {
  return fields.map((field): ShownField => {
    switch (field.type) {
      case 'media':
        return { ...field, value: field.value.flatMap((file) => fileWith(file, rename)) };
      case 'richtext':
        return { ...field, value: field.value && htmlWith(field.value, rename) };
      case 'blocks':
        return {
          ...field,
          value: field.value && field.value.map((block) => blockWith(block, rename)),
        };
      case 'component':
      case 'dynamiczone':
        return {
          ...field,
          value: field.value.map((group) => ({
            ...group,
            fields: fieldsWith(group.fields, rename),
          })),
        };
      case 'relation':
        return {
          ...field,
          value: field.value.map((item) => ({ ...item, fields: fieldsWith(item.fields, rename) })),
        };
      default:
        return field;
    }
  });
}

function fileWith(file: ShownFile, rename: Rename): ShownFile[] {
  const url = addressWith(file.url, rename);
  const id = rename(file.id);
  if (url === null || id === null) return [];
  const formats = file.formats.flatMap((format) => {
    const address = addressWith(format.url, rename);
    return address === null ? [] : [{ ...format, url: address }];
  });
  return [{ ...file, id, url, formats }];
}

/** An image that is gone leaves its description. */
function htmlWith(html: string, rename: Rename): string {
  return html.replace(
    /<img src="(files\/\d+[^"]*)"([^<>]*)>/g,
    (_tag, src: string, rest: string) => {
      const address = addressWith(src, rename);
      if (address !== null) return `<img src="${address}"${rest}>`;
      return /\salt="([^"]*)"/.exec(rest)?.[1] ?? '';
    }
  );
}

function blockWith(block: ShownBlock, rename: Rename): ShownBlock {
  if (!block.image) return block;
  const url = addressWith(block.image.url, rename);
  if (url !== null) return { ...block, image: { ...block.image, url } };
  const text = block.image.alternativeText ?? '';
  return { type: 'paragraph', children: [{ type: 'text', text }] };
}

/** `files/12?size=small` with the upload's current id. Other addresses stay as they are. */
function addressWith(address: string, rename: Rename): string | null {
  const [, id, rest] = /^files\/(\d+)(.*)$/.exec(address) ?? [];
  if (id === undefined) return address;
  const current = rename(Number(id));
  return current === null ? null : `files/${current}${rest}`;
}
