import { setImmediate as nextTurn } from 'node:timers/promises';

import type { Context, Next } from 'koa';

import { Refused, errorBody } from '../core/errors';
import { whenSignedIn } from '../core/signed-in';
import { clientOf } from './client';
import { makeWorkQueue } from './work-queue';
import type { WorkPlace, WorkQueue } from './work-queue';

/** A request waits no longer than this for the sign-in of the one before. */
const PATIENCE_MS = 50;

/** Many people can share one IP address: that of an untrusted proxy or of an office. */
const BOUNDS = {
  atOnce: 1,
  waiting: 1000,
  atOnceOfOne: 1,
  waitingOfOne: 300,
  patienceMs: 20_000,
};

/** Refused requests may come back after this time. */
const BUSY_SECONDS = 2;

/**
 * Signs in only one GET request at a time. Strapi computes all rights of a user for each, and
 * twenty images of a page would do that twenty times in one turn of the event loop. Clients take
 * turns. Requests with a body do not wait here, because a slow body would block the line. Strangers
 * do not either, because they have no rights to compute.
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

/** A cookie counts as signed in, because it may be a session of the site's own. */
function isStranger(ctx: Context): boolean {
  return ctx.get('Authorization') === '' && ctx.get('Cookie') === '';
}

/** Returns a place in a turn of its own, or null if too many requests are waiting. */
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
