import type { Context, Next } from 'koa';

import { UNLOCK_HEADER, VIEWER_HEADER } from '../../../contracts/headers';

/** What a front end sends besides what browsers let through by themselves. */
const REQUEST_HEADERS = ['Content-Type', 'If-None-Match', UNLOCK_HEADER, VIEWER_HEADER];

/** What it reads of an answer besides its body. */
const ANSWER_HEADERS = ['ETag', 'Retry-After', 'Content-Disposition', VIEWER_HEADER];

/**
 * Names the headers of the public JSON to browsers, on top of those of the site. Which origins may
 * ask is decided by Strapi's own `strapi::cors` alone: an answer that this has not opened to an
 * origin stays as it is. Registered around it, so that its answer is there to be added to.
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

/** Adds names to a list of them, each once. */
function add(ctx: Context, header: string, names: string[]): void {
  const there = ctx.response
    .get(header)
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const known = new Set(there.map((name) => name.toLowerCase()));
  ctx.set(header, [...there, ...names.filter((name) => !known.has(name.toLowerCase()))].join(', '));
}
