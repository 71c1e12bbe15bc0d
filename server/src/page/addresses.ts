import type { ShownBlock, ShownEntry, ShownField, ShownFile } from '../../../contracts/shown';

/**
 * Makes the entry's addresses complete. Content stores files as `files/12`; only the caller knows
 * the address of the link.
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

/** HTML from the plugin's own renderer, where `src` is an image's first attribute. */
function htmlAt(html: string, base: string): string {
  const start = base.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return html.replace(/<img src="(files\/\d+[^"]*)"/g, (_, file) => `<img src="${start}/${file}"`);
}

function addressAt(url: string, base: string): string {
  return url.startsWith('files/') ? `${base}/${url}` : url;
}
