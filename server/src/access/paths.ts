import type { Core } from '@strapi/strapi';

import { PLUGIN_ID } from '../../../contracts/permissions';
import { pluginConfig } from '../settings/service';

/** Tests of which part of the site a path belongs to. */
export function pathTests(strapi: Core.Strapi) {
  const { prefix } = pluginConfig(strapi);
  const api = strapi.config.get('api.rest.prefix', '/api') as string;
  const under = (root: string, path: string) => path === root || path.startsWith(`${root}/`);

  /** What visitors reach without an account. */
  const isPublic = (path: string): boolean =>
    under(prefix, path) || under(`${api}/${PLUGIN_ID}/public`, path);

  const isOurs = (path: string): boolean =>
    isPublic(path) ||
    under(`/${PLUGIN_ID}`, path) ||
    under(`${api}/${PLUGIN_ID}`, path) ||
    (path.startsWith(`${api}/`) && path.endsWith('/public-link'));

  return { isPublic, isOurs };
}
