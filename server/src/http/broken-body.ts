import type { Context, Next } from 'koa';

import { Refused, errorBody } from '../core/errors';

/** Explains a body that can't be parsed. Strapi's own answer has the parser's words and no code. */
export function explainBrokenBody(isOurs: (path: string) => boolean) {
  return async (ctx: Context, next: Next): Promise<void> => {
    await next();
    const message = ctx.method !== 'GET' && isOurs(ctx.path) ? faultOf(ctx) : null;
    if (!message) return;
    const error = new Refused('invalid', message);
    ctx.status = error.status;
    ctx.body = errorBody(error);
  };
}

function faultOf(ctx: Context): string | null {
  const { error } = (ctx.body ?? {}) as { error?: { name?: unknown } };
  if (ctx.status === 400 && error?.name === 'SyntaxError') {
    return 'The body must be a JSON object; check its quotes, commas and brackets';
  }
  const type = ctx.get('Content-Type');
  if (ctx.status !== 500 || !/^\s*multipart\//i.test(type)) return null;
  return /boundary=\S/i.test(type)
    ? 'The multipart body is not whole, or its boundary can’t be one'
    : 'A multipart body needs a boundary';
}
