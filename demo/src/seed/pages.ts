import type { SeedContext } from './context';
import { writtenBy } from './context';
import type { PageSeed, PageText, PictureKey, Pictures } from './content/page-seed';
import { handbookPages } from './content/pages/handbook';
import { studioPages } from './content/pages/studio';
import type { Palette } from './files/art';
import { photo } from './files/art';

const UID = 'api::page.page';

interface PictureSeed {
  palette: Palette;
  alternativeText: string;
  caption: string;
}

const pictureSeeds: Record<PictureKey, PictureSeed> = {
  studio: {
    palette: 'dawn',
    alternativeText: 'Rose-coloured morning over rounded hills',
    caption: 'The view from the second desk, without the roofs',
  },
  workshop: {
    palette: 'meadow',
    alternativeText: 'Green hills under a wide blue sky',
    caption: 'Where we walk when a discovery week gets stuck',
  },
  harbour: {
    palette: 'fjord',
    alternativeText: 'Evening sun over dark blue hills',
    caption: 'The harbour at half past eight',
  },
  archipelago: {
    palette: 'sea',
    alternativeText: 'Teal hills under a pale sun',
    caption: 'Out by the last lighthouse',
  },
  plateau: {
    palette: 'ice',
    alternativeText: 'Snowy slopes in blue light',
    caption: 'Hardangervidda in March',
  },
};

const addPicture = async ({ library, people }: SeedContext, key: PictureKey, index: number) => {
  const { palette, ...texts } = pictureSeeds[key];
  const content = await photo(palette, { width: 1200, height: 800 }, index + 11);
  return library.add({ name: `${key}.jpg`, content, ...texts }, 'Pages', people.editor);
};

export const seedPictures = async (context: SeedContext): Promise<Pictures> => {
  const keys = Object.keys(pictureSeeds) as PictureKey[];
  const files = await Promise.all(keys.map((key, index) => addPicture(context, key, index)));
  return Object.fromEntries(keys.map((key, index) => [key, files[index]])) as Pictures;
};

const writePage = async (
  { strapi, people }: SeedContext,
  seed: PageSeed,
  pictures: Pictures,
  parent: string | null
): Promise<string> => {
  const data = (text: PageText): Record<string, unknown> => ({
    ...text,
    sections: text.sections ?? [],
    parent,
    ...writtenBy(people[seed.createdBy]),
  });
  const pages = strapi.documents(UID);
  const { documentId } = await pages.create({
    locale: 'en',
    data: data(seed.en(pictures)),
    status: 'published',
  });
  if (seed.fr) {
    await pages.update({
      documentId,
      locale: 'fr',
      data: data(seed.fr(pictures)),
      status: 'published',
    });
  }
  return documentId;
};

/** Parents come first, so that each child finds the published version of its own. */
export const seedPages = async (context: SeedContext, pictures: Pictures): Promise<void> => {
  const written = new Map<string, string>();
  for (const page of [...studioPages, ...handbookPages]) {
    const parent = page.parent ? (written.get(page.parent) ?? null) : null;
    written.set(page.key, await writePage(context, page, pictures, parent));
  }
};
