import type { Context, Next } from 'koa';

import { Refused, errorBody } from '../core/errors';

/** More than any request of the plugin needs. Strapi's own limit is a megabyte. */
const MAX_BODY_BYTES = 64 * 1024;

/** Refuses long bodies before anything parses them. */
export function limitBody(isOurs: (path: string) => boolean) {
  return async (ctx: Context, next: Next): Promise<void> => {
    const isChunked = ctx.get('Transfer-Encoding') !== '';
    const isShort = Number(ctx.get('Content-Length')) <= MAX_BODY_BYTES;
    // The size of a compressed body is known only after it is unpacked.
    const isPlain = /^(identity)?$/i.test(ctx.get('Content-Encoding').trim());
    if (!isOurs(ctx.path) || (isShort && !isChunked && isPlain)) return next();
    const error = isPlain
      ? new Refused(
          'body-too-large',
          `Send at most ${MAX_BODY_BYTES / 1024} kB, with a Content-Length`
        )
      : new Refused('invalid', 'Send the body as it is, without a Content-Encoding');
    ctx.status = error.status;
    ctx.body = errorBody(error);
    // The rest of the body is not read, so the connection can't be reused.
    ctx.set('Connection', 'close');
  };
}
