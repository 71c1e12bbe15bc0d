import type { Context, Next } from 'koa';

import { UNLOCK_HEADER, VIEWER_HEADER } from '../../../contracts/headers';

/** Headers that a front end sends and that browsers do not allow by default. */
const REQUEST_HEADERS = ['Content-Type', 'If-None-Match', UNLOCK_HEADER, VIEWER_HEADER];

/** Headers that a front end reads from an answer. */
const ANSWER_HEADERS = ['ETag', 'Retry-After', 'Content-Disposition', VIEWER_HEADER];

/**
 * Tells browsers the headers of the public JSON, in addition to the site's own. Strapi's
 * `strapi::cors` alone decides which origins are allowed: without its header an answer stays
 * unchanged. This is registered around it, so that its answer already exists.
 *
 * @see https://fetch.spec.whatwg.org/#http-cors-protocol
 */
export function corsHeaders(isPublicJson: (path: string) => boolean) {
  return async (ctx: Context, next: Next): Promise<void> => {
    await next();
    const isAllowed = ctx.response.get('Access-Control-Allow-Origin') !== '';
    if (!isAllowed || !isPublicJson(ctx.path)) return;
    if (ctx.method === 'OPTIONS') add(ctx, 'Access-Control-Allow-Headers', REQUEST_HEADERS);
    else add(ctx, 'Access-Control-Expose-Headers', ANSWER_HEADERS);
  };
}

/** Adds names to a header's list, without duplicates. */
function add(ctx: Context, header: string, names: string[]): void {
  const there = ctx.response
    .get(header)
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const known = new Set(there.map((name) => name.toLowerCase()));
  ctx.set(header, [...there, ...names.filter((name) => !known.has(name.toLowerCase()))].join(', '));
}
