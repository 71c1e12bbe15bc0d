import type { UID } from '@strapi/strapi';
import { expect, it } from 'vitest';

import { WIDE_LIMITS } from '../support/app';
import { expectAccessible, freshPage, shoot } from '../support/browser';
import { shareEntry } from '../support/sharing';
import { typeFiles, useSite } from '../support/site';
import { bytesOf, demoPictures, newUpload } from '../support/uploads';
import { useBrowser } from '../support/use-panel';

const GALLERY = 'api::gallery.gallery' as UID.ContentType;
const PHOTO = 'api::photo.photo' as UID.ContentType;
const many = { type: 'relation', relation: 'oneToMany', target: PHOTO };

const app = useSite(
  {
    ...typeFiles('photo', {
      image: { type: 'media', multiple: false },
      taken: { type: 'date' },
      number: { type: 'integer' },
    }),
    ...typeFiles(
      'gallery',
      { title: { type: 'string' }, photos: many, drawer: many },
      { plural: 'galleries' }
    ),
  },
  { options: { limits: WIDE_LIMITS, contentTypes: { [GALLERY]: { relations: { photos: 1 } } } } }
);
const browser = useBrowser();

it('a page shows photos without a title, followed or not', async () => {
  const [id] = await demoPictures(app, 1);
  const file: unknown = await app.strapi.db.query('plugin::upload.file').findOne({ where: { id } });
  const { id: picture } = await newUpload(
    app,
    'harbour.png',
    bytesOf(file as { url: string }),
    'image/png'
  );
  const photo = (data: object) => app.strapi.documents(PHOTO).create({ data: data as never });
  const idsOf = async (all: object[]) => {
    const ids: string[] = [];
    for (const data of all) ids.push((await photo(data)).documentId);
    return ids;
  };
  const photos = await idsOf([
    { image: picture, taken: '2026-05-04', number: 12 },
    { taken: '2026-05-05', number: 13 },
    {},
  ]);
  const drawer = await idsOf([{ number: 14 }, { number: 15 }]);
  const { documentId } = await app.strapi
    .documents(GALLERY)
    .create({ data: { title: 'Summer in Bergen', photos, drawer } as never });
  const { token } = await shareEntry(app, { by: 'admin', contentType: GALLERY, documentId });

  const page = await freshPage(browser);
  await page.goto(`${app.url}/share/${token}`);
  const text = await page.locator('main').innerText();
  for (const title of ['Photo 1', 'Photo 2', 'Photo 3']) expect(text).toContain(title);
  expect(text).toContain('harbour.png');
  expect(text).not.toMatch(/\b1[45]\b/);
  await expectAccessible(page);
  await page.locator('main img').first().scrollIntoViewIfNeeded();
  await shoot(page, 'untitled-photos', true);
  await page.context().close();
});
