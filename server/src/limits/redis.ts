import { createRequire } from 'node:module';
import path from 'node:path';

import type { Core } from '@strapi/strapi';
import { RateLimiterRedis } from 'rate-limiter-flexible';

import type { Counter } from './counter';
import { countOf } from './memory';

/** An address such as `redis://:password@host:6379/0`, or the options of `ioredis`. */
export type RedisConfig = string | Record<string, unknown>;

/** The used part of `ioredis`, so that sites without it need no types for it. */
export interface RedisClient {
  connect(): Promise<void>;
  disconnect(): void;
  on(event: 'error', listener: () => void): unknown;
}

type Redis = new (...options: unknown[]) => RedisClient;

/** Visitors must not wait for a limit: a slower answer counts as a failure. */
const PATIENCE_MS = 500;

const OPTIONS = {
  lazyConnect: true,
  enableOfflineQueue: false,
  maxRetriesPerRequest: 0,
  connectTimeout: 2_000,
  commandTimeout: PATIENCE_MS,
  retryStrategy: (times: number) => Math.min(times * 200, 5_000),
};

/**
 * Makes a client that has not connected yet.
 *
 * @throws Error, which stops the boot, if the site has not installed `ioredis`
 */
export function redisClient(strapi: Core.Strapi, config: RedisConfig): RedisClient {
  const Redis = loadRedis(strapi);
  const client =
    typeof config === 'string' ? new Redis(config, OPTIONS) : new Redis({ ...config, ...OPTIONS });
  // Without a listener Node ends the process. Each failing command reports its own error.
  client.on('error', () => {});
  return client;
}

export function redisCounter(client: RedisClient, name: string, seconds: number): Counter {
  const limiter = new RateLimiterRedis({
    storeClient: client,
    keyPrefix: `share-links:${name}`,
    points: 1,
    duration: seconds,
    rejectIfRedisNotReady: true,
  });
  return {
    add: async (key, points) => countOf(await limiter.penalty(key, points)),
    count: async (key) => countOf(await limiter.get(key)),
  };
}

/** The host of Redis, without the password that its address may contain. */
export function redisPlace(config: RedisConfig): string {
  if (typeof config === 'string') return URL.canParse(config) ? new URL(config).host : 'Redis';
  const { host = 'localhost', port = 6379, path: socket } = config;
  return String(socket ?? `${String(host)}:${String(port)}`);
}

function loadRedis(strapi: Core.Strapi): Redis {
  const fromApp = createRequire(path.join(strapi.dirs.app.root, 'package.json'));
  try {
    return (fromApp('ioredis') as { Redis: Redis }).Redis;
  } catch {
    throw new Error(
      'Share Links: config.redis is set, but the package ioredis is not installed; run "npm install ioredis"'
    );
  }
}
