import type { Core } from '@strapi/strapi';
import { expect, it } from 'vitest';

import { pathTests } from '../../server/src/http/paths';

const type = (kind: string, singularName: string) => ({
  uid: `api::${singularName}.${singularName}`,
  kind,
  info: { singularName, pluralName: `${singularName}s` },
});
const strapi = {
  contentTypes: {
    project: type('collectionType', 'project'),
    homepage: type('singleType', 'homePage'),
  },
  config: {
    get: (name: string, fallback?: unknown) =>
      name === 'plugin::share-links' ? { prefix: '/share' } : fallback,
  },
} as unknown as Core.Strapi;
const { isOurs } = pathTests(strapi);

it.each([
  '/share/x',
  '/share-links/links',
  '/api/share-links/links',
  '/api/projects/x/public-link',
  '//API//Projects/x/Public-Link/',
  '/api/homePage/public-link',
  '/api//homepage/Public-Link/',
  '/api/homePage/x/public-link',
])('%s is a path of the plugin', (path) => expect(isOurs(path)).toBe(true));

it.each([
  '/api/projects/x',
  '/api/projects/public-link',
  '/api/project/public-link',
  '/api/homePages/public-link',
  '/api/projects/x/y/public-link',
  '/api/public-link',
  '/api/projects/x/public-link/y',
  '/api/projects/x/a-public-link',
  '/projects/x/public-link',
  '/api/../projects/x/public-link',
])('%s is not a path of the plugin', (path) => expect(isOurs(path)).toBe(false));
