import { describe, expect, it } from 'vitest';

import type { ShownFile } from '../../../contracts/shown';
import { bodyOf, field, file, group, picture, repeatable, withoutTags } from './support';

const at = (id: number, more: Partial<ShownFile>): ShownFile =>
  file({ id, url: `/share/token/files/${id}`, ...more });

const image = (id: number, name: string, mime = 'image/png') =>
  at(id, { ...picture(), id, name, mime, url: `/share/token/files/${id}` });

const media = (name: string, ...value: ShownFile[]) =>
  field(name, 'media', value, { multiple: true });

const everyKind = () => [
  media('cover', image(1, 'cover.png')),
  media('gallery', image(2, 'a.jpg', 'image/jpeg'), image(3, 'plan.svg', 'image/svg+xml')),
  media('film', at(4, { name: 'tour.mp4', mime: 'video/mp4', size: 1_200_000 })),
  media('sound', at(5, { name: 'talk.mp3', mime: 'audio/mpeg' })),
  media('papers', at(6, { name: 'plan.pdf' }), at(7, { name: 'x.bin', mime: 'x/y' })),
  repeatable(
    'customers',
    group('Customer', field('title', 'string', 'Lumen'), media('logo', image(8, 'logo.png')))
  ),
  field('text', 'richtext', '<p><img src="/share/token/files/9?size=full" alt="A map"></p>'),
];

const controls = (html: string) =>
  [...html.matchAll(/<a href="([^"]*\?download=1)" download[^>]*>(.*?)<\/a>/g)].map(
    ([, address = '', text = '']) => [address, withoutTags(text).trim()] as const
  );

describe('each file that a page shows', () => {
  it('can be saved by a control of its own, whatever kind it is', () => {
    const found = controls(bodyOf(everyKind()));
    const ids = found.map(([address]) => Number(/files\/(\d+)/.exec(address)?.[1]));
    expect(ids.sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('is named with its name, type and size', () => {
    const html = bodyOf(everyKind());
    const lines = [...html.matchAll(/<p class="download">(.*?)<\/p>/g)].map(([, line = '']) =>
      withoutTags(line).trim()
    );
    expect(lines.find((line) => line.includes('tour.mp4'))).toMatch(
      /^Download : tour\.mp4 MP4 video · 1\.2 MB$/
    );
    expect(lines.find((line) => line.includes('PDF document'))).toMatch(
      /^Download , PDF document, 1\.8 MB$/
    );
  });

  it('can’t be saved where the link allows no downloads', () => {
    const html = bodyOf(everyKind(), {}, { allowDownload: false });
    expect(controls(html)).toEqual([]);
    expect(html).not.toMatch(/\sdownload[\s>=]/);
  });
});
