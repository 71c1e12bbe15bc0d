import type { UID } from '@strapi/strapi';

import type { App } from './app';
import { PAGE } from './entries';

/** Changes an entry and publishes it. */
export const publish = (
  app: App,
  uid: UID.ContentType,
  documentId: string,
  data: object
): Promise<unknown> =>
  app.strapi.documents(uid).update({ documentId, status: 'published', data: data as never });

/** Publishes the French version of a page. */
export const addFrench = (app: App, documentId: string, data: object): Promise<unknown> =>
  app.strapi
    .documents(PAGE)
    .update({ documentId, locale: 'fr', status: 'published', data: data as never });
