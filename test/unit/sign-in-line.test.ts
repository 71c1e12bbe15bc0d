import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

import Koa from 'koa';
import { afterEach, expect, it } from 'vitest';

import { leaveSignInLine } from '../../server/src/core/signed-in';
import { signInOneByOne } from '../../server/src/limits/sign-in-line';

let stop = async () => {};
afterEach(() => stop());

/** Runs a site that signs in each request with `signIn`, and then answers it. */
async function served(signIn: () => Promise<unknown>) {
  const app = new Koa({ proxy: true });
  let signingIn = 0;
  const seen: number[] = [];
  const order: string[] = [];
  app.use(signInOneByOne((path) => path.startsWith('/share-links')) as unknown as Koa.Middleware);
  app.use(async (ctx, next) => {
    signingIn += 1;
    seen.push(signingIn);
    order.push(ctx.get('X-Forwarded-For'));
    if (ctx.path.endsWith('/stuck')) await wait(500);
    else await signIn();
    signingIn -= 1;
    if (ctx.path.endsWith('/refused')) ctx.status = 401;
    else await next();
  });
  app.use(leaveSignInLine as unknown as Koa.Middleware);
  app.use((ctx) => {
    ctx.status = 204;
  });
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  stop = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen, order };
}

interface Request {
  method?: string;
  from?: string;
  credential?: Record<string, string>;
  signal?: AbortSignal;
}

interface Answer {
  status: number;
  retryAfter: string | undefined;
  text: string;
}

const KEY = { Authorization: 'Bearer of a key' };

/** Sends a request on its own connection. */
function ask(url: string, request: Request = {}): Promise<Answer> {
  const { method = 'GET', from = '192.0.2.1', credential = KEY, signal } = request;
  const headers = { 'X-Forwarded-For': from, ...credential };
  return new Promise((resolve, reject) => {
    const sent = http.request(url, { method, headers, agent: false, signal }, (response) => {
      let text = '';
      response.on('data', (part: Buffer) => (text += part.toString()));
      response.once('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          retryAfter: response.headers['retry-after'],
          text,
        })
      );
    });
    sent.once('error', reject);
    sent.end();
  });
}

const statusOf = async (url: string, request?: Request) => (await ask(url, request)).status;
const times = <T>(count: number, work: () => T) => Array.from({ length: count }, work);

it('requests of the panel are signed in one at a time, also refused ones', async () => {
  const { url, seen } = await served(() => wait(2));
  const read = () => statusOf(`${url}/share-links/links`);
  const refused = () => statusOf(`${url}/share-links/refused`);
  const statuses = await Promise.all([...times(10, read), ...times(10, refused)]);
  expect(statuses).toEqual([...times(10, () => 204), ...times(10, () => 401)]);
  expect(Math.max(...seen)).toBe(1);
});

it.each<[string, string, Request]>([
  ['the rest of the site', '/api/pages', {}],
  ['requests with a body', '/share-links/links', { method: 'POST' }],
  ['strangers', '/share-links/links', { credential: {} }],
])('these do not wait in line: %s', async (_who, path, request) => {
  const { url, seen } = await served(() => wait(20));
  await Promise.all(times(5, () => statusOf(url + path, request)));
  expect(Math.max(...seen)).toBeGreaterThan(1);
});

it('requests with a cookie wait in line', async () => {
  const { url, seen } = await served(() => wait(5));
  const credential = { Cookie: 'session=of-a-site' };
  await Promise.all(times(5, () => statusOf(`${url}/share-links/links`, { credential })));
  expect(Math.max(...seen)).toBe(1);
});

it('nobody waits for a sign-in that hangs', async () => {
  const { url } = await served(() => wait(1));
  const stuck = statusOf(`${url}/share-links/stuck`);
  const first = await Promise.race([statusOf(`${url}/share-links/links`), stuck]);
  const isStuckStill = await Promise.race([stuck.then(() => false), wait(1).then(() => true)]);
  expect([first, isStuckStill]).toEqual([204, true]);
  expect(await stuck).toBe(204);
});

it('A08: clients take turns, even when one of them sends many requests', async () => {
  const { url, order } = await served(() => wait(5));
  const many = times(100, () => statusOf(`${url}/share-links/links`, { from: '192.0.2.9' }));
  await wait(150);
  expect(await statusOf(`${url}/share-links/links`)).toBe(204);
  expect(order.length).toBeLessThan(80);
  expect(await Promise.all(many)).toEqual(times(100, () => 204));
});

it('A08: the line skips clients that have left', async () => {
  const { url, order } = await served(() => wait(20));
  const gone = new AbortController();
  const many = times(50, () =>
    statusOf(`${url}/share-links/links`, { signal: gone.signal }).catch(() => 0)
  );
  await wait(100);
  gone.abort();
  await Promise.all(many);
  expect(await statusOf(`${url}/share-links/links`, { from: '192.0.2.2' })).toBe(204);
  expect(order.length).toBeLessThan(20);
});

it(
  'A08: a client with too many waiting requests is refused, and no other client is',
  { timeout: 30_000 },
  async () => {
    const { url } = await served(() => wait(10));
    const from = '192.0.2.9';
    const many = times(400, () => ask(`${url}/share-links/links`, { from }));
    await wait(300);
    expect(await statusOf(`${url}/share-links/links`)).toBe(204);
    const answers = await Promise.all(many);
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(20);
    expect(answers.filter(({ status }) => status === 204).length).toBe(400 - refused.length);
    const { retryAfter, text } = refused[0]!;
    expect(Number(retryAfter)).toBeGreaterThan(0);
    expect(JSON.parse(text)).toMatchObject({
      data: null,
      error: { status: 429, name: 'RateLimitError', details: { code: 'too-many-attempts' } },
    });
  }
);
