import { setImmediate as nextTurn } from 'node:timers/promises';

import type { Context, Next } from 'koa';

import { Refused, errorBody } from '../core/errors';
import { whenSignedIn } from '../core/signed-in';
import { clientOf } from './client';
import { makeWorkQueue } from './work-queue';
import type { WorkPlace, WorkQueue } from './work-queue';

/** Nobody waits longer for the request before theirs to be signed in. */
const PATIENCE_MS = 50;

/** Many people may share one address: a proxy's that the site does not trust, or an office's. */
const BOUNDS = {
  atOnce: 1,
  waiting: 1000,
  atOnceOfOne: 1,
  waitingOfOne: 300,
  patienceMs: 20_000,
};

/** After which those who are turned away may come back. */
const BUSY_SECONDS = 2;

/**
 * Lets one request that reads be signed in at a time: Strapi works out all rights of a user for
 * each, and twenty pictures of a page would have that done twenty times in one turn of the event
 * loop. Clients take turns. Requests with a body are not in this line, as a slow body would hold it
 * up, nor are those of strangers, who have no rights that are to be worked out.
 */
export function signInOneByOne(isMeant: (path: string) => boolean) {
  const queue = makeWorkQueue(BOUNDS);
  return async (ctx: Context, next: Next): Promise<void> => {
    if (ctx.method !== 'GET' || !isMeant(ctx.path) || isStranger(ctx)) return next();
    const place = await enter(queue, ctx);
    if (place === 'gone') return;
    if (!place) return refuse(ctx);
    const timer = setTimeout(() => place.leave(), PATIENCE_MS).unref();
    const leave = () => {
      clearTimeout(timer);
      place.leave();
    };
    whenSignedIn(ctx, leave);
    try {
      return await next();
    } finally {
      leave();
    }
  };
}

/** A cookie may be a session of the site's own. */
function isStranger(ctx: Context): boolean {
  return ctx.get('Authorization') === '' && ctx.get('Cookie') === '';
}

/** A place in a turn of its own; null for those of whom too many wait. */
async function enter(queue: WorkQueue, ctx: Context): Promise<WorkPlace | 'gone' | null> {
  const gone = new AbortController();
  const giveUp = () => gone.abort();
  ctx.res.once('close', giveUp);
  const place = await queue.enter(clientOf(ctx), gone.signal);
  if (place) await nextTurn();
  ctx.res.removeListener('close', giveUp);
  if (!gone.signal.aborted) return place;
  place?.leave();
  return 'gone';
}

function refuse(ctx: Context): void {
  const error = new Refused(
    'too-many-attempts',
    'Too much is asked for at once; try again in a moment'
  );
  ctx.status = error.status;
  ctx.body = errorBody(error);
  ctx.set('Retry-After', String(BUSY_SECONDS));
}
