import type { Core } from '@strapi/strapi';
import type { MediaLibrary } from './files/upload';
import type { People } from './users';

/** The shared context of the seed. */
export interface SeedContext {
  strapi: Core.Strapi;
  library: MediaLibrary;
  people: People;
}

/** The types of this app, in the order of the panel. */
export const demoTypes = [
  'api::project.project',
  'api::document.document',
  'api::dashboard.dashboard',
  'api::page.page',
  'api::homepage.homepage',
] as const;

/** Without a user in a request, Strapi takes both values from the data. */
export const writtenBy = (userId: number) => ({ createdBy: userId, updatedBy: userId });
