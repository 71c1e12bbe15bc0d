import type { Core } from '@strapi/strapi';
import { z } from '@strapi/utils';
import type { Context, Next } from 'koa';

import { PLUGIN_ID } from '../../../contracts/permissions';
import { MAX_QUERY_LENGTH } from '../../../contracts/shown';
import {
  fileContent,
  publicAnswer,
  searchAnswer,
  unlockAnswer,
} from '../../../contracts/shown-answer-schemas';
import type { RouteDescription } from '../core/routing';
import { fileHandlers } from './files/handlers';
import { jsonHandler } from './json';
import { ALL_PLACES, PLACES, inside, publicConfig, refuseMethod } from './route';
import type { Handler, Method } from './route';
import { searchHandlers } from './search/handlers';
import { strayHandler } from './stray';
import { unlockHandlers } from './unlock';

const LINK = '/public/:token';

const json = (body: z.ZodType) => ({ 'application/json': body });

/** Every part of a path that starts with a colon is a text. */
const paramsIn = (path: string) =>
  Object.fromEntries([...path.matchAll(/:(\w+)/g)].map(([, name]) => [name, z.string()]));

/**
 * The public routes for JSON, under `/api/share-links`. Only these methods are routes of their own,
 * so that the OpenAPI document of the site names nothing else.
 */
export function publicApiRoutes(strapi: Core.Strapi) {
  const config = publicConfig(strapi, 'json');
  const files = fileHandlers(strapi);
  const read = jsonHandler(strapi);
  const { json: search } = searchHandlers(strapi);
  const route = (
    method: Method,
    path: string,
    handler: Handler,
    { request, response }: RouteDescription
  ) => ({
    method,
    path,
    handler,
    request: { ...request, params: paramsIn(path) },
    response,
    config,
  });

  return [
    route('GET', LINK, read, { response: publicAnswer }),
    route('POST', `${LINK}/unlock`, unlockHandlers(strapi).json, {
      request: { body: json(z.object({ password: z.string().min(1) })) },
      response: unlockAnswer,
    }),
    // Files and searches come before the places, which would match `files` as a place.
    ...ALL_PLACES.flatMap((place) => [
      route('GET', `${LINK}${place}/files/:fileId`, files.file, {
        request: { query: { size: z.string().optional() } },
        response: fileContent,
      }),
      route('GET', `${LINK}${place}/files.zip`, files.zip, { response: fileContent }),
    ]),
    ...ALL_PLACES.map((place) =>
      route('POST', `${LINK}${place}/search`, search, {
        request: { body: json(z.object({ q: z.string().min(1).max(MAX_QUERY_LENGTH) })) },
        response: searchAnswer,
      })
    ),
    ...PLACES.map((place) => route('GET', `${LINK}${place}`, read, { response: publicAnswer })),
  ];
}

interface Layer {
  path: string;
  methods: string[];
}

/**
 * Answers what no public route for JSON takes: another method gets 405, and an unknown path the
 * refusal of an unknown link. It comes before these routes, and passes on what they take. It takes
 * all methods, which the OpenAPI document can't name, so the plugin registers it by hand.
 */
export function strayApiRoutes(strapi: Core.Strapi) {
  const config = publicConfig(strapi, 'json');
  const stray = inside(config.middlewares, strayHandler(strapi));

  /** The first of our other routes whose path fits, whatever its methods are. */
  const routeFor = (ctx: Context) => {
    const { matched, routerPath } = ctx as Context & { matched: Layer[]; routerPath: string };
    const root = routerPath.replace('(.*)', '');
    return matched.find(
      ({ path, methods }) => methods.length > 0 && path !== routerPath && path.startsWith(root)
    );
  };

  const handler = (ctx: Context, next: Next) => {
    const fitting = routeFor(ctx);
    if (fitting?.methods.includes(ctx.method)) return next();
    if (!fitting) return stray(ctx);
    return inside(config.middlewares, refuseMethod(fitting.methods))(ctx);
  };
  return {
    type: 'content-api' as const,
    prefix: `/${PLUGIN_ID}`,
    // Its handler applies the middlewares, because what it passes on must not go through them.
    routes: [
      { method: 'ALL', path: '/public/(.*)', handler, config: { ...config, middlewares: [] } },
    ],
  };
}
