import type { Core } from '@strapi/strapi';

import type { Settings } from '../../../contracts/settings';
import type { ShownBlock, ShownEntry, ShownField } from '../../../contracts/shown';
import { pause } from '../core/pause';
import { siteAddresses } from '../settings/public-url';
import { fileAddress } from './files';
import { MAX_AT_ONCE } from './uploads';

/** An upload that a text embeds as an image. */
interface Upload {
  id: number;
  url: string;
  hash: string;
  width: number | null;
  height: number | null;
  formats: Record<string, { url?: string }> | null;
}

/** The maximum of different images in the texts of one page. Further ones become links. */
const MAX_IMAGES = 2_000;

/** The rest of the tag may end with a slash: the HTML filter writes it so. */
const IMAGE = /<img src="([^"]*)"([^<>]*)>/g;

/**
 * Changes the addresses of images in texts to addresses within the link, so that they close with
 * it. Only uploads of this site are shown. Another image becomes a link to it, because loading it
 * would tell its host who reads this page.
 */
export async function withUploads(
  strapi: Core.Strapi,
  settings: Settings,
  entry: ShownEntry
): Promise<ShownEntry> {
  const addresses = new Set<string>();
  visit(entry.fields, {
    html: (html) => html.replace(IMAGE, (tag, src: string) => (addresses.add(unescape(src)), tag)),
    image: (block) => (block.image && addresses.add(block.image.url), block),
  });
  if (addresses.size === 0) return entry;

  const shown = [...addresses].slice(0, MAX_IMAGES);
  const find = await uploadsAt(strapi, ownRoots(strapi, settings), shown);
  await pause();
  const fields = visit(entry.fields, {
    html: (html) =>
      html.replace(IMAGE, (_tag, src: string, rest: string) => {
        const upload = find(unescape(src));
        const more = rest.replace(/\/$/, '').trimEnd();
        if (!upload) return imageLink(src, more);
        const size =
          upload.width && upload.height ? ` width="${upload.width}" height="${upload.height}"` : '';
        return `<img src="${fileAddress(upload.id, 'full')}"${more}${size}>`;
      }),
    image: (block) => {
      const { image } = block;
      const upload = image && find(image.url);
      if (image && upload) {
        const { width, height } = upload;
        return {
          ...block,
          image: {
            ...image,
            url: fileAddress(upload.id, 'full'),
            width: width ?? image.width,
            height: height ?? image.height,
          },
        };
      }
      return linkBlock(image?.url ?? '', image?.alternativeText ?? '');
    },
  });
  return { ...entry, fields };
}

interface Visitor {
  html(html: string): string;
  image(block: ShownBlock): ShownBlock;
}

function visit(fields: ShownField[], visitor: Visitor): ShownField[] {
  return fields.map((field): ShownField => {
    switch (field.type) {
      case 'richtext':
        return field.value ? { ...field, value: visitor.html(field.value) } : field;
      case 'blocks':
        return { ...field, value: field.value && visitBlocks(field.value, visitor) };
      case 'component':
      case 'dynamiczone':
        return {
          ...field,
          value: field.value.map((group) => ({ ...group, fields: visit(group.fields, visitor) })),
        };
      case 'relation':
        return {
          ...field,
          value: field.value.map((item) => ({ ...item, fields: visit(item.fields, visitor) })),
        };
      default:
        return field;
    }
  });
}

/** The editor allows images at the top level only. */
function visitBlocks(blocks: ShownBlock[], visitor: Visitor): ShownBlock[] {
  return blocks.map((block) => (block.type === 'image' ? visitor.image(block) : block));
}

function imageLink(src: string, rest: string): string {
  const alt = /\salt="([^"]*)"/.exec(rest)?.[1] ?? '';
  if (!/^https?:/.test(src)) return alt;
  return `<a href="${src}" rel="noopener noreferrer nofollow">${alt || src}</a>`;
}

function linkBlock(url: string, alt: string): ShownBlock {
  const text: ShownBlock = { type: 'text', text: alt || url };
  const children = /^https?:/.test(url) ? [{ type: 'link', url, children: [text] }] : [text];
  return { type: 'paragraph', children };
}

/** What may stand before the path of an upload, the longest first: `https://host/cms`, `/cms`. */
function ownRoots(strapi: Core.Strapi, settings: Settings): string[] {
  const roots = siteAddresses(strapi, settings).flatMap(({ origin, base }) => [
    `${origin}${base}`,
    origin,
    base,
  ]);
  return roots.filter((root) => root !== '').sort((a, b) => b.length - a.length);
}

/**
 * Finds the uploads of all images of a page. The address of a smaller version also finds its
 * upload.
 */
async function uploadsAt(
  strapi: Core.Strapi,
  roots: string[],
  addresses: string[]
): Promise<(address: string) => Upload | undefined> {
  const stored = (address: string): string => {
    const root = roots.find((own) => address.startsWith(`${own}/`));
    return (root ? address.slice(root.length) : address).split(/[?#]/)[0] ?? '';
  };
  const urls = [...new Set(addresses.map(stored))];
  const byUrl = new Map<string, Upload>();
  /** Null if several uploads have the name. */
  const byName = new Map<string, Upload | null>();
  for (let start = 0; start < urls.length; start += MAX_AT_ONCE) {
    await pause();
    for (const upload of await uploadsNamed(strapi, urls.slice(start, start + MAX_AT_ONCE))) {
      const versions = Object.values(upload.formats ?? {}).map((format) => format?.url);
      for (const url of [upload.url, ...versions]) {
        if (!url) continue;
        if (!byUrl.has(url)) byUrl.set(url, upload);
        const known = byName.get(nameIn(url));
        byName.set(nameIn(url), known === undefined || known?.id === upload.id ? upload : null);
      }
    }
  }
  const movedTo = (address: string): Upload | undefined => {
    const url = URL.canParse(address) ? new URL(address) : null;
    if (url === null || !/^https?:$/.test(url.protocol)) return undefined;
    if (LOOPBACK.test(url.hostname)) return byUrl.get(url.pathname);
    const name = nameIn(url.pathname);
    return UNMISTAKABLE.test(name) ? (byName.get(name) ?? undefined) : undefined;
  };
  return (address) => byUrl.get(stored(address)) ?? movedTo(address);
}

/** Texts that were written on somebody's own machine name it. */
const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\])$/;

/**
 * The end of a file name that Strapi has made unique. The site may have moved its files to another
 * host since a text was written, and such a name still tells which upload the text means. Any other
 * name may be that of a foreign picture, too.
 */
const UNMISTAKABLE = /_[0-9a-f]{10}\.[a-z0-9]{1,12}$/i;

function nameIn(url: string): string {
  return url.split(/[?#]/)[0]?.split('/').at(-1) ?? '';
}

async function uploadsNamed(strapi: Core.Strapi, urls: string[]): Promise<Upload[]> {
  const hashes = urls.flatMap((url) => {
    const hash = nameIn(url).replace(/\.[^.]*$/, '');
    return [hash, hash.replace(/^[a-z]+_/i, '')];
  });
  return (await strapi.db.query('plugin::upload.file').findMany({
    where: { $or: [{ url: { $in: urls } }, { hash: { $in: hashes } }] },
    select: ['id', 'url', 'hash', 'width', 'height', 'formats'],
  })) as Upload[];
}

/** Undoes the renderer's escapes, to compare an address with the stored one. */
function unescape(text: string): string {
  return text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'");
}
