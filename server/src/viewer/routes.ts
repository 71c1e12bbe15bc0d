import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import { answerRefusals } from '../routing';
import { pluginConfig } from '../settings/service';
import { methodNotAllowed, publicHandlers } from './controller';
import { unlockHandlers } from './unlock';

type Method = 'GET' | 'POST' | 'ALL';
type Handler = (ctx: Context) => void | Promise<void>;

function publicRoute(method: Method, path: string, handler: Handler) {
  return { method, path, handler, config: { auth: false, middlewares: [answerRefusals] } };
}

/**
 * The page; it lives outside `/api`, so it is registered by hand and not with the plugin's routes.
 */
export function pageRoutes(strapi: Core.Strapi) {
  const { prefix } = pluginConfig(strapi);
  const { page, strayPage } = publicHandlers(strapi);
  return [
    publicRoute('GET', `${prefix}/:token`, page),
    publicRoute('ALL', `${prefix}/:token`, methodNotAllowed),
    publicRoute('POST', `${prefix}/:token/unlock`, unlockHandlers(strapi).page),
    publicRoute('ALL', `${prefix}/:token/unlock`, methodNotAllowed),
    publicRoute('ALL', `${prefix}/(.*)`, strayPage),
    publicRoute('ALL', prefix, strayPage),
  ];
}

/** The same as JSON, under `/api/share-links`. */
export function publicApiRoutes(strapi: Core.Strapi) {
  const { json, strayJson } = publicHandlers(strapi);
  return [
    publicRoute('GET', '/public/:token', json),
    publicRoute('ALL', '/public/:token', methodNotAllowed),
    publicRoute('POST', '/public/:token/unlock', unlockHandlers(strapi).json),
    publicRoute('ALL', '/public/:token/unlock', methodNotAllowed),
    publicRoute('ALL', '/public/(.*)', strayJson),
  ];
}
