import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';

import type { Context, Next } from 'koa';

/** Nobody waits longer for the request before theirs to be signed in. */
const PATIENCE_MS = 50;

/**
 * Lets one request that reads be signed in at a time: Strapi works out all rights of a user for
 * each, and twenty pictures of a page would have that done twenty times in one turn of the event
 * loop. Requests with a body are not in this line, as a slow body would hold it up.
 */
export function signInOneByOne(isMeant: (path: string) => boolean) {
  let last: Promise<unknown> = Promise.resolve();
  return async (ctx: Context, next: Next): Promise<void> => {
    if (ctx.method !== 'GET' || !isMeant(ctx.path)) return next();
    let leave!: () => void;
    const left = new Promise<void>((resolve) => (leave = resolve));
    const turn = last;
    last = turn
      .then(() => Promise.race([left, wait(PATIENCE_MS, undefined, { ref: false })]))
      .then(() => nextTurn());
    ctx.state.shareLinksSignedIn = leave;
    await turn;
    try {
      return await next();
    } finally {
      leave();
    }
  };
}

/** Stands first on each route that needs a sign-in; what the route does begins in a new turn. */
export async function leaveSignInLine(ctx: Context, next: Next): Promise<void> {
  (ctx.state.shareLinksSignedIn as (() => void) | undefined)?.();
  await nextTurn();
  return next();
}
