import type { Core } from '@strapi/strapi';
import { seed } from './seed';

export default {
  /** Runs after all plugins and after the admin, so their roles and actions are there. */
  async bootstrap({ strapi }: { strapi: Core.Strapi }): Promise<void> {
    // An app without content is how a site looks that has just been made.
    if (process.env.DEMO_CONTENT !== 'none') await seed(strapi);
  },
};
