import { setTimeout as wait } from 'node:timers/promises';

import type { Context, Next } from 'koa';

import { Refused } from '../core/errors';
import { makeFairQueue } from './fair-queue';

/** More than it takes to look up what a refusal is decided by. */
const STEP_MS = 50;

/** Those that come out alike for an address that never was and for one that is dead. */
const UNIFORM = [404, 429];

/** Of many that end together, one is sent in each turn of the event loop. */
const line = makeFairQueue();

/**
 * Holds refusals back until a whole number of steps has passed: how much was looked up before it
 * came to one tells what there is. Costs a timer, and no time of anybody who is let in.
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
