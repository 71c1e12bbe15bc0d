import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import { leaveWork } from '../access/work';
import { answerRefusals } from '../routing';
import { pluginConfig } from '../settings/service';
import { assetHandler } from './assets';
import { methodNotAllowed, publicHandlers } from './controller';
import { sitemapHandler } from './crawlers/sitemap';
import { answerFailures } from './failed';
import { fileHandlers } from './files/handlers';
import { searchHandlers } from './search/handlers';
import { limitReads } from './limited';
import type { AnswerKind } from './limited';
import { unlockHandlers } from './unlock';

type Method = 'GET' | 'POST' | 'ALL';
type Handler = (ctx: Context) => void | Promise<void>;

/** What may follow a token to name one of the link's pages. */
const PLACES = ['/:first', '/:first/:second'];
const ALL_PLACES = ['', ...PLACES];

function publicRoutesOf(strapi: Core.Strapi, kind: AnswerKind) {
  const answers = kind === 'page' ? [answerRefusals, answerFailures(strapi)] : [answerRefusals];
  const middlewares = [...answers, limitReads(strapi, kind), leaveWork];
  return (method: Method, path: string, handler: Handler) => ({
    method,
    path,
    handler,
    config: { auth: false, middlewares },
  });
}

type PublicRoute = ReturnType<typeof publicRoutesOf>;

/** They come before the places, which would take `files` for one. */
function fileRoutes(publicRoute: PublicRoute, link: string, file: Handler, zip: Handler) {
  return ALL_PLACES.flatMap((place) => [
    publicRoute('GET', `${link}${place}/files/:fileId`, file),
    publicRoute('ALL', `${link}${place}/files/:fileId`, methodNotAllowed),
    publicRoute('GET', `${link}${place}/files.zip`, zip),
    publicRoute('ALL', `${link}${place}/files.zip`, methodNotAllowed),
  ]);
}

/** They come before the places, which would take `search` for one. */
function searchRoutes(publicRoute: PublicRoute, methods: Method[], link: string, search: Handler) {
  return ALL_PLACES.flatMap((place) => [
    ...methods.map((method) => publicRoute(method, `${link}${place}/search`, search)),
    publicRoute('ALL', `${link}${place}/search`, methodNotAllowed),
  ]);
}

/**
 * The page; it lives outside `/api`, so it is registered by hand and not with the plugin's routes.
 */
export function pageRoutes(strapi: Core.Strapi) {
  const { prefix } = pluginConfig(strapi);
  const { page, strayPage, open } = publicHandlers(strapi);
  const publicRoute = publicRoutesOf(strapi, 'page');
  const { filePage, zipPage } = fileHandlers(strapi, open);
  return [
    publicRoute('GET', `${prefix}/assets/:file`, assetHandler(strayPage)),
    publicRoute('ALL', `${prefix}/assets/:file`, methodNotAllowed),
    publicRoute('GET', `${prefix}/sitemap.xml`, sitemapHandler(strapi)),
    publicRoute('ALL', `${prefix}/sitemap.xml`, methodNotAllowed),
    publicRoute('GET', `${prefix}/:token`, page),
    publicRoute('ALL', `${prefix}/:token`, methodNotAllowed),
    publicRoute('POST', `${prefix}/:token/unlock`, unlockHandlers(strapi).page),
    publicRoute('ALL', `${prefix}/:token/unlock`, methodNotAllowed),
    ...fileRoutes(publicRoute, `${prefix}/:token`, filePage, zipPage),
    ...searchRoutes(
      publicRoute,
      ['GET', 'POST'],
      `${prefix}/:token`,
      searchHandlers(strapi, open).page
    ),
    ...PLACES.flatMap((place) => [
      publicRoute('GET', `${prefix}/:token${place}`, page),
      publicRoute('ALL', `${prefix}/:token${place}`, methodNotAllowed),
    ]),
    publicRoute('ALL', `${prefix}/(.*)`, strayPage),
    publicRoute('ALL', prefix, strayPage),
  ];
}

/** The same as JSON, under `/api/share-links`. */
export function publicApiRoutes(strapi: Core.Strapi) {
  const { json, strayJson, open } = publicHandlers(strapi);
  const publicRoute = publicRoutesOf(strapi, 'json');
  const { fileJson, zipJson } = fileHandlers(strapi, open);
  return [
    publicRoute('GET', '/public/:token', json),
    publicRoute('ALL', '/public/:token', methodNotAllowed),
    publicRoute('POST', '/public/:token/unlock', unlockHandlers(strapi).json),
    publicRoute('ALL', '/public/:token/unlock', methodNotAllowed),
    ...fileRoutes(publicRoute, '/public/:token', fileJson, zipJson),
    ...searchRoutes(publicRoute, ['POST'], '/public/:token', searchHandlers(strapi, open).json),
    ...PLACES.flatMap((place) => [
      publicRoute('GET', `/public/:token${place}`, json),
      publicRoute('ALL', `/public/:token${place}`, methodNotAllowed),
    ]),
    publicRoute('ALL', '/public/(.*)', strayJson),
  ];
}
