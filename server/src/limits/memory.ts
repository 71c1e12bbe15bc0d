import { AsyncResource } from 'node:async_hooks';

import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { RateLimiterRes } from 'rate-limiter-flexible';

import { NOTHING } from './counter';
import type { Count, Counter } from './counter';

/** Clients that one counter remembers; about 10 MB. Whoever was seen longest ago is forgotten. */
const MAX_KEYS = 20_000;

/** Counts in this process. */
export function memoryCounter(seconds: number, maxKeys = MAX_KEYS): Counter {
  const limiter = new RateLimiterMemory({ points: 1, duration: seconds });
  // The limiter sets a timer for each key, and a timer keeps the request that it was set in.
  const ownScope = new AsyncResource('ShareLinksCounter');
  /** Oldest first. */
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
