import type { Core } from '@strapi/strapi';

import { PREVIEW_PATH, TICKET_SHAPE } from '../preview/tickets';
import { pluginConfig } from '../settings/service';
import { assetHandler } from './assets';
import { confirmHandler } from './confirm';
import { sitemapHandler } from './crawlers/sitemap';
import { fileHandlers } from './files/handlers';
import { pageHandler } from './page';
import { openingHandler } from './press-button';
import { enterHandler } from './enter-preview';
import { ALL_PLACES, PLACES, publicConfig, refuseMethod } from './route';
import type { Handler, Method } from './route';
import { searchHandlers } from './search/handlers';
import { strayHandler } from './stray';
import { unlockHandlers } from './unlock';

function routesOf(strapi: Core.Strapi, isPreview = false) {
  const config = publicConfig(strapi, 'page', isPreview);
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

interface LinkHandlers {
  page: Handler;
  search: Handler;
  files: ReturnType<typeof fileHandlers>;
}

/** Everything below the page of a link, and the page itself. */
function linkRoutes(routes: PageRoutes, link: string, handlers: LinkHandlers) {
  return [
    ...routes.at(['GET'], link, handlers.page),
    ...fileRoutes(routes, link, handlers.files),
    ...searchRoutes(routes, ['GET', 'POST'], link, handlers.search),
    ...PLACES.flatMap((place) => routes.at(['GET'], `${link}${place}`, handlers.page)),
  ];
}

/** A preview is entered by a form only from a panel of another origin. */
function previewRoutes(strapi: Core.Strapi, preview: string, handlers: LinkHandlers) {
  const routes = routesOf(strapi, true);
  const [enter] = routes.at(['POST'], preview, enterHandler(strapi));
  return [enter, ...linkRoutes(routes, preview, handlers)];
}

/** The routes of the pages. They lie outside `/api`, so the plugin registers them by hand. */
export function pageRoutes(strapi: Core.Strapi) {
  const { prefix } = pluginConfig(strapi);
  const stray = strayHandler(strapi);
  const opening = openingHandler(strapi);
  const routes = routesOf(strapi);
  const handlers = {
    page: pageHandler(strapi),
    search: searchHandlers(strapi).page,
    files: fileHandlers(strapi),
  };
  const link = `${prefix}/:token`;
  // Only a ticket has this shape, so a link keeps a readable address that it has of old.
  const preview = `${prefix}${PREVIEW_PATH}/:token(${TICKET_SHAPE})`;
  return [
    ...routes.at(['GET'], `${prefix}/assets/:file`, assetHandler(stray)),
    ...routes.at(['GET'], `${prefix}/sitemap.xml`, sitemapHandler(strapi)),
    ...previewRoutes(strapi, preview, handlers),
    ...unlockRoutes(routes, link, unlockHandlers(strapi)),
    ...ALL_PLACES.flatMap((place) => routes.at(['POST'], `${link}${place}/open`, opening)),
    ...routes.at(['GET'], `${link}/seen`, confirmHandler(strapi)),
    ...linkRoutes(routes, link, handlers),
    routes.all(`${prefix}/(.*)`, stray),
    routes.all(prefix, stray),
  ];
}
