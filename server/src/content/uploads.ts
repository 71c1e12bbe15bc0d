import type { Core } from '@strapi/strapi';

/** What Strapi keeps of a file that lies somewhere: the upload itself or a smaller version. */
export interface Kept {
  url?: string | null;
  ext?: string | null;
  mime?: string | null;
}

interface UploadRow extends Kept {
  id: number;
  name: string;
  provider: string;
  updatedAt: string | Date;
  formats: Record<string, Kept | null> | null;
}

/** A file that may be sent, once everything else has been checked. */
export interface StoredFile {
  name: string;
  ext: string;
  mime: string;
  updatedAt: Date;
  /** Address as it is stored, which says where the file lies. */
  url: string;
  provider: string;
  /** What the provider needs to know to sign an address for it. */
  kept: Kept;
}

/** Values of one statement: no database has so few parameters that these are too many. */
export const MAX_AT_ONCE = 500;

/** Uploads by their ids; those that are gone are left out. */
export async function storedFiles(strapi: Core.Strapi, ids: number[]): Promise<StoredFile[]> {
  const rows: UploadRow[] = [];
  for (let start = 0; start < ids.length; start += MAX_AT_ONCE) {
    const some = ids.slice(start, start + MAX_AT_ONCE);
    const query = strapi.db.query('plugin::upload.file');
    rows.push(...((await query.findMany({ where: { id: { $in: some } } })) as UploadRow[]));
  }
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => versionOf(byId.get(id), 'full') ?? []);
}

/** One upload, in its original size or in one that Strapi has made of it; null if there is none. */
export async function storedFile(
  strapi: Core.Strapi,
  id: number,
  size: string
): Promise<StoredFile | null> {
  const row = (await strapi.db.query('plugin::upload.file').findOne({
    where: { id },
  })) as UploadRow | null;
  return versionOf(row, size);
}

function versionOf(row: UploadRow | null | undefined, size: string): StoredFile | null {
  if (!row) return null;
  const formats = row.formats ?? {};
  const kept = size === 'full' ? row : Object.hasOwn(formats, size) ? formats[size] : null;
  if (!kept?.url) return null;
  return {
    name: row.name,
    ext: kept.ext ?? row.ext ?? '',
    mime: (kept.mime ?? row.mime ?? '').toLowerCase().trim(),
    updatedAt: new Date(row.updatedAt),
    url: kept.url,
    provider: row.provider,
    kept,
  };
}
