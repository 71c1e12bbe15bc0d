import type { Context, Next } from 'koa';

import { refuse } from '../core/errors';
import { pause } from '../core/pause';
import { clientOf } from './client';
import { makeWorkQueue } from './work-queue';
import type { WorkBounds, WorkPlace, WorkQueue } from './work-queue';

const SECOND_MS = 1000;

/** A shorter time does not count as waiting. */
const AT_ONCE_MS = 20;

/** A download continues while the client takes at least this many bytes in this time. */
const IDLE_MS = 60 * SECOND_MS;
const IDLE_BYTES = 16 * 1024;

/**
 * The limits for expensive work. Each kind has its own queue, so kinds do not wait for each other,
 * and admin users do not wait for visitors.
 */
const BOUNDS = {
  /** Pages, JSON and files, until they are sent. A burst of hundreds is answered in turn. */
  page: {
    atOnce: 24,
    waiting: 1000,
    atOnceOfOne: 8,
    waitingOfOne: 300,
    patienceMs: 20 * SECOND_MS,
  },
  search: { atOnce: 2, waiting: 8, atOnceOfOne: 2, waitingOfOne: 3, patienceMs: 5 * SECOND_MS },
  /** Until its last byte is sent. This can take long, so nobody waits for a place. */
  zip: { atOnce: 12, waiting: 0, atOnceOfOne: 4, waitingOfOne: 0, patienceMs: 0 },
  /** Until its last line is sent. It reads everything that search engines may index. */
  sitemap: {
    atOnce: 2,
    waiting: 6,
    atOnceOfOne: 1,
    waitingOfOne: 2,
    patienceMs: 5 * SECOND_MS,
  },
  /** What a new link would make public, and QR codes. */
  panel: {
    atOnce: 2,
    waiting: 100,
    atOnceOfOne: 2,
    waitingOfOne: 20,
    patienceMs: 20 * SECOND_MS,
  },
  /** The same for programs, which send many requests at once and can wait. */
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

/** The seconds after which refused clients may come back. */
export const BUSY_SECONDS: Record<WorkKind, number> = {
  page: 2,
  search: 2,
  zip: 10,
  sitemap: 10,
  panel: 2,
  program: 2,
  export: 10,
};

/** The queues belong to this process, because they protect its own time and memory. */
const queues = Object.fromEntries(
  Object.entries(BOUNDS).map(([kind, bounds]) => [kind, makeWorkQueue(bounds)])
) as Record<WorkKind, WorkQueue>;

/**
 * Takes a place for the work of a request, in turn. Returns null if the client must come back
 * later. The place is free again when the request has been handled or, with `untilSent`, when its
 * answer is sent. After a wait, the caller must repeat earlier checks.
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
  // The work that has just ended may have used up the current turn of the event loop.
  await pause();
  if (!untilSent) placesOf(ctx).push(place);
  else if (ctx.res.closed) place.leave();
  else {
    ctx.res.once('close', () => place.leave());
    endIdle(ctx);
  }
  return { hasWaited: performance.now() - since > AT_ONCE_MS };
}

/** Ends a download of which the client takes almost nothing, only to hold its place. */
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

/** Runs before every handler that calls `enterWork`, and frees its places in every case. */
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

/** Limits the simultaneous work of an admin user or token. `isMeant` selects the requests. */
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
