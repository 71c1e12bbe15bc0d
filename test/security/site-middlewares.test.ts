import { createRequire } from 'node:module';
import path from 'node:path';

import type { Core } from '@strapi/strapi';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { mintToken } from '../../server/src/links/rules/token';
import { WIDE_LIMITS } from '../support/app';
import { cookieOf, send } from '../support/http';
import type { Reply } from '../support/http';
import { rootDir } from '../support/paths';
import { shareEntry } from '../support/sharing';
import { useApp } from '../support/use-app';
import { FIREFOX } from '../support/visits';

const file = path.join(rootDir, 'test/support/breaking-middleware.cjs');
const { breaking } = createRequire(import.meta.url)(file) as {
  breaking(place: string): Parameters<Core.Strapi['server']['use']>[0];
};

/** Where a site puts middlewares of its own. */
const PLACES = ['first in config/middlewares', 'last in config/middlewares', 'in its register'];
const [FIRST = '', LAST = '', REGISTER = ''] = PLACES;

const app = useApp({}, { limits: WIDE_LIMITS }, (strapi) => {
  const at = (place: string) => ({ resolve: file, config: { place } });
  const others = strapi.config.get<unknown[]>('middlewares');
  strapi.config.set('middlewares', [at(FIRST), ...others, at(LAST)]);
  strapi.server.use(breaking(REGISTER));
});

let token: string;
let start: number;

beforeAll(async () => {
  ({ token } = await shareEntry(app, { maxViewers: 1 }));
});
beforeEach(() => {
  start = app.logs.length;
});

const ask = (address: string, place: string, kind: string, headers: object = {}): Promise<Reply> =>
  send(app.url + address, {
    headers: {
      'User-Agent': FIREFOX,
      Accept: 'text/html',
      'X-Break-At': place,
      'X-Break': kind,
      ...headers,
    },
  });

const logged = () => app.logs.slice(start).filter((line) => line.includes('The site broke'));

/** Nothing of what the middleware has said. */
const SAID = /The site broke|Blocked network|Bad request of|Slow down|secret|Log in|"error"/;

function expectClosed(answer: Reply): void {
  const { headers } = answer;
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect(Object.fromEntries(headers)).toMatchObject({
    'cache-control': 'private, no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'x-robots-tag': 'noindex, nofollow',
  });
  for (const name of ['etag', 'content-disposition', 'access-control-allow-origin']) {
    expect([name, headers.get(name)]).toEqual([name, null]);
  }
}

const FAILURES = [
  ['error', 500],
  ['error async', 500],
  ['error-503', 503],
  ['text', 500],
  ['text async', 500],
  ['object-status', 500],
] as const;

const STOPS = [
  ['http-403', 403],
  ['http-403 async', 403],
  ['http-401', 401],
  ['strapi-403', 403],
  ['strapi-400', 400],
  ['strapi-429', 429],
  ['strapi-method-403', 403],
  ['status-403', 403],
] as const;

describe.each(PLACES)('a middleware of the site that stands %s', (place) => {
  it.each(FAILURES)(
    'and throws %s → the failure page with %i, one line in the log',
    async (kind, status) => {
      const answer = await ask(`/share/${token}`, place, kind);
      expect(answer.status).toBe(status);
      expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(answer.text).toContain('<h1>Something went wrong</h1>');
      expect(answer.text).not.toMatch(SAID);
      expectClosed(answer);
      // An object that is no error has no text of its own.
      if (kind !== 'object-status') expect(logged()).toHaveLength(1);
    }
  );

  it.each(STOPS)(
    'and refuses with %s → a page with %i that tells nothing',
    async (kind, status) => {
      const answer = await ask(`/share/${token}`, place, kind);
      expect(answer.status).toBe(status);
      expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(answer.text).toContain('<h1>This page did not open</h1>');
      expect(answer.text).not.toMatch(SAID);
      expectClosed(answer);
    }
  );

  it.each(['unanswered', 'nothing'])('and answers nothing (%s) → no JSON', async (kind) => {
    const answer = await ask(`/share/${token}`, place, kind);
    expect([404, 500]).toContain(answer.status);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expectClosed(answer);
  });

  it('and throws after the page is there → the failure page, and no part of the other', async () => {
    const { token: other } = await shareEntry(app, { maxViewers: 1 });
    const answer = await ask(`/share/${other}`, place, 'error after');
    expect(answer.status).toBe(500);
    expect(answer.text).toContain('<h1>Something went wrong</h1>');
    expect(answer.text).not.toContain('Test document');
    expectClosed(answer);
    expect(logged()).toHaveLength(1);
    // The visitor has been admitted, and must keep the only place.
    const headers = { Cookie: cookieOf(answer), 'User-Agent': FIREFOX };
    expect((await send(`${app.url}/share/${other}`, { headers })).status).toBe(200);
  });

  it('and throws → the same page for every address, in the visitor’s language', async () => {
    for (const kind of ['error', 'http-403']) {
      const face = async (address: string) => {
        const { text, status } = await ask(address, place, kind, { 'Accept-Language': 'de' });
        expect(text).toContain('<html lang="de"');
        return [status, text];
      };
      const own = await face(`/share/${token}`);
      for (const address of [
        `/share/${mintToken()}`,
        `/share/${token}/files/1`,
        `/share/${token}/no/such/place`,
        '/share/sitemap.xml',
        '/SHARE',
      ]) {
        expect(await face(address), address).toEqual(own);
      }
    }
  });

  it('and limits visitors → the time to wait is told', async () => {
    const answer = await ask(`/share/${token}`, place, 'http-429');
    expect(answer.status).toBe(429);
    if (place === LAST) {
      // `strapi::errors` leaves out the headers of an error.
      expect(answer.text).toContain('<h1>This page did not open</h1>');
    } else {
      expect(answer.headers.get('retry-after')).toBe('90');
      expect(answer.text).toContain('Try again in 2 minutes.');
    }
  });

  it('and throws under the public JSON → Strapi’s shape of an error', async () => {
    for (const [kind, error] of [
      ['error', { status: 500, name: 'InternalServerError', message: 'Internal Server Error' }],
      ['text', { status: 500, name: 'InternalServerError', message: 'Internal Server Error' }],
      ['strapi-429', { status: 429, name: 'RateLimitError', message: 'Slow down', details: {} }],
      ['http-403', { status: 403, name: 'ForbiddenError', message: 'Blocked network 10.0.0.0/8' }],
    ] as const) {
      const answer = await ask(`/api/share-links/public/${token}`, place, kind);
      expect(answer.headers.get('content-type')).toContain('application/json');
      expect([answer.status, JSON.parse(answer.text)]).toEqual([
        error.status,
        { data: null, error },
      ]);
      expect(answer.headers.get('cache-control')).toBe('private, no-store');
    }
  });

  it('and throws elsewhere → is left to Strapi', async () => {
    const answer = await ask('/admin/init', place, 'http-403');
    expect(answer.status).toBe(403);
    expect(answer.headers.get('content-type')).not.toContain('text/html');
  });
});
