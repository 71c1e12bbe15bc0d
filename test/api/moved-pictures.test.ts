import { beforeAll, describe, expect, it } from 'vitest';

import { PROJECT, newProject } from '../support/entries';
import { shareEntry, strangerAt } from '../support/sharing';
import { demoPictures } from '../support/uploads';
import { useApp } from '../support/use-app';

const app = useApp();
const { page, json } = strangerAt(app);

interface Stored {
  id: number;
  url: string;
  formats: Record<string, { url: string }> | null;
}

let picture: Stored;
let name: string;

beforeAll(async () => {
  const ids = await demoPictures(app, 6);
  const rows = (await app.strapi.db
    .query('plugin::upload.file')
    .findMany({ where: { id: { $in: ids } } })) as Stored[];
  picture = rows.find(({ formats }) => formats?.thumbnail)!;
  name = picture.url.split('/').at(-1)!;
});

/** The page of a project whose text has a picture at this address. */
async function pageWith(address: string) {
  const { documentId } = await newProject(app, 'editor', {
    description: `Before ![A map](${address}) after`,
  });
  const { token } = await shareEntry(app, { contentType: PROJECT, documentId });
  return { token, text: (await page(token)).text };
}

describe('a picture in a text', () => {
  it('is found by its upload, whatever host the library had when the text was written', async () => {
    const small = picture.formats!.thumbnail!.url.split('/').at(-1)!;
    for (const address of [
      `http://localhost:1337${picture.url}`,
      `http://127.0.0.1:1337${picture.url}`,
      `https://old-cdn.example/${name}`,
      `https://old-cdn.example/media/2024/${name}?width=300`,
      `https://bucket.s3.example/${small}`,
    ]) {
      const { token, text } = await pageWith(address);
      expect(text, address).toContain(`<img src="/share/${token}/files/${picture.id}?size=full"`);
      expect(text, address).not.toContain('old-cdn.example');
      expect((await page(`${token}/files/${picture.id}?size=full`)).status).toBe(200);
      expect((await json(token)).status).toBe(200);
    }
  });

  it('of another host without such an upload stays a link to it', async () => {
    for (const address of [
      'https://elsewhere.example/map.png',
      `https://elsewhere.example/${name.replace(/_[0-9a-f]{10}/, '_0123456789')}`,
      `https://elsewhere.example/${name.replace(/_[0-9a-f]{10}/, '')}`,
      `https://elsewhere.example/${name}/map.png`,
      `http://localhost:1337/other${picture.url}`,
    ]) {
      const { token, text } = await pageWith(address);
      expect(text, address).toContain(
        `<a href="${address}" rel="noopener noreferrer nofollow">A map`
      );
      expect((await page(`${token}/files/${picture.id}?size=full`)).status).toBe(404);
    }
  });

  it('is not taken for an upload by a name that Strapi has not made unique', async () => {
    const query = app.strapi.db.query('plugin::upload.file');
    await query.update({
      where: { id: picture.id },
      data: { hash: 'map', url: '/uploads/map.png' },
    });
    const { text } = await pageWith('https://elsewhere.example/uploads/map.png');
    expect(text).toContain('<a href="https://elsewhere.example/uploads/map.png"');
    const own = await pageWith('http://localhost:1337/uploads/map.png');
    expect(own.text).toContain(`/files/${picture.id}?size=full`);
  });
});
