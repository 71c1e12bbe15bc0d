import type { Context, Next } from 'koa';

import { Refused, errorBody } from '../errors';

/** Strapi answers a body that it can't parse with the parser's own words, and without a code. */
export function explainBrokenBody(isOurs: (path: string) => boolean) {
  return async (ctx: Context, next: Next): Promise<void> => {
    if (!isOurs(ctx.path)) return next();
    if (isUnreadable(ctx)) return refuse(ctx, 'Send the body as JSON or as a form, uncompressed');
    await next();
    const { error } = (ctx.body ?? {}) as { error?: { name?: unknown } };
    if (ctx.status === 400 && error?.name === 'SyntaxError') {
      refuse(ctx, 'The body is not valid JSON; check its quotes, commas and brackets');
    }
  };
}

function refuse(ctx: Context, message: string): void {
  const error = new Refused('invalid', message);
  ctx.status = error.status;
  ctx.body = errorBody(error);
}

/** What would make the parser fail: parts without a mark between them, and compressed bodies. */
function isUnreadable(ctx: Context): boolean {
  const type = ctx.get('Content-Type');
  const isCompressed = !/^(?:identity)?$/i.test(ctx.get('Content-Encoding').trim());
  return isCompressed || (/^\s*multipart\//i.test(type) && !/boundary=\S/i.test(type));
}
