import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { Core } from '@strapi/strapi';
import { describe, expect, it, vi } from 'vitest';

import { networkOf } from '../../../server/src/limits/client';
import { makeLimits } from '../../../server/src/limits/count-attempts';
import { memoryCounter } from '../../../server/src/limits/memory';
import { redisClient, redisPlace } from '../../../server/src/limits/redis';
import { insured, watchHealth } from '../../../server/src/limits/store';
import { optionProblems } from '../../../server/src/settings/config';
import { HashingBusy, compareInTurn, hashInTurn } from '../../../server/src/links/rules/hashing';
import { DEFAULT_SETTINGS } from '../../../server/src/settings/schema';

describe('networkOf', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['::FFFF:cb00:7109', '203.0.113.9'],
    ['0:0:0:0:0:ffff:203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002::', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['1::', '1:0:0:0::/64'],
    ['', null],
    ['unknown', null],
    ['203.0.113.9:51234', '203.0.113.9'],
    ['"203.0.113.9:51234"', '203.0.113.9'],
    ['[2001:db8:1:2::9]:443', '2001:db8:1:2::/64'],
    ['"[2001:db8:1:2::9]:443"', '2001:db8:1:2::/64'],
    ['[2001:db8:1:2::9]', '2001:db8:1:2::/64'],
    ['[::ffff:203.0.113.9]:80', '203.0.113.9'],
    [' 203.0.113.9 ', '203.0.113.9'],
    ['203.0.113.9:', null],
    ['203.0.113.9:x', null],
    ['203.0.113.9:123456', null],
    ['[203.0.113.9]:80', null],
    ['[2001:db8::1', null],
    ['203.0.113.256', null],
    ['203.0.113.9, 192.0.2.1', null],
  ])('turns %s into %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});

describe('a counter in memory', () => {
  it('counts each key separately, and gives points back', async () => {
    const counter = memoryCounter(60);
    expect((await counter.add('a', 1)).points).toBe(1);
    expect((await counter.add('a', 1)).points).toBe(2);
    expect((await counter.add('b', 1)).points).toBe(1);
    expect((await counter.add('a', -1)).points).toBe(1);
    expect(await counter.count('c')).toEqual({ points: 0, msLeft: 0 });
  });

  it('drops the key that was not used for the longest time when there are too many', async () => {
    const counter = memoryCounter(60, 3);
    for (const key of ['a', 'b', 'c', 'a', 'd']) await counter.add(key, 1);
    expect((await counter.count('a')).points).toBe(2);
    expect((await counter.count('b')).points).toBe(0);
    expect((await counter.count('c')).points).toBe(1);
    expect((await counter.count('d')).points).toBe(1);
  });
});

describe('S04: a store that fails', () => {
  const log = { info: vi.fn(), error: vi.fn() };

  it('is replaced by memory, logged once, and tried again after a while', async () => {
    vi.useFakeTimers();
    let isBroken = false;
    const store = memoryCounter(600);
    const asked = vi.fn();
    const fragile = {
      add: async (key: string, points: number) => {
        asked();
        if (isBroken) throw new Error('gone');
        return store.add(key, points);
      },
      count: store.count,
    };
    const health = watchHealth({ log } as never, 'a store');
    const counter = insured(fragile, memoryCounter(600), health);

    expect((await counter.add('a', 5)).points).toBe(5);
    expect(log.info.mock.lastCall?.[0]).toBe('Share Links counts attempts in a store');
    isBroken = true;
    expect((await counter.add('a', 1)).points).toBe(1);
    expect((await counter.add('a', 1)).points).toBe(2);
    expect(asked).toHaveBeenCalledTimes(2);
    expect(log.error).toHaveBeenCalledTimes(1);
    expect(log.error.mock.lastCall?.[0]).toContain("can't count attempts in a store (gone)");
    isBroken = false;
    vi.advanceTimersByTime(6_000);
    expect((await counter.add('a', 1)).points).toBe(6);
    expect(log.info.mock.lastCall?.[0]).toBe('Share Links counts attempts in a store again');
    expect(log.error).toHaveBeenCalledTimes(1);
    vi.useRealTimers();
  });
});

describe('limits', () => {
  const { limits } = DEFAULT_SETTINGS;
  const make = () => makeLimits(Buffer.from('key'), (_name, seconds) => memoryCounter(seconds));

  it('ask for a wait of at least a second, and at most the window', async () => {
    const counted = make();
    const waits = [];
    for (let count = 0; count < 40; count += 1) waits.push(await counted.miss('c', limits));
    expect(waits.slice(0, 30)).toEqual(Array(30).fill(null));
    expect(waits.slice(30).every((wait) => wait! >= 1 && wait! <= 60)).toBe(true);
  });

  it('take no points for passwords above the limit, so the wait does not grow', async () => {
    const counted = make();
    for (let count = 0; count < 5; count += 1) await counted.password('one', 'a', limits);
    for (let count = 0; count < 50; count += 1) {
      expect((await counted.password('one', 'a', limits)).retryAfter).not.toBeNull();
    }
    // If the fifty tries counted, even the wider limit and the limit of the link would be reached.
    const wider = { ...limits, passwordsPerClient: 6 };
    expect((await counted.password('one', 'a', wider)).retryAfter).toBeNull();
    expect((await counted.password('one', 'b', limits)).retryAfter).toBeNull();
  });
});

describe('S07: two limits for passwords', () => {
  it('many clients can’t make the counter forget the tries at a link', async () => {
    const few = 50;
    const counted = makeLimits(Buffer.from('key'), (_name, seconds) => memoryCounter(seconds, few));
    const { limits } = DEFAULT_SETTINGS;
    const tryLink = async (link: string, client: number) =>
      (await counted.password(link, `client ${client}`, limits)).retryAfter;
    for (let client = 0; client < limits.passwordsPerLink; client += 1)
      await tryLink('one', client);
    expect(await tryLink('one', 100)).not.toBeNull();
    for (let client = 200; client < 200 + few * 2; client += 1) await tryLink('two', client);
    expect(await tryLink('one', 101)).not.toBeNull();
  });
});

describe('passwords', () => {
  it('are compared in turn, and refused at once when too many wait', async () => {
    const hash = await hashInTurn('right', 4);
    const results = await Promise.allSettled(
      Array.from({ length: 60 }, (_, index) => compareInTurn(index % 2 ? 'right' : 'wrong', hash))
    );
    const done = results.filter((result) => result.status === 'fulfilled');
    const refused = results.filter((result) => result.status === 'rejected');
    expect(done.map(({ value }) => value)).toEqual(done.map((_, index) => index % 2 === 1));
    expect(done.length).toBeGreaterThanOrEqual(20);
    expect(done.length).toBeLessThan(30);
    expect(refused.every(({ reason }) => reason instanceof HashingBusy)).toBe(true);
    expect(await compareInTurn('right', hash)).toBe(true);
  });

  it('do not block the main thread', async () => {
    const hash = await hashInTurn('right', 10);
    let ticks = 0;
    const timer = setInterval(() => (ticks += 1), 5);
    await Promise.all(Array.from({ length: 5 }, () => compareInTurn('wrong', hash)));
    clearInterval(timer);
    expect(ticks).toBeGreaterThan(20);
  });
});

describe('the configuration', () => {
  it('accepts an address of Redis, options for it, or the database', () => {
    for (const options of [
      { redis: 'redis://localhost:6379' },
      { redis: 'rediss://:secret@redis.example:6380/2' },
      { redis: { host: 'localhost', tls: {} } },
      { limiterStore: 'database' },
    ]) {
      expect(optionProblems({ prefix: '/share', ...options })).toEqual([]);
    }
  });

  it.each([
    [{ redis: 'localhost' }, /redis: must be an address such as redis:\/\/localhost:6379/],
    [{ redis: 6379 }, /redis: must be an address/],
    [{ limiterStore: 'redis' }, /limiterStore/],
  ])('refuses %j', (options, message) => {
    const [problem] = optionProblems({ prefix: '/share', ...options });
    expect(`${problem?.path.join('.')}: ${problem?.message}`).toMatch(message);
  });

  it('names the missing package when Redis is configured without it', () => {
    const root = mkdtempSync(path.join(tmpdir(), 'share-links-'));
    const strapi = { dirs: { app: { root } } } as unknown as Core.Strapi;
    expect(() => redisClient(strapi, 'redis://localhost')).toThrow(/npm install ioredis/);
    rmSync(root, { recursive: true });
  });

  it('never shows the password of a Redis', () => {
    expect(redisPlace('redis://user:hush@redis.example:6380/2')).toBe('redis.example:6380');
    expect(redisPlace({ host: 'redis.example', password: 'hush' })).toBe('redis.example:6379');
    expect(redisPlace({ path: '/run/redis.sock' })).toBe('/run/redis.sock');
  });
});
