import type { Core } from '@strapi/strapi';

/** What Strapi stores about a file: the upload itself or a smaller version. */
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

/** An upload with everything needed to send it. The caller checks that the visitor may have it. */
export interface StoredFile {
  name: string;
  ext: string;
  mime: string;
  updatedAt: Date;
  /** The stored address, which tells where the file lies. */
  url: string;
  provider: string;
  /** The data that the provider needs to sign an address. */
  kept: Kept;
}

/** The number of values in one statement. Every database allows at least this many parameters. */
export const MAX_AT_ONCE = 500;

/** Uploads by their ids. Deleted uploads are left out. */
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

/**
 * One upload, in its original size or in a size that Strapi has made. Returns null if it does not
 * exist.
 */
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
