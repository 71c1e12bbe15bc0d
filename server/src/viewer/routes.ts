import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import { answerRefusals } from '../routing';
import { pluginConfig } from '../settings/service';
import { publicHandlers } from './controller';

type Method = 'GET' | 'ALL';
type Handler = (ctx: Context) => void | Promise<void>;

function publicRoute(method: Method, path: string, handler: Handler) {
  return { method, path, handler, config: { auth: false, middlewares: [answerRefusals] } };
}

/** The page; it lives outside `/api`, so it is registered by hand and not with the plugin's routes. */
export function pageRoutes(strapi: Core.Strapi) {
  const { prefix } = pluginConfig(strapi);
  const { page, refusalPage, methodNotAllowed } = publicHandlers(strapi);
  return [
    publicRoute('GET', `${prefix}/:token`, page),
    publicRoute('ALL', `${prefix}/:token`, methodNotAllowed),
    publicRoute('ALL', `${prefix}/(.*)`, refusalPage),
    publicRoute('ALL', prefix, refusalPage),
  ];
}

/** The same as JSON, under `/api/share-links`. */
export function publicApiRoutes(strapi: Core.Strapi) {
  const { json, refusalJson, methodNotAllowed } = publicHandlers(strapi);
  return [
    publicRoute('GET', '/public/:token', json),
    publicRoute('ALL', '/public/:token', methodNotAllowed),
    publicRoute('ALL', '/public/(.*)', refusalJson),
  ];
}
