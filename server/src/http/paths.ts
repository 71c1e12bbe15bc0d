import type { Core } from '@strapi/strapi';

import { PLUGIN_ID } from '../../../contracts/permissions';
import { restNames } from '../schema/shareable-types';
import { pluginConfig } from '../settings/service';

/** The panel and the API, and where a site sets their paths. */
const STRAPIS_PATHS = [
  { name: 'the panel', option: 'url in config/admin', key: 'admin.path', fallback: '/admin' },
  {
    name: 'the API',
    option: 'rest.prefix in config/api',
    key: 'api.rest.prefix',
    fallback: '/api',
  },
];

/** @throws Error, which stops the boot, if the prefix overlaps with the panel or the API */
export function refuseTakenPrefix(strapi: Core.Strapi): void {
  const { prefix } = pluginConfig(strapi);
  const isIn = (inner: string, outer: string) => `${inner}/`.startsWith(`${outer}/`);
  for (const { name, option, key, fallback } of STRAPIS_PATHS) {
    const taken = strapi.config.get<string>(key, fallback).replace(/\/+$/, '');
    // At the root of the site, Strapi leaves the addresses that others have to them.
    if (taken === '') continue;
    const how = [
      ...(prefix === taken ? ['is'] : []),
      ...(isIn(prefix, taken) ? ['lies inside'] : []),
      ...(isIn(taken, prefix) ? ['lies around'] : []),
    ][0];
    if (!how) continue;
    throw new Error(
      `Share Links: the prefix ${prefix} in config/plugins ${how} ${taken}, the path of ${name} (${option}); choose another prefix, such as /share`
    );
  }
}

/** `/:plural/:id/public-link` or `/:singular/public-link`, at the root of the site's API. */
const PUBLIC_LINK = /^([^/]+)\/([^/]+\/)?public-link\/+$/;

/** Tests which part of the site a path belongs to. */
export function pathTests(strapi: Core.Strapi) {
  const { prefix } = pluginConfig(strapi);
  const api = strapi.config.get<string>('api.rest.prefix', '/api');
  // The router ignores case, double slashes and a slash at the end, so these tests ignore them too.
  const plain = (path: string) => `${path.toLowerCase().replace(/\/{2,}/g, '/')}/`;
  const under = (root: string, path: string) => plain(path).startsWith(plain(root));

  const isPublicJson = (path: string): boolean => under(`${api}/${PLUGIN_ID}/public`, path);

  /** Paths that visitors reach without an account. */
  const isPublic = (path: string): boolean => under(prefix, path) || isPublicJson(path);

  /** `rest` is what follows the path of the API. */
  const isPublicLink = (rest: string): boolean => {
    const [, name, documentId] = PUBLIC_LINK.exec(rest) ?? [];
    if (name === undefined || documentId !== undefined) return name !== undefined;
    return restNames(strapi).some((type) => type.isSingle && type.name.toLowerCase() === name);
  };

  const isOurs = (path: string): boolean =>
    isPublic(path) ||
    under(`/${PLUGIN_ID}`, path) ||
    under(`${api}/${PLUGIN_ID}`, path) ||
    (under(api, path) && isPublicLink(plain(path).slice(plain(api).length)));

  return { isPublic, isPublicJson, isOurs };
}
