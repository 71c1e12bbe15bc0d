import type { Core } from '@strapi/strapi';

import { pluginConfig } from '../settings/service';
import { assetHandler } from './assets';
import { sitemapHandler } from './crawlers/sitemap';
import { fileHandlers } from './files/handlers';
import { pageHandler } from './page';
import { ALL_PLACES, PLACES, publicConfig, refuseMethod } from './route';
import type { Handler, Method } from './route';
import { searchHandlers } from './search/handlers';
import { strayHandler } from './stray';
import { unlockHandlers } from './unlock';

function routesOf(strapi: Core.Strapi) {
  const config = publicConfig(strapi, 'page');
  const route = (method: Method | 'ALL', path: string, handler: Handler) => ({
    method,
    path,
    handler,
    config,
  });
  return {
    /** Answers every method with the same handler. */
    all: (path: string, handler: Handler) => route('ALL', path, handler),

    /** Answers the given methods, and 405 to all others. */
    at: (methods: Method[], path: string, handler: Handler) => [
      ...methods.map((method) => route(method, path, handler)),
      route('ALL', path, refuseMethod(methods)),
    ],
  };
}

type PageRoutes = ReturnType<typeof routesOf>;

/** These routes come before `PLACES`, which would match `files` as a place. */
function fileRoutes(
  { at }: PageRoutes,
  link: string,
  { file, zip }: ReturnType<typeof fileHandlers>
) {
  return ALL_PLACES.flatMap((place) => [
    ...at(['GET'], `${link}${place}/files/:fileId`, file),
    ...at(['GET'], `${link}${place}/files.zip`, zip),
  ]);
}

/** These routes come before `PLACES`, which would match `search` as a place. */
function searchRoutes({ at }: PageRoutes, methods: Method[], link: string, search: Handler) {
  return ALL_PLACES.flatMap((place) => at(methods, `${link}${place}/search`, search));
}

function unlockRoutes(
  { at }: PageRoutes,
  link: string,
  { page, sendBack }: ReturnType<typeof unlockHandlers>
) {
  return at(['GET', 'POST'], `${link}/unlock`, (ctx) =>
    ctx.method === 'POST' ? page(ctx) : sendBack(ctx)
  );
}

/** The routes of the pages. They lie outside `/api`, so the plugin registers them by hand. */
export function pageRoutes(strapi: Core.Strapi) {
  const { prefix } = pluginConfig(strapi);
  const page = pageHandler(strapi);
  const stray = strayHandler(strapi);
  const routes = routesOf(strapi);
  const { page: search } = searchHandlers(strapi);
  const link = `${prefix}/:token`;
  return [
    ...routes.at(['GET'], `${prefix}/assets/:file`, assetHandler(stray)),
    ...routes.at(['GET'], `${prefix}/sitemap.xml`, sitemapHandler(strapi)),
    ...routes.at(['GET'], link, page),
    ...unlockRoutes(routes, link, unlockHandlers(strapi)),
    ...fileRoutes(routes, link, fileHandlers(strapi)),
    ...searchRoutes(routes, ['GET', 'POST'], link, search),
    ...PLACES.flatMap((place) => routes.at(['GET'], `${link}${place}`, page)),
    routes.all(`${prefix}/(.*)`, stray),
    routes.all(prefix, stray),
  ];
}
