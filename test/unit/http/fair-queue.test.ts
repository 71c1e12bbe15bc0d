import type { AddressInfo } from 'node:net';

import Koa from 'koa';
import { afterEach, expect, it } from 'vitest';

import { fairQueue } from '../../../server/src/http/fair-queue';
import { statusOf } from '../../support/load';

let stop = async () => {};
afterEach(() => stop());

/** Runs a site on which each request computes for a while, and lists the events in order. */
async function served(): Promise<{ url: string; events: string[] }> {
  const events: string[] = [];
  const app = new Koa();
  app.use(fairQueue((path) => path.startsWith('/share')) as unknown as Koa.Middleware);
  app.use((ctx) => {
    events.push(`${ctx.method} ${ctx.path}`);
    const end = performance.now() + 3;
    while (performance.now() < end);
    ctx.status = ctx.path === '/share/broken' ? 500 : 204;
  });
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const timer = setInterval(() => events.push('timer'), 1);
  stop = async () => {
    clearInterval(timer);
    await new Promise((resolve) => server.close(resolve));
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, events };
}

const post = (url: string) => statusOf({ method: 'POST', url });
const read = (url: string) => statusOf({ url });
const times = <T>(count: number, work: () => T) => Array.from({ length: count }, work);

/** Keeps connections open, so that the requests arrive at the same time. */
async function burst(events: string[], requests: () => Promise<number>[]): Promise<number[]> {
  await Promise.all(requests());
  events.length = 0;
  return Promise.all(requests());
}

it.each([
  ['posts', post],
  ['reads', read],
])('timers run between the %s of a burst', async (_name, send) => {
  const { url, events } = await served();
  const statuses = await burst(events, () => times(40, () => send(`${url}/share/x`)));
  expect(statuses).toEqual(times(40, () => 204));
  const after = events.flatMap((event, at) => (event === 'timer' ? [] : [events[at + 1]]));
  // The second request starts at the end of the turn in which the first one ran.
  expect(after.slice(1, -1)).toEqual(times(38, () => 'timer'));
});

it('the queue continues after a failed request, and after a pause', async () => {
  const { url } = await served();
  const failing = () => Promise.all(times(5, () => post(`${url}/share/broken`)));
  expect(await failing()).toEqual(times(5, () => 500));
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(await failing()).toEqual(times(5, () => 500));
});

it('readers do not wait for posts, and the rest of the site does not wait at all', async () => {
  const { url, events } = await served();
  const posts = () => times(40, () => post(`${url}/share/x`));
  await burst(events, () => [...posts(), post(`${url}/api/x`), read(`${url}/share/x`)]);
  const order = events.filter((event) => event !== 'timer');
  expect(order).toHaveLength(42);
  expect(order.indexOf('POST /api/x')).toBeLessThan(20);
  expect(order.indexOf('GET /share/x')).toBeLessThan(20);
});
