import { z } from '@strapi/utils';
import type { Context, Next } from 'koa';

import { PLUGIN_ID } from '../../../contracts/permissions';
import { Refused, errorBody, refuse, refuseField } from './errors';
import { leaveSignInLine } from './signed-in';

type Middleware = (ctx: Context, next: Next) => Promise<void>;
type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** What a route takes and answers. Strapi writes it into the OpenAPI document of the site. */
export interface RouteDescription {
  request?: {
    params?: Record<string, z.ZodType>;
    query?: Record<string, z.ZodType>;
    body?: { 'application/json': z.ZodType };
  };
  response: z.ZodType;
}

/**
 * Answers the plugin's refusals with their own status. Strapi's error classes lack some of them.
 */
export async function answerRefusals(ctx: Context, next: Next): Promise<void> {
  try {
    await next();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    ctx.status = error.status;
    ctx.body = errorBody(error);
    if (error.retryAfter) ctx.set('Retry-After', String(error.retryAfter));
  }
}

/**
 * An admin route. Its policy accepts a user with at least one of the actions. The service then
 * checks the rights on the named entry or link itself.
 */
export function adminRoute(
  method: Method,
  path: string,
  handler: string,
  actions: string[],
  middlewares: Middleware[] = []
) {
  return {
    method,
    path,
    handler,
    config: {
      policies: [
        'admin::isAuthenticatedAdmin',
        { name: `plugin::${PLUGIN_ID}.hasPermissions`, config: { actions } },
      ],
      middlewares: [answerRefusals, leaveSignInLine, ...middlewares],
    },
  };
}

/** A content-API route. Its handler is also the action that tokens and roles are granted. */
export function programRoute(
  method: Method,
  path: string,
  handler: string,
  description: RouteDescription,
  middlewares: Middleware[] = []
) {
  const config = { middlewares: [answerRefusals, leaveSignInLine, ...middlewares] };
  return { method, path, handler, ...description, config };
}

/** The description of a body with `data`. */
export const jsonData = (data: z.ZodType) => ({ 'application/json': z.object({ data }) });

/** The `data` of a request's body. */
export function bodyData(ctx: Context): unknown {
  const body = ctx.request.body as { data?: unknown } | undefined;
  if (typeof body?.data !== 'object' || body.data === null || Array.isArray(body.data)) {
    throw new Refused('invalid', 'The body must be an object with "data"', [
      { path: ['data'], message: 'data must be an object', name: 'ValidationError' },
    ]);
  }
  return body.data;
}

/** The optional `?locale=` of a request. It must not be given twice. */
export function localeQuery(ctx: Context): string | null {
  const { locale } = ctx.query as { locale?: unknown };
  if (locale === undefined || typeof locale === 'string') return locale || null;
  return refuseField('locale', 'locale must be given once');
}

/** The largest id that every database can hold. */
const MAX_ID = 2_147_483_647;

/** The numeric id of a route's `:id`. */
export function idParam(ctx: Context): number {
  const { id } = ctx.params as { id: string };
  if (!/^\d{1,10}$/.test(id) || Number(id) > MAX_ID || Number(id) < 1) {
    refuse('not-found', 'There is no such link');
  }
  return Number(id);
}
