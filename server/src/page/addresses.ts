import type { ShownBlock, ShownEntry, ShownField, ShownFile } from '../../../contracts/shown';

/**
 * The entry with addresses that can be followed: content knows its files as `files/12`, and only
 * who shows it knows where the link is.
 */
export function withAddresses(entry: ShownEntry, base: string): ShownEntry {
  return { ...entry, fields: entry.fields.map((field) => fieldAt(field, base)) };
}

function fieldAt(field: ShownField, base: string): ShownField {
  const at = (fields: ShownField[]) => fields.map((inner) => fieldAt(inner, base));
  switch (field.type) {
    case 'media':
      return { ...field, value: field.value.map((file) => fileAt(file, base)) };
    case 'richtext':
      return { ...field, value: field.value && htmlAt(field.value, base) };
    case 'blocks':
      return { ...field, value: field.value && field.value.map((block) => blockAt(block, base)) };
    case 'component':
    case 'dynamiczone':
      return {
        ...field,
        value: field.value.map((group) => ({ ...group, fields: at(group.fields) })),
      };
    case 'relation':
      return {
        ...field,
        value: field.value.map((item) => ({ ...item, fields: at(item.fields) })),
      };
    default:
      return field;
  }
}

function fileAt(file: ShownFile, base: string): ShownFile {
  return {
    ...file,
    url: addressAt(file.url, base),
    formats: file.formats.map((format) => ({ ...format, url: addressAt(format.url, base) })),
  };
}

function blockAt(block: ShownBlock, base: string): ShownBlock {
  if (!block.image) return block;
  return { ...block, image: { ...block.image, url: addressAt(block.image.url, base) } };
}

/** HTML of the plugin's own renderer, where an image has its address first. */
function htmlAt(html: string, base: string): string {
  return html.replace(/<img src="(files\/\d+[^"]*)"/g, `<img src="${base}/$1"`);
}

function addressAt(url: string, base: string): string {
  return url.startsWith('files/') ? `${base}/${url}` : url;
}
