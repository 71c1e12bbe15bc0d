import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

import Koa from 'koa';
import { afterEach, expect, it } from 'vitest';

import { leaveSignInLine, signInOneByOne } from '../../server/src/core/sign-in-line';
import { statusOf } from '../support/load';

let stop = async () => {};
afterEach(() => stop());

/** A site that signs each request in, in steps of `signIn`, and then answers it. */
async function served(signIn: () => Promise<unknown>) {
  const app = new Koa();
  let signingIn = 0;
  const seen: number[] = [];
  app.use(signInOneByOne((path) => path.startsWith('/share-links')) as unknown as Koa.Middleware);
  app.use(async (ctx, next) => {
    signingIn += 1;
    seen.push(signingIn);
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
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
}

const times = <T>(count: number, work: () => T) => Array.from({ length: count }, work);

it('signs in one request of the panel at a time, refused ones too', async () => {
  const { url, seen } = await served(() => wait(2));
  const read = () => statusOf({ url: `${url}/share-links/links` });
  const refused = () => statusOf({ url: `${url}/share-links/refused` });
  const statuses = await Promise.all([...times(10, read), ...times(10, refused)]);
  expect(statuses).toEqual([...times(10, () => 204), ...times(10, () => 401)]);
  expect(Math.max(...seen)).toBe(1);
});

it('leaves the rest of the site and requests with a body out of the line', async () => {
  const { url, seen } = await served(() => wait(20));
  await Promise.all(times(5, () => statusOf({ url: `${url}/api/pages` })));
  expect(Math.max(...seen)).toBeGreaterThan(1);
  seen.length = 0;
  await Promise.all(times(5, () => statusOf({ method: 'POST', url: `${url}/share-links/links` })));
  expect(Math.max(...seen)).toBeGreaterThan(1);
});

it('lets nobody wait for a sign-in that hangs', async () => {
  const { url } = await served(() => wait(1));
  const stuck = statusOf({ url: `${url}/share-links/stuck` });
  const first = await Promise.race([statusOf({ url: `${url}/share-links/links` }), stuck]);
  const isStuckStill = await Promise.race([stuck.then(() => false), wait(1).then(() => true)]);
  expect([first, isStuckStill]).toEqual([204, true]);
  expect(await stuck).toBe(204);
});
