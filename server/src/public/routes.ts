import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import { Refused, errorBody } from '../core/errors';
import { answerRefusals } from '../core/routing';
import { levelRefusals } from '../http/refusal-time';
import { leaveWork } from '../limits/work-places';
import { pluginConfig } from '../settings/service';
import { assetHandler } from './assets';
import { sitemapHandler } from './crawlers/sitemap';
import { fileHandlers } from './files/handlers';
import { jsonHandler } from './json';
import { limitReads } from './limit-reads';
import { pageHandler } from './page';
import type { AnswerKind } from './request';
import { searchHandlers } from './search/handlers';
import { strayHandler } from './stray';
import { unlockHandlers } from './unlock';

type Method = 'GET' | 'POST';
type Handler = (ctx: Context) => void | Promise<void>;

/** The paths after a token that name one of the link's pages. */
const PLACES = ['/:first', '/:first/:second'];
const ALL_PLACES = ['', ...PLACES];

/**
 * Builds the routes of one kind. Each route carries its kind, because its path does not tell it.
 */
function publicRoutesOf(strapi: Core.Strapi, kind: AnswerKind) {
  // `limitReads` answers before `levelRefusals`: it looks nothing up, so it needs no even timing.
  const middlewares = [answerRefusals, limitReads(strapi), levelRefusals, leaveWork];
  const route = (method: Method | 'ALL', path: string, handler: Handler) => ({
    method,
    path,
    handler,
    config: { auth: false, answers: kind, middlewares },
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

function refuseMethod(methods: Method[]): Handler {
  const allowed = methods.map((method) => (method === 'GET' ? 'GET, HEAD' : method)).join(', ');
  return (ctx) => {
    const error = new Refused('method-not-allowed', `This address only answers ${allowed}`);
    ctx.set('Allow', allowed);
    ctx.status = error.status;
    ctx.body = errorBody(error);
  };
}

type RoutesOfKind = ReturnType<typeof publicRoutesOf>;

/** These routes come before `PLACES`, which would match `files` as a place. */
function fileRoutes(
  { at }: RoutesOfKind,
  link: string,
  { file, zip }: ReturnType<typeof fileHandlers>
) {
  return ALL_PLACES.flatMap((place) => [
    ...at(['GET'], `${link}${place}/files/:fileId`, file),
    ...at(['GET'], `${link}${place}/files.zip`, zip),
  ]);
}

/** These routes come before `PLACES`, which would match `search` as a place. */
function searchRoutes({ at }: RoutesOfKind, methods: Method[], link: string, search: Handler) {
  return ALL_PLACES.flatMap((place) => at(methods, `${link}${place}/search`, search));
}

/** The routes of the pages. They lie outside `/api`, so the plugin registers them by hand. */
export function pageRoutes(strapi: Core.Strapi) {
  const { prefix } = pluginConfig(strapi);
  const page = pageHandler(strapi);
  const stray = strayHandler(strapi);
  const routes = publicRoutesOf(strapi, 'page');
  const { page: search } = searchHandlers(strapi);
  const link = `${prefix}/:token`;
  return [
    ...routes.at(['GET'], `${prefix}/assets/:file`, assetHandler(stray)),
    ...routes.at(['GET'], `${prefix}/sitemap.xml`, sitemapHandler(strapi)),
    ...routes.at(['GET'], link, page),
    ...routes.at(['POST'], `${link}/unlock`, unlockHandlers(strapi).page),
    ...fileRoutes(routes, link, fileHandlers(strapi)),
    ...searchRoutes(routes, ['GET', 'POST'], link, search),
    ...PLACES.flatMap((place) => routes.at(['GET'], `${link}${place}`, page)),
    routes.all(`${prefix}/(.*)`, stray),
    routes.all(prefix, stray),
  ];
}

/** The same routes for JSON, under `/api/share-links`. */
export function publicApiRoutes(strapi: Core.Strapi) {
  const json = jsonHandler(strapi);
  const routes = publicRoutesOf(strapi, 'json');
  const link = '/public/:token';
  return [
    ...routes.at(['GET'], link, json),
    ...routes.at(['POST'], `${link}/unlock`, unlockHandlers(strapi).json),
    ...fileRoutes(routes, link, fileHandlers(strapi)),
    ...searchRoutes(routes, ['POST'], link, searchHandlers(strapi).json),
    ...PLACES.flatMap((place) => routes.at(['GET'], `${link}${place}`, json)),
    routes.all('/public/(.*)', strayHandler(strapi)),
  ];
}
