import { setTimeout as wait } from 'node:timers/promises';

import type { Context, Next } from 'koa';

import { Refused } from '../core/errors';
import { makeFairQueue } from './fair-queue';

/** Longer than the look-ups that decide a refusal. */
const STEP_MS = 50;

/** The statuses that unknown and dead addresses share. */
const UNIFORM = [404, 429];

/** If many waits end together, each turn of the event loop sends one answer. */
const line = makeFairQueue();

/**
 * Delays refusals until a whole number of steps has passed, because the time of the look-ups would
 * reveal whether a link exists. Admitted visitors do not wait.
 */
export async function levelRefusals(ctx: Context, next: Next): Promise<void> {
  const start = performance.now();
  const level = async (status: number) => {
    if (!UNIFORM.includes(status)) return;
    const taken = performance.now() - start;
    await wait(Math.ceil(taken / STEP_MS) * STEP_MS - taken);
    await line();
  };
  try {
    await next();
  } catch (error) {
    if (error instanceof Refused) await level(error.status);
    throw error;
  }
  await level(ctx.status);
}
