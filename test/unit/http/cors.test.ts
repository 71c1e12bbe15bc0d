import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';

import Koa from 'koa';
import { afterEach, expect, it } from 'vitest';

import { corsHeaders } from '../../../server/src/http/cors';

interface CorsOptions {
  origin: string | (() => string);
  allowHeaders?: string[];
  exposeHeaders?: string[];
}

// `strapi::cors` uses this module, which has no types.
const cors = createRequire(import.meta.url)('@koa/cors') as (
  options: CorsOptions
) => Koa.Middleware;

const SITE = 'https://www.example.com';

let stop = async () => {};
afterEach(() => stop());

/** Runs the middleware around Koa’s own CORS, with the options of a site. */
async function served(options: CorsOptions): Promise<string> {
  const app = new Koa();
  app.use(corsHeaders((path) => path.startsWith('/public')) as unknown as Koa.Middleware);
  app.use(cors(options));
  app.use((ctx) => {
    ctx.body = 'here';
  });
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  stop = () => new Promise((resolve) => server.close(() => resolve()));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const preflight = (url: string) =>
  fetch(url, {
    method: 'OPTIONS',
    headers: { Origin: SITE, 'Access-Control-Request-Method': 'GET' },
  });

it('the middleware keeps the headers that the site allows and exposes, and repeats no name', async () => {
  const url = await served({
    origin: SITE,
    allowHeaders: ['Authorization', 'x-share-unlock'],
    exposeHeaders: ['X-Total', 'etag'],
  });
  const asked = await preflight(`${url}/public/a`);
  expect(asked.status).toBe(204);
  expect(asked.headers.get('access-control-allow-headers')).toBe(
    'Authorization, x-share-unlock, Content-Type, If-None-Match, X-Share-Viewer'
  );
  const answer = await fetch(`${url}/public/a`, { headers: { Origin: SITE } });
  expect(answer.headers.get('access-control-expose-headers')).toBe(
    'X-Total, etag, Retry-After, Content-Disposition, X-Share-Viewer'
  );
  expect(answer.headers.get('access-control-allow-headers')).toBeNull();
});

it('the middleware does not change the rest of the site', async () => {
  const url = await served({ origin: SITE, allowHeaders: ['Authorization'] });
  const asked = await preflight(`${url}/other`);
  expect(asked.headers.get('access-control-allow-headers')).toBe('Authorization');
  const answer = await fetch(`${url}/other`, { headers: { Origin: SITE } });
  expect(answer.headers.get('access-control-expose-headers')).toBeNull();
});

it('the middleware opens nothing by itself: without an allowed origin there are no such headers', async () => {
  const url = await served({ origin: () => '' });
  for (const answer of [
    await preflight(`${url}/public/a`),
    await fetch(`${url}/public/a`, { headers: { Origin: SITE } }),
  ]) {
    const names = [...answer.headers.keys()].filter((name) => name.startsWith('access-control'));
    expect(names).toEqual([]);
  }
});
