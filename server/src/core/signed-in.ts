import { setImmediate as nextTurn } from 'node:timers/promises';

import type { Context, Next } from 'koa';

/** What is to be done once a request is signed in. */
export function whenSignedIn(ctx: Context, work: () => void): void {
  ctx.state.shareLinksSignedIn = work;
}

/** Stands first on each route that needs a sign-in; what the route does begins in a new turn. */
export async function leaveSignInLine(ctx: Context, next: Next): Promise<void> {
  (ctx.state.shareLinksSignedIn as (() => void) | undefined)?.();
  await nextTurn();
  return next();
}
