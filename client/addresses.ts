import type { PublicAnswer, ShownBlock, ShownField, ShownFile } from '../contracts/shown';

/**
 * Makes the addresses in an answer absolute. Strapi writes them from its own root, which may differ
 * from the caller's.
 *
 * @param api where the site reaches Strapi's REST API, without a slash at the end
 */
export function withWholeAddresses({ data, meta }: PublicAnswer, api: string): PublicAnswer {
  const at = (address: string) => wholeAddress(address, api);
  const { logo } = meta.branding;
  return {
    data: { ...data, fields: fieldsAt(data.fields, at) },
    meta: {
      ...meta,
      zip: meta.zip && at(meta.zip),
      branding: { ...meta.branding, logo: logo && at(logo) },
    },
  };
}

type At = (address: string) => string;

function wholeAddress(address: string, api: string): string {
  if (!/^\/(?!\/)/.test(address)) return address;
  const [, below] = /\/share-links\/public\/(.*)$/.exec(address) ?? [];
  return below === undefined ? new URL(address, api).href : `${api}/share-links/public/${below}`;
}

function fieldsAt(fields: ShownField[], at: At): ShownField[] {
  return fields.map((field) => fieldAt(field, at));
}

function fieldAt(field: ShownField, at: At): ShownField {
  switch (field.type) {
    case 'media':
      return { ...field, value: field.value.map((file) => fileAt(file, at)) };
    case 'richtext':
      return { ...field, value: field.value && htmlAt(field.value, at) };
    case 'blocks':
      return { ...field, value: field.value && field.value.map((block) => blockAt(block, at)) };
    case 'component':
    case 'dynamiczone':
      return {
        ...field,
        value: field.value.map((group) => ({ ...group, fields: fieldsAt(group.fields, at) })),
      };
    case 'relation':
      return {
        ...field,
        value: field.value.map((item) => ({ ...item, fields: fieldsAt(item.fields, at) })),
      };
    default:
      return field;
  }
}

function fileAt(file: ShownFile, at: At): ShownFile {
  const formats = file.formats.map((format) => ({ ...format, url: at(format.url) }));
  return { ...file, url: at(file.url), formats };
}

function blockAt(block: ShownBlock, at: At): ShownBlock {
  if (!block.image) return block;
  return { ...block, image: { ...block.image, url: at(block.image.url) } };
}

/** The plugin writes `src` as the first attribute of an image. */
function htmlAt(html: string, at: At): string {
  return html.replace(/<img src="([^"]+)"/g, (_, address: string) => `<img src="${at(address)}"`);
}
