import { afterEach, describe, expect, it } from 'vitest';

import { mintToken } from '../../server/src/links/rules/token';
import { DEFAULT_SETTINGS } from '../../server/src/settings/schema';
import { databaseServer } from '../support/databases';
import { startNode } from '../support/nodes';
import type { Node } from '../support/nodes';
import { startRedis } from '../support/redis';
import { from } from '../support/visitors';

const { unknownPerMinute } = DEFAULT_SETTINGS.limits;

/** Things to stop after each test, also after a failed one. */
const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

async function node(env: Record<string, string> = {}): Promise<Node> {
  const database = await databaseServer().copy();
  stops.push(() => database.drop());
  const started = await startNode(database, env);
  stops.push(() => started.stop());
  return started;
}

async function redis(port?: number) {
  const server = await startRedis(port);
  stops.push(() => server.stop());
  return server;
}

const guess = (at: Node, address = '') => from(at.url, address).get(`/share/${mintToken()}`);
const guessTimes = async (count: number, at: Node, address = '') => {
  for (let done = 0; done < count; done += 1) await guess(at, address);
};
const linesOf = async (at: Node, text: string) =>
  (await at.logs()).filter((line) => line.includes(text));

describe('S06: without a trusted proxy', () => {
  it('X-Forwarded-For gives nobody a new count', async () => {
    const one = await node();
    for (let count = 0; count < unknownPerMinute; count += 1) {
      expect((await guess(one, `203.0.113.${count}`)).status).toBe(404);
    }
    expect((await guess(one, '203.0.113.99')).status).toBe(429);
    expect((await guess(one, '2001:db8::1')).status).toBe(429);
    expect(await linesOf(one, 'counts attempts in this process')).toHaveLength(1);
  });
});

describe('S06: behind a proxy', () => {
  const forged = (count: number) => `198.51.100.${count}, 203.0.113.5`;

  it('an address that the visitor puts in front of the real one gives them no new count', async () => {
    const one = await node({ IS_PROXIED: 'true' });
    for (let count = 0; count < unknownPerMinute; count += 1) await guess(one, forged(count));
    expect((await guess(one, forged(99))).status).toBe(429);
    expect(await linesOf(one, 'maxIpsCount')).toHaveLength(0);
  });

  it('the log warns when the number of proxies is not configured', async () => {
    const one = await node({ IS_PROXIED: 'true', PROXIES: '0' });
    expect(await linesOf(one, 'maxIpsCount')).toHaveLength(1);
  });
});

describe('S04: nodes that share a Redis', () => {
  it('count together, count alone while Redis is down, and count together again', async () => {
    const server = await redis();
    const env = { REDIS_URL: server.url, IS_PROXIED: 'true' };
    const [one, two] = [await node(env), await node(env)];
    const where = `counts attempts in Redis at ${new URL(server.url).host}`;
    expect(await linesOf(one, where)).toHaveLength(1);

    await guessTimes(unknownPerMinute - 1, one, '203.0.113.1');
    expect((await guess(two, '203.0.113.1')).status).toBe(404);
    expect((await guess(two, '203.0.113.1')).status).toBe(429);
    expect((await guess(one, '203.0.113.1')).status).toBe(429);

    await server.stop();
    // No visitor notices: each node starts to count by itself.
    expect((await guess(one, '203.0.113.2')).status).toBe(404);
    await guessTimes(unknownPerMinute - 1, one, '203.0.113.2');
    expect((await guess(one, '203.0.113.2')).status).toBe(429);
    expect((await guess(two, '203.0.113.2')).status).toBe(404);
    expect(await linesOf(one, "can't count attempts in Redis")).toHaveLength(1);

    await redis(Number(new URL(server.url).port));
    const deadline = Date.now() + 20_000;
    while ((await linesOf(one, `${where} again`)).length === 0 && Date.now() < deadline) {
      await guess(one, '203.0.113.3');
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    expect(await linesOf(one, `${where} again`)).toHaveLength(1);
  });

  it('start without Redis, and the log says so', async () => {
    const one = await node({ REDIS_URL: 'redis://:hush-hush@127.0.0.1:1/0' });
    await guessTimes(unknownPerMinute, one);
    expect((await guess(one)).status).toBe(429);
    expect(await linesOf(one, "can't count attempts in Redis at 127.0.0.1:1")).toHaveLength(1);
    expect(await linesOf(one, 'hush-hush')).toHaveLength(0);
  });
});
