import type { Context, Next } from 'koa';

import { Refused, errorBody } from '../errors';

/** Strapi answers a body that it can't parse with the parser's own words, and without a code. */
export function explainBrokenBody(isOurs: (path: string) => boolean) {
  return async (ctx: Context, next: Next): Promise<void> => {
    await next();
    if (ctx.status !== 400 || !isOurs(ctx.path)) return;
    const { error } = (ctx.body ?? {}) as { error?: { name?: unknown } };
    if (error?.name !== 'SyntaxError') return;
    ctx.body = errorBody(
      new Refused('invalid', 'The body is not valid JSON; check its quotes, commas and brackets')
    );
  };
}
