import { AsyncResource } from 'node:async_hooks';

import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { RateLimiterRes } from 'rate-limiter-flexible';

import { NOTHING } from './counter';
import type { Count, Counter } from './counter';

/**
 * The maximum of clients in one counter; about 10 MB. The client that was seen longest ago is
 * dropped.
 */
const MAX_KEYS = 20_000;

/** Counts in this process. */
export function memoryCounter(seconds: number, maxKeys = MAX_KEYS): Counter {
  const limiter = new RateLimiterMemory({ points: 1, duration: seconds });
  // The limiter sets a timer for each key. In this scope, a timer keeps no request in memory.
  const ownScope = new AsyncResource('ShareLinksCounter');
  /** The keys, oldest first. */
  const seen = new Set<string>();

  return {
    async add(key, points) {
      seen.delete(key);
      seen.add(key);
      if (seen.size > maxKeys) {
        const [oldest] = seen;
        seen.delete(oldest!);
        await limiter.delete(oldest!);
      }
      return countOf(await ownScope.runInAsyncScope(() => limiter.penalty(key, points)));
    },
    count: async (key) => countOf(await limiter.get(key)),
  };
}

export function countOf(result: RateLimiterRes | null): Count {
  if (!result || result.msBeforeNext <= 0) return NOTHING;
  return { points: result.consumedPoints, msLeft: result.msBeforeNext };
}
