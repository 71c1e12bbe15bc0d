import type { AddressInfo } from 'node:net';

import Koa from 'koa';
import { afterEach, expect, it } from 'vitest';

import { postsInTurn } from '../../server/src/access/turns';
import { statusOf } from '../support/load';

let stop = async () => {};
afterEach(() => stop());

/** A site on which each request computes for a while; what happened, in its order. */
async function served(): Promise<{ url: string; events: string[] }> {
  const events: string[] = [];
  const app = new Koa();
  app.use(postsInTurn((path) => path.startsWith('/share')) as unknown as Koa.Middleware);
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
const times = <T>(count: number, work: () => T) => Array.from({ length: count }, work);

/** Forty posts that arrive in a single turn, on connections that are open, and what else is sent. */
async function burst(url: string, events: string[], others: () => Promise<number>[] = () => []) {
  const all = () => Promise.all([...times(40, () => post(`${url}/share/x`)), ...others()]);
  await all();
  events.length = 0;
  return { statuses: await all(), events };
}

it('lets timers run between the posts of a burst', async () => {
  const { url, events } = await served();
  const { statuses } = await burst(url, events);
  expect(statuses).toEqual(times(40, () => 204));
  const after = events.flatMap((event, at) => (event.startsWith('POST') ? [events[at + 1]] : []));
  // The second begins at the end of the turn in which the first did.
  expect(after.slice(1, -1)).toEqual(times(38, () => 'timer'));
});

it('goes on after one that failed, and after a pause', async () => {
  const { url } = await served();
  const failing = () => Promise.all(times(5, () => post(`${url}/share/broken`)));
  expect(await failing()).toEqual(times(5, () => 500));
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(await failing()).toEqual(times(5, () => 500));
});

it('lets readers pass, and leaves the rest of the site alone', async () => {
  const { url, events } = await served();
  await burst(url, events, () => [post(`${url}/api/x`), statusOf({ url: `${url}/share/x` })]);
  const order = events.filter((event) => event !== 'timer');
  expect(order).toHaveLength(42);
  expect(order.indexOf('POST /api/x')).toBeLessThan(20);
  expect(order.indexOf('GET /share/x')).toBeLessThan(20);
});
