import { createServer } from 'node:http';

import Koa from 'koa';
import { beforeAll, describe, expect, it } from 'vitest';

import { publicHeaders } from '../../server/src/http/headers';
import { mintToken } from '../../server/src/links/rules/token';
import { DOCUMENT, demoEntry } from '../support/entries';
import { cookieOf, send } from '../support/http';
import type { Reply } from '../support/http';
import { PASSWORD, shareEntry } from '../support/sharing';
import { useApp } from '../support/use-app';
import { unlockLink } from '../support/visits';

/** Another port of the same host is the same site: browsers send it the visitor’s cookies. */
const SAME_SITE = 'http://127.0.0.1:8080';

// A site that configures no CORS gets this from Strapi: every origin, with credentials.
const app = useApp({ CORS_ORIGINS: '*' });
let open: string;
let locked: string;
/** The cookie of a visitor who has given the password. */
let cookie: string;
let fileId: string;

beforeAll(async () => {
  const title = 'Harbour Line: results of the trial runs';
  const { documentId } = await demoEntry(app, DOCUMENT, title);
  ({ token: open } = await shareEntry(app, { documentId }));
  ({ token: locked } = await shareEntry(app, { documentId, password: PASSWORD }));
  const page = await send(`${app.url}/share/${open}`);
  fileId = /files\/(\d+)/.exec(page.text)![1]!;
  cookie = cookieOf(await unlockLink(app, locked, PASSWORD));
});

interface Layer {
  path: string;
  methods: string[];
}

/** Every page route there is. A route that a later version adds is tested too. */
function pageRoutes(): Layer[] {
  const routes = (app.strapi.server.listRoutes() as unknown as Layer[]).filter(({ path }) =>
    /^\/share(\/|$)/.test(path)
  );
  expect(routes.length).toBeGreaterThan(30);
  return routes;
}

const filled = (path: string, token: string) =>
  path
    .replace(':token', token)
    .replace(':fileId', fileId)
    .replace(':first', 'fr')
    .replace(':second', 'a'.repeat(24))
    .replace(':file', 'page.0.js')
    .replace('(.*)', 'no/such/place/at/all');

const ask = (path: string, method: string, headers: Record<string, string> = {}) =>
  send(app.url + path, {
    method,
    headers: { Origin: SAME_SITE, Cookie: cookie, ...headers },
  });

/** The headers that let another origin read an answer, or measure its time. */
const openings = ({ headers }: Reply) =>
  [...headers.keys()].filter((name) => /^access-control-|^timing-allow-origin$/.test(name));

describe('A06: a script from another origin, on a site whose CORS allows every origin', () => {
  it('may read the public JSON, which proves that the CORS of the site is open', async () => {
    const { headers } = await ask(`/api/share-links/public/${open}`, 'GET');
    expect(headers.get('access-control-allow-origin')).toBe(SAME_SITE);
  });

  it('may read no answer of a page route', async () => {
    const check = async (path: string, method: string, token: string) => {
      const answer = await ask(filled(path, token), method);
      expect([method, path, answer.status, openings(answer)]).toEqual([
        method,
        path,
        answer.status,
        [],
      ]);
      expect(answer.headers.get('cross-origin-resource-policy'), path).toBe('same-origin');
      expect(answer.headers.get('cross-origin-opener-policy'), path).toBe('same-origin');
    };
    for (const { path, methods } of pageRoutes()) {
      // No browser sends these two methods.
      for (const method of methods.filter((name) => !/^(CONNECT|TRACE)$/.test(name))) {
        // A refusal takes its time, so the links are asked together.
        const tokens = [open, locked, mintToken()];
        await Promise.all(tokens.map((token) => check(path, method, token)));
      }
    }
  });

  it('gets no permission for a page route from a preflight', async () => {
    for (const path of new Set(pageRoutes().map((route) => route.path))) {
      const answer = await ask(filled(path, locked), 'OPTIONS', {
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'content-type,x-share-unlock',
        'Access-Control-Request-Private-Network': 'true',
      });
      expect([path, openings(answer)]).toEqual([path, []]);
    }
  });

  it('may not read how a body is refused, however the address is written', async () => {
    for (const path of [`/share/${locked}`, `/SHARE//${locked}/`, `//share/${locked}`]) {
      for (const [body, type] of [
        ['x'.repeat(70_000), 'text/plain'],
        ['{', 'application/json'],
        ['x', 'multipart/form-data'],
      ] as const) {
        const answer = await send(`${app.url}${path}`, {
          method: 'POST',
          body,
          headers: { Origin: SAME_SITE, 'Content-Type': type },
        });
        expect(answer.status).toBeGreaterThanOrEqual(400);
        expect([path, type, openings(answer)]).toEqual([path, type, []]);
      }
    }
  });

  it('can embed nothing of a link but the files of the public JSON', async () => {
    const policyOf = async (path: string, headers: Record<string, string> = {}) => {
      const answer = await send(app.url + path, { headers });
      expect(answer.status, path).toBe(200);
      return answer.headers.get('cross-origin-resource-policy');
    };
    const json = '/api/share-links/public';
    expect(await policyOf(`/share/${open}/files/${fileId}`)).toBe('same-origin');
    expect(await policyOf(`${json}/${open}/files/${fileId}`)).toBe('cross-origin');
    expect(await policyOf(`${json}/${open}`)).toBe('same-origin');
    // These files need a proof, and a `src` attribute can carry none.
    const proof = { 'X-Share-Unlock': cookie.split('=')[1]! };
    expect(await policyOf(`${json}/${locked}/files/${fileId}`, proof)).toBe('same-origin');
  });

  it.each(['unlock', 'search'])('can’t send the form of %s for a visitor', async (form) => {
    const others: Record<string, string>[] = [
      { 'Sec-Fetch-Site': 'same-site' },
      { 'Sec-Fetch-Site': 'cross-site' },
      { Origin: SAME_SITE },
      { Origin: 'https://evil.example' },
    ];
    for (const headers of others) {
      const answer = await send(`${app.url}/share/${locked}/${form}`, {
        method: 'POST',
        headers: { Cookie: cookie, ...headers },
        body: new URLSearchParams({ q: 'trial', password: PASSWORD }),
      });
      expect([headers, answer.status]).toEqual([headers, 403]);
      expect(answer.headers.get('Set-Cookie')).toBeNull();
      expect(openings(answer)).toEqual([]);
    }
  });
});

it('A06: an error that passes every middleware → keeps the headers closed too', async () => {
  const site = new Koa();
  site.silent = true;
  site.use(publicHeaders(() => true) as unknown as Koa.Middleware);
  site.use(() => {
    const headers = { 'Access-Control-Allow-Origin': SAME_SITE, 'X-Kept': '1' };
    throw Object.assign(new Error('broken'), { headers });
  });
  const answer = await send(createServer(site.callback()));
  expect(answer.status).toBe(500);
  expect(openings(answer)).toEqual([]);
  expect(answer.headers.get('cache-control')).toBe('private, no-store');
  expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin');
});
