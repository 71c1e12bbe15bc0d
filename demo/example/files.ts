import { pictureAddress } from 'strapi-plugin-share-links-client';
import type { ShareLink, ShownFile } from 'strapi-plugin-share-links-client';

import { h } from './dom';

/** What is needed to draw an entry, besides the entry. */
export interface Drawing {
  link: ShareLink;
  /** True if files need proofs, which `src` and `href` can't send. */
  isGuarded: boolean;
  allowDownload: boolean;
  locale: string;
}

/** The object URLs of fetched files, to revoke when they are no longer shown. */
const fetched = new Set<string>();

export function forgetFiles(): void {
  for (const address of fetched) URL.revokeObjectURL(address);
  fetched.clear();
}

/** Sets `src` to a file of the link, and fetches the file first if it is guarded. */
export async function load(
  element: HTMLImageElement | HTMLMediaElement,
  address: string,
  { link, isGuarded }: Drawing
): Promise<void> {
  if (!isGuarded || !address.startsWith(link.address)) {
    element.src = address;
    return;
  }
  const object = await objectUrl(link, address);
  if (object) element.src = object;
}

export function showFile(file: ShownFile, drawing: Drawing): HTMLElement {
  const [kind] = file.mime.split('/');
  if (kind === 'image') {
    const image = h('img', { alt: file.alt, loading: 'lazy' });
    if (file.width && file.height) {
      image.width = file.width;
      image.height = file.height;
    }
    void load(image, pictureAddress(file, 1000), drawing);
    return figure(image, file);
  }
  if (kind === 'video' || kind === 'audio') {
    const player = h(kind, { controls: '', preload: 'metadata', 'aria-label': file.name });
    void load(player, `${file.url}?size=full`, drawing);
    return figure(player, file);
  }
  const size = `${Math.ceil(file.size / 1024).toLocaleString(drawing.locale)} kB`;
  if (!drawing.allowDownload) return h('p', {}, `${file.name} (${size})`);
  return h('p', {}, fileLink(file.name, file.url, drawing), ` (${size})`);
}

/** A link to a file. For a guarded file, it is a button that fetches the file and saves it. */
export function fileLink(name: string, address: string, drawing: Drawing): HTMLElement {
  if (!drawing.isGuarded) return h('a', { href: address }, name);
  const button = h('button', { type: 'button' }, name);
  button.addEventListener('click', () => {
    void objectUrl(drawing.link, address).then((object) => {
      if (object) h('a', { href: object, download: name }).click();
    });
  });
  return button;
}

async function objectUrl(link: ShareLink, address: string): Promise<string | null> {
  const got = await link.file(address);
  if (got.kind !== 'file') return null;
  const object = URL.createObjectURL(await got.response.blob());
  fetched.add(object);
  return object;
}

function figure(media: HTMLElement, { caption }: ShownFile): HTMLElement {
  return h('figure', {}, media, caption ? h('figcaption', {}, caption) : null);
}
