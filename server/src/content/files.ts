import type { ShownFile } from '../../../contracts/shown';

/** The only columns of an upload that visitors may see. */
export const FILE_FIELDS = [
  'name',
  'url',
  'mime',
  'size',
  'alternativeText',
  'caption',
  'width',
  'height',
  'formats',
];

type StoredFile = Record<string, unknown>;

/** The address of an upload, relative to its link. The caller adds the link's own address. */
export function fileAddress(id: number, size?: string): string {
  return size ? `files/${id}?size=${encodeURIComponent(size)}` : `files/${id}`;
}

/** Uploads as visitors see them. Uploads without a usable address are left out. */
export function showFiles(value: unknown): ShownFile[] {
  const files = Array.isArray(value) ? value : value ? [value] : [];
  return files.map(showFile).filter((file) => file !== null);
}

function showFile(file: StoredFile): ShownFile | null {
  const id = Number(file.id);
  if (!Number.isInteger(id) || !file.url) return null;
  return {
    id,
    name: String(file.name ?? ''),
    url: fileAddress(id),
    mime: String(file.mime ?? 'application/octet-stream'),
    // Strapi stores kilobytes of 1,000 bytes.
    size: Math.round(Number(file.size ?? 0) * 1000),
    alt: typeof file.alternativeText === 'string' ? file.alternativeText : '',
    caption: typeof file.caption === 'string' && file.caption ? file.caption : null,
    width: numberOrNull(file.width),
    height: numberOrNull(file.height),
    formats: showFormats(id, file.formats),
  };
}

function showFormats(id: number, formats: unknown): ShownFile['formats'] {
  if (typeof formats !== 'object' || formats === null) return [];
  return Object.entries(formats as Record<string, StoredFile>)
    .map(([name, format]) => ({
      url: format?.url ? fileAddress(id, name) : null,
      width: Number(format?.width),
      height: Number(format?.height),
    }))
    .filter((format): format is ShownFile['formats'][number] => Boolean(format.url && format.width))
    .sort((a, b) => a.width - b.width);
}

function numberOrNull(value: unknown): number | null {
  return typeof value === 'number' && value > 0 ? value : null;
}
