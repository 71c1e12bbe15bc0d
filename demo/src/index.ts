import type { Core } from '@strapi/strapi';
import { seed } from './seed';

export default {
  /** Runs after all plugins and the admin, so their roles and actions exist. */
  async bootstrap({ strapi }: { strapi: Core.Strapi }): Promise<void> {
    // `none` keeps the app empty, like a new site.
    if (process.env.DEMO_CONTENT !== 'none') await seed(strapi);
  },
};
