import type { Context, Next } from 'koa';

import { refuse } from '../core/errors';
import { pause } from '../core/pause';
import { clientOf } from './client';
import { makeWorkQueue } from './work-queue';
import type { WorkBounds, WorkPlace, WorkQueue } from './work-queue';

const SECOND_MS = 1000;

/** What takes less is no waiting. */
const AT_ONCE_MS = 20;

/** A download goes on for as long as at least so much of it is taken in such a time. */
const IDLE_MS = 60 * SECOND_MS;
const IDLE_BYTES = 16 * 1024;

/**
 * What costs much, apart by what it is, so that none of it waits for another kind; and what admin
 * users ask for apart from what visitors do.
 */
const BOUNDS = {
  /** Pages, JSON and files until they are sent: a burst of hundreds is answered, in turn. */
  page: {
    atOnce: 24,
    waiting: 1000,
    atOnceOfOne: 8,
    waitingOfOne: 300,
    patienceMs: 20 * SECOND_MS,
  },
  search: { atOnce: 2, waiting: 8, atOnceOfOne: 2, waitingOfOne: 3, patienceMs: 5 * SECOND_MS },
  /** Until its last byte is sent, which can take long: nobody waits for that. */
  zip: { atOnce: 12, waiting: 0, atOnceOfOne: 4, waitingOfOne: 0, patienceMs: 0 },
  /** Until its last line is sent: it asks for everything that search engines may have. */
  sitemap: {
    atOnce: 2,
    waiting: 6,
    atOnceOfOne: 1,
    waitingOfOne: 2,
    patienceMs: 5 * SECOND_MS,
  },
  /** What one link would make public, and QR codes. */
  panel: {
    atOnce: 2,
    waiting: 100,
    atOnceOfOne: 2,
    waitingOfOne: 20,
    patienceMs: 20 * SECOND_MS,
  },
  /** The same for programs, which ask for many at once and don't mind to wait. */
  program: {
    atOnce: 2,
    waiting: 200,
    atOnceOfOne: 2,
    waitingOfOne: 100,
    patienceMs: 30 * SECOND_MS,
  },
  /** Until its last line is sent. */
  export: { atOnce: 4, waiting: 8, atOnceOfOne: 2, waitingOfOne: 2, patienceMs: 5 * SECOND_MS },
} satisfies Record<string, WorkBounds>;

export type WorkKind = keyof typeof BOUNDS;

/** Seconds after which those who are turned away may come back. */
export const BUSY_SECONDS: Record<WorkKind, number> = {
  page: 2,
  search: 2,
  zip: 10,
  sitemap: 10,
  panel: 2,
  program: 2,
  export: 10,
};

/** Of this process: what they keep from being used up are its own time and memory. */
const queues = Object.fromEntries(
  Object.entries(BOUNDS).map(([kind, bounds]) => [kind, makeWorkQueue(bounds)])
) as Record<WorkKind, WorkQueue>;

/**
 * A place for the work of a request, in turn; null for those who have to come back later. It is
 * given back when the request has been handled, or with `untilSent` when its answer is sent. Who has
 * waited has to ask once more what was decided before.
 */
export async function enterWork(
  ctx: Context,
  kind: WorkKind,
  { client = clientOf(ctx), untilSent = false } = {}
): Promise<{ hasWaited: boolean } | null> {
  const gone = new AbortController();
  const leave = () => gone.abort();
  ctx.res.once('close', leave);
  await pause();
  const since = performance.now();
  const place = await queues[kind].enter(client, gone.signal);
  ctx.res.removeListener('close', leave);
  if (!place) return null;
  // Whoever left has done so at the end of a turn of theirs.
  await pause();
  if (!untilSent) placesOf(ctx).push(place);
  else if (ctx.res.closed) place.leave();
  else {
    ctx.res.once('close', () => place.leave());
    endIdle(ctx);
  }
  return { hasWaited: performance.now() - since > AT_ONCE_MS };
}

/** Ends a download of which next to nothing is taken, as by one who only wants to keep its place. */
function endIdle(ctx: Context): void {
  const { socket } = ctx.req;
  let taken = socket.bytesWritten;
  const timer = setInterval(() => {
    if (socket.bytesWritten - taken < IDLE_BYTES) ctx.res.destroy();
    taken = socket.bytesWritten;
  }, IDLE_MS);
  timer.unref();
  ctx.res.once('close', () => clearInterval(timer));
}

/** Stands before every handler that may enter: whatever becomes of it, its places are given back. */
export async function leaveWork(ctx: Context, next: Next): Promise<void> {
  try {
    await next();
  } finally {
    for (const place of placesOf(ctx)) place.leave();
  }
}

function placesOf(ctx: Context): WorkPlace[] {
  return (ctx.state.shareLinksPlaces ??= []) as WorkPlace[];
}

/** Bounds what an admin user, or a token, asks for at once; `isMeant` tells which requests. */
export function limitAdminWork(
  kind: 'panel' | 'program' | 'export',
  isMeant: (ctx: Context) => boolean = () => true
) {
  return async (ctx: Context, next: Next): Promise<void> => {
    if (!isMeant(ctx)) return next();
    const options = { client: callerOf(ctx), untilSent: kind === 'export' };
    if (await enterWork(ctx, kind, options)) return leaveWork(ctx, next);
    ctx.set('Retry-After', String(BUSY_SECONDS[kind]));
    refuse('too-many-attempts', 'Too much is asked for at once; try again in a moment');
  };
}

function callerOf(ctx: Context): string {
  const { user, auth } = ctx.state as {
    user?: { id?: number };
    auth?: { credentials?: { id?: number } };
  };
  return user?.id ? `user ${user.id}` : `token ${auth?.credentials?.id ?? 0}`;
}
