import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';

import { renderStubPage } from '../page/render';
import { knownSettings } from '../settings/service';
import { lookOf, sendPage } from './respond';

/** The headers in which browsers say that nobody looks at the answer yet. */
const PURPOSES = ['Sec-Purpose', 'Purpose', 'X-Purpose', 'X-Moz'];

/** Returns true if a browser asks ahead: the person may never come. */
function isPrefetch(ctx: Pick<Context, 'get'>): boolean {
  return PURPOSES.some((name) => /\b(?:prefetch|prerender|preview)\b/i.test(ctx.get(name)));
}

/**
 * Answers whatever browsers ask for ahead with 503, before any look-up. Browsers then forget the
 * answer and ask again when the person comes: they show a person what they have prefetched with any
 * other status, also with `no-store`.
 *
 * @see https://wicg.github.io/nav-speculation/prefetch.html
 */
export function refusePrefetch(strapi: Core.Strapi) {
  return async (ctx: Context, next: Next): Promise<void> => {
    if (ctx.method === 'POST' || !isPrefetch(ctx)) return next();
    sendPage(ctx, 503, renderStubPage(lookOf(ctx, await knownSettings(strapi))));
  };
}
