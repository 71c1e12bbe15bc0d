import type { Context } from 'koa';

/** Returns true for a browser that shows a page: it accepts HTML by name, programs any type. */
export function isBrowser(ctx: Context): boolean {
  return ctx.get('Accept').includes('text/html');
}
