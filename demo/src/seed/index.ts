import type { Core } from '@strapi/strapi';
import { seedDashboards } from './dashboards';
import { seedDocuments } from './documents';
import { withMediaLibrary } from './files/upload';
import { seedHomepage } from './homepage';
import { seedLabels } from './labels';
import { seedLinks } from './links';
import { seedLocales } from './locales';
import { seedPages, seedPictures } from './pages';
import { seedPermissions } from './permissions';
import { seedProjects } from './projects';
import { seedUsers } from './users';

const fill = async (strapi: Core.Strapi): Promise<void> => {
  await seedLocales(strapi);
  const people = await seedUsers(strapi);
  await seedPermissions(strapi);
  await seedLabels(strapi);
  await withMediaLibrary(strapi, async (library) => {
    const context = { strapi, library, people };
    await seedProjects(context);
    await seedDocuments(context);
    await seedDashboards(context);
    const pictures = await seedPictures(context);
    await seedPages(context, pictures);
    await seedHomepage(context, pictures);
  });
  await seedLinks(strapi);
};

/**
 * Fills an empty database once. If it fails, the database stays empty, so the next start tries
 * again.
 */
export const seed = async (strapi: Core.Strapi): Promise<void> => {
  const store = strapi.store({ type: 'core', name: 'demo' });
  if (await store.get({ key: 'seeded' })) return;

  const start = Date.now();
  try {
    await strapi.db.transaction(async () => {
      await fill(strapi);
      await store.set({ key: 'seeded', value: true });
    });
  } catch (error) {
    strapi.log.error(
      'The demo content could not be written. Nothing of it was kept in the database.'
    );
    throw error;
  }
  strapi.log.info(`Demo content written in ${((Date.now() - start) / 1000).toFixed(1)} s`);
};
