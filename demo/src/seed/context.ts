import type { Core } from '@strapi/strapi';
import type { MediaLibrary } from './files/upload';
import type { People } from './users';

/** What every part of the seed works with. */
export interface SeedContext {
  strapi: Core.Strapi;
  library: MediaLibrary;
  people: People;
}

/** The types this app defines, in the order in which the panel lists them. */
export const demoTypes = [
  'api::project.project',
  'api::document.document',
  'api::dashboard.dashboard',
  'api::page.page',
  'api::homepage.homepage',
] as const;

/** Strapi takes both marks from the data when no request carries a user. */
export const writtenBy = (userId: number) => ({ createdBy: userId, updatedBy: userId });
