import { setImmediate as nextTurn } from 'node:timers/promises';

import type { Context, Next } from 'koa';

/** Sets the work that runs once a request is signed in. */
export function whenSignedIn(ctx: Context, work: () => void): void {
  ctx.state.shareLinksSignedIn = work;
}

/**
 * The first middleware of each route with a sign-in. The rest of the route runs in a new turn of
 * the event loop.
 */
export async function leaveSignInLine(ctx: Context, next: Next): Promise<void> {
  (ctx.state.shareLinksSignedIn as (() => void) | undefined)?.();
  await nextTurn();
  return next();
}
