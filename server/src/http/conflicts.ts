import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

import type { Core } from '@strapi/strapi';

import { PLUGIN_ID } from '../../../contracts/permissions';
import type { SiteProblem } from '../../../contracts/settings';
import { restNames } from '../schema/shareable-types';
import { pluginConfig } from '../settings/service';
import { ANY, answering, hasWord, layersOf, ownLayers, requestsFor } from './layers';
import type { Layer, Request } from './layers';

/** A request that another route answers than the one that was made for it. */
interface Taken extends Request {
  /** The path of the route that answers. */
  by: string;
}

/** The plugin's addresses that another route answers, and those of the site that it answers. */
interface RouteConflicts {
  taken: Taken[];
  hidden: Taken[];
}

const found = new WeakMap<Core.Strapi, { routes: number; conflicts: RouteConflicts }>();

/** The prefix of the REST API, empty if the site has none. */
function apiPrefix(strapi: Core.Strapi): string {
  return strapi.config.get<string>('api.rest.prefix', '/api');
}

/**
 * Asks the router, for each address of the plugin and of the site, who answers it. It is asked again
 * only if routes have been added.
 */
function routeConflicts(strapi: Core.Strapi): RouteConflicts {
  const layers = layersOf(strapi);
  const known = found.get(strapi);
  if (known?.routes === layers.length) return known.conflicts;

  const own = ownLayers(strapi, layers, ownPaths(strapi));
  const others = layers.filter((layer) => !own.has(layer) && hasWord(layer));
  const wrong = (request: Request, isWrong: (layer: Layer) => boolean): Taken[] => {
    const layer = answering(layers, request);
    return layer && isWrong(layer) ? [{ ...request, by: layer.path }] : [];
  };
  const conflicts = {
    taken: [...own].flatMap((layer) =>
      requestsOf(strapi, layer).flatMap((request) => wrong(request, (by) => !own.has(by)))
    ),
    hidden: others.flatMap((layer) =>
      requestsFor(layer)
        .filter(({ address }) => layer.match(address))
        .flatMap((request) => wrong(request, (by) => own.has(by)))
    ),
  };
  found.set(strapi, { routes: layers.length, conflicts });
  return conflicts;
}

/** The full paths of the plugin's routes in Strapi's APIs. */
function ownPaths(strapi: Core.Strapi): string[] {
  const routers = Object.values(strapi.plugin(PLUGIN_ID).routes) as unknown as {
    type: string;
    routes: { path: string; config?: { prefix?: string } }[];
  }[];
  const inRouters = routers.flatMap(({ type, routes }) =>
    routes.map(({ path: own, config }) =>
      [type === 'admin' ? '' : apiPrefix(strapi), config?.prefix ?? `/${PLUGIN_ID}`, own].join('')
    )
  );
  // The plugin registers this one by hand: it passes on what the others take.
  return [`${apiPrefix(strapi)}/${PLUGIN_ID}/public/(.*)`, ...inRouters];
}

/** Requests for the plugin's route. One for any type is made for each type of the site. */
function requestsOf(strapi: Core.Strapi, layer: Layer): Request[] {
  const start = `${apiPrefix(strapi)}/:`;
  if (!layer.path.startsWith(start)) return requestsFor(layer);
  const isForSingle = layer.path.startsWith(`${start}singular`);
  return restNames(strapi)
    .filter(({ isSingle }) => isSingle === isForSingle)
    .flatMap(({ name }) =>
      requestsFor({ ...layer, path: layer.path.replace(/:\w+/, name), match: () => true })
    );
}

/** @throws Error, which stops the boot, with one line for each address that the plugin would hide */
export function refuseHiddenRoutes(strapi: Core.Strapi): void {
  const { prefix } = pluginConfig(strapi);
  const lines = oneOfEach(routeConflicts(strapi).hidden).map(
    ({ method, address, by }) =>
      `Share Links: the site’s own address ${method} ${address} could no longer be reached, because the plugin answers ${by}; ` +
      (by.startsWith(prefix)
        ? `set another prefix than ${prefix} in config/plugins, or move that route`
        : 'move that route')
  );
  if (lines.length > 0) throw new Error(lines.join('\n'));
}

/** Addresses that answer wrongly because the site and the plugin both use them. */
export function conflictsOf(strapi: Core.Strapi): SiteProblem[] {
  const { taken, hidden } = routeConflicts(strapi);
  return [
    ...oneOfEach(taken).map(({ method, address, by }): SiteProblem => {
      const type = restNames(strapi).find(({ name }) =>
        isUnder(by, `${apiPrefix(strapi)}/${name}`)
      );
      return {
        code: 'route-taken',
        address: `${method} ${address}`,
        by,
        contentType: type?.uid ?? null,
      };
    }),
    ...oneOfEach(hidden).map(({ method, address, by }): SiteProblem => ({
      code: 'route-hidden',
      address: `${method} ${address}`,
      by,
    })),
    ...hiddenFiles(strapi),
    ...(hasProgramRoutes(strapi)
      ? []
      : [{ code: 'no-api-prefix' as const, address: `/${PLUGIN_ID}/links` }]),
  ];
}

/**
 * False if the API has no prefix: the routes for programs would then answer the panel, which has
 * the same addresses.
 */
export function hasProgramRoutes(strapi: Core.Strapi): boolean {
  return /[^/]/.test(apiPrefix(strapi));
}

/** The files of the public folder that would have the addresses of pages. */
function hiddenFiles(strapi: Core.Strapi): SiteProblem[] {
  const { prefix } = pluginConfig(strapi);
  const folder = path.join(strapi.dirs.static.public, prefix);
  if (!existsSync(folder)) return [];
  const hides = !statSync(folder).isDirectory() || readdirSync(folder).length > 0;
  const name = path.relative(strapi.dirs.app.root, folder);
  return hides ? [{ code: 'files-hidden', folder: name, prefix }] : [];
}

/** The first conflict for each address and the route that answers it, with readable addresses. */
function oneOfEach(conflicts: Taken[]): Taken[] {
  const first = new Map<string, Taken>();
  for (const one of conflicts) {
    const key = `${one.by} ${one.address}`;
    if (!first.has(key)) first.set(key, { ...one, address: one.address.replaceAll(ANY, '…') });
  }
  return [...first.values()];
}

function isUnder(inner: string, outer: string): boolean {
  return `${inner}/`.startsWith(`${outer}/`);
}
