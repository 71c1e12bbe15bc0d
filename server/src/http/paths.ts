import type { Core } from '@strapi/strapi';

import { PLUGIN_ID } from '../../../contracts/permissions';
import { pluginConfig } from '../settings/service';

/** @throws Error, which stops the boot, if the prefix overlaps with the panel or the API */
export function refuseTakenPrefix(strapi: Core.Strapi): void {
  const { prefix } = pluginConfig(strapi);
  const taken = [
    strapi.config.get<string>('admin.path', '/admin'),
    strapi.config.get<string>('api.rest.prefix', '/api'),
  ];
  const isIn = (inner: string, outer: string) => `${inner}/`.startsWith(`${outer}/`);
  if (taken.some((path) => isIn(path, prefix) || isIn(prefix, path))) {
    throw new Error(`Share Links: the prefix ${prefix} is a path of Strapi's own; choose another`);
  }
}

/** `/:plural/:id/public-link`, at the root of the site's API. */
const PUBLIC_LINK = /^[^/]+\/[^/]+\/public-link\/+$/;

/** Tests which part of the site a path belongs to. */
export function pathTests(strapi: Core.Strapi) {
  const { prefix } = pluginConfig(strapi);
  const api = strapi.config.get('api.rest.prefix', '/api') as string;
  // The router ignores case, double slashes and a slash at the end, so these tests ignore them too.
  const plain = (path: string) => `${path.toLowerCase().replace(/\/{2,}/g, '/')}/`;
  const under = (root: string, path: string) => plain(path).startsWith(plain(root));

  const isPublicJson = (path: string): boolean => under(`${api}/${PLUGIN_ID}/public`, path);

  /** Paths that visitors reach without an account. */
  const isPublic = (path: string): boolean => under(prefix, path) || isPublicJson(path);

  const isOurs = (path: string): boolean =>
    isPublic(path) ||
    under(`/${PLUGIN_ID}`, path) ||
    under(`${api}/${PLUGIN_ID}`, path) ||
    (under(api, path) && PUBLIC_LINK.test(plain(path).slice(plain(api).length)));

  return { isPublic, isPublicJson, isOurs };
}
