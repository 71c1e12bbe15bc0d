import type { Core } from '@strapi/strapi';

import { pluginConfig } from '../settings/service';
import type { Counter, MakeCounter } from './counter';
import { databaseCounter, forgetOldCounts } from './database';
import { memoryCounter } from './memory';
import { redisClient, redisCounter, redisPlace } from './redis';

/** A failed store is not asked again before this time. */
const REST_MS = 5_000;

/** The store for the counts, as configured. */
export interface Store {
  makeCounter: MakeCounter;
  /** True if counting costs less than a query. */
  isCheap: boolean;
  close(): void;
}

/**
 * Connects to the configured store and logs which one is used. If it can't be reached, the app
 * still starts, and this process counts by itself until the store works.
 *
 * @throws Error if Redis is configured and `ioredis` is not installed
 */
export async function openStore(strapi: Core.Strapi): Promise<Store> {
  const { redis, limiterStore } = pluginConfig(strapi);
  if (redis) {
    const client = redisClient(strapi, redis);
    const health = watchHealth(strapi, `Redis at ${redisPlace(redis)}`);
    await client.connect().then(health.works, health.fails);
    return {
      makeCounter: (name, seconds) =>
        insured(redisCounter(client, name, seconds), memoryCounter(seconds), health),
      isCheap: true,
      close: () => client.disconnect(),
    };
  }
  if (limiterStore === 'database') {
    const health = watchHealth(strapi, 'the database');
    health.works();
    forgetOldCountsRegularly(strapi);
    return {
      makeCounter: (name, seconds) =>
        insured(databaseCounter(strapi, name, seconds), memoryCounter(seconds), health),
      isCheap: false,
      close: () => {},
    };
  }
  strapi.log.info('Share Links counts attempts in this process');
  return {
    makeCounter: (_name, seconds) => memoryCounter(seconds),
    isCheap: true,
    close: () => {},
  };
}

interface Health {
  /** Returns true if the store should be asked. */
  isUp(): boolean;
  works(): void;
  fails(error: unknown): void;
}

/** Logs once when a store fails and once when it works again, not with every request. */
export function watchHealth(strapi: Pick<Core.Strapi, 'log'>, place: string): Health {
  let state: 'new' | 'up' | 'down' = 'new';
  let askAgainAt = 0;
  return {
    isUp: () => state !== 'down' || Date.now() >= askAgainAt,
    works() {
      if (state === 'up') return;
      strapi.log.info(`Share Links counts attempts in ${place}${state === 'down' ? ' again' : ''}`);
      state = 'up';
    },
    fails(error) {
      askAgainAt = Date.now() + REST_MS;
      if (state === 'down') return;
      const reason = error instanceof Error ? error.message : String(error);
      strapi.log.error(
        `Share Links can't count attempts in ${place} (${reason}). ` +
          'Until it can, each node counts by itself, so a cluster lets more attempts through.'
      );
      state = 'down';
    },
  };
}

/** Counts in the store while it works, and in this process while it does not. */
export function insured(store: Counter, memory: Counter, health: Health): Counter {
  const ask = async <T>(work: (counter: Counter) => Promise<T>): Promise<T> => {
    if (!health.isUp()) return work(memory);
    try {
      const answer = await work(store);
      health.works();
      return answer;
    } catch (error) {
      health.fails(error);
      return work(memory);
    }
  };
  return {
    add: (key, points) => ask((counter) => counter.add(key, points)),
    count: (key) => ask((counter) => counter.count(key)),
  };
}

function forgetOldCountsRegularly(strapi: Core.Strapi): void {
  strapi.cron.add({
    shareLinksCounts: {
      task: () => forgetOldCounts(strapi),
      options: { rule: '*/10 * * * *' },
    },
  });
}
