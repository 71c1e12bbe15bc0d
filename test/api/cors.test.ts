import { beforeAll, describe, expect, it } from 'vitest';

import { send } from '../support/http';
import type { Reply } from '../support/http';
import { shareEntry } from '../support/sharing';
import { useApp } from '../support/use-app';

const SITE = 'https://www.example.com';
const STRANGE = 'https://strange.example';
const ASKED = 'content-type,if-none-match,x-share-unlock,x-share-viewer';

const app = useApp({ CORS_ORIGINS: `https://shop.example.com,${SITE}` });
let token: string;
let locked: string;

beforeAll(async () => {
  ({ token } = await shareEntry(app));
  ({ token: locked } = await shareEntry(app, { password: 'correct horse battery' }));
});

const json = (address: string) => `/api/share-links/public/${address}`;

const preflight = (path: string, origin: string, method = 'GET') =>
  send(app.url + path, {
    method: 'OPTIONS',
    headers: {
      Origin: origin,
      'Access-Control-Request-Method': method,
      'Access-Control-Request-Headers': ASKED,
    },
  });

const get = (path: string, origin: string) => send(app.url + path, { headers: { Origin: origin } });

const listIn = (answer: Reply, name: string) =>
  (answer.headers.get(name) ?? '').toLowerCase().split(/\s*,\s*/);

describe('a front end on an allowed site', () => {
  it.each([
    ['', 'GET'],
    ['/unlock', 'POST'],
    ['/search', 'POST'],
    ['/fr', 'GET'],
    ['/fr/search', 'POST'],
    ['/files/1', 'GET'],
    ['/files.zip', 'GET'],
  ])('may request %s with the headers that the client sends', async (below, method) => {
    const answer = await preflight(json(token) + below, SITE, method);
    expect(answer.status).toBe(204);
    expect(answer.headers.get('access-control-allow-origin')).toBe(SITE);
    const allowed = listIn(answer, 'access-control-allow-headers');
    expect(allowed).toEqual(expect.arrayContaining(ASKED.split(',')));
    // What the site itself allows is still allowed.
    expect(allowed).toContain('authorization');
  });

  it('may read answers, refusals and the headers that it needs', async () => {
    for (const [address, status] of [
      [token, 200],
      [locked, 401],
      ['no-such-link', 404],
    ] as const) {
      const answer = await get(json(address), SITE);
      expect(answer.status).toBe(status);
      expect(answer.headers.get('access-control-allow-origin')).toBe(SITE);
      expect(listIn(answer, 'access-control-expose-headers')).toEqual(
        expect.arrayContaining(['etag', 'retry-after', 'x-share-viewer', 'content-disposition'])
      );
      expect(answer.headers.get('vary')).toMatch(/origin/i);
      expect(answer.headers.get('cache-control')).toBe('private, no-store');
    }
  });

  it('gets no such permission for other routes of Strapi', async () => {
    for (const path of ['/api/projects', `/share/${token}`]) {
      const asked = await preflight(path, SITE);
      expect(listIn(asked, 'access-control-allow-headers')).not.toContain('x-share-unlock');
      const answer = await get(path, SITE);
      expect(answer.headers.get('access-control-expose-headers')).toBeNull();
    }
  });
});

it('a site that is not allowed may read nothing', async () => {
  for (const answer of [
    await preflight(json(token), STRANGE),
    await preflight(`${json(token)}/unlock`, STRANGE, 'POST'),
    await get(json(token), STRANGE),
    await get(json(locked), STRANGE),
    await get(json(token), 'null'),
  ]) {
    const names = [...answer.headers.keys()].filter((name) => name.startsWith('access-control'));
    expect(names).toEqual([]);
  }
});

describe('the proof of a viewer in a header', () => {
  const open = (address: string, name?: string) =>
    send(app.url + json(address), { headers: name ? { 'X-Share-Viewer': name } : {} });

  it('keeps the place that this viewer has taken, and no other place', async () => {
    const full = await shareEntry(app, { maxViewers: 1 });
    const first = await open(full.token);
    const name = first.headers.get('x-share-viewer')!;
    expect(name).toMatch(/^[\w-]+\.[\w-]+\.\d{4}-\d\d-\d\d\.[\w-]{22}$/);
    expect(first.headers.get('set-cookie')).toContain(`share-viewer=${name}`);

    const again = await open(full.token, name);
    expect(again.status).toBe(200);
    expect(again.headers.get('x-share-viewer')).toBeNull();

    const other = await shareEntry(app, { maxViewers: 1 });
    const foreign = (await open(other.token)).headers.get('x-share-viewer')!;
    const [id = '', signature = ''] = name.split('.');
    for (const forged of [undefined, foreign, `${id}x.${signature}`, `${id}.`, '.', 'x']) {
      expect((await open(full.token, forged)).status, forged).toBe(404);
    }
  });

  it('is sent only with the JSON: the page uses a cookie that no script can read', async () => {
    const page = await send(`${app.url}/share/${token}`);
    expect(page.headers.get('set-cookie')).toMatch(/^share-viewer=.*httponly/i);
    expect(page.headers.get('x-share-viewer')).toBeNull();
    expect((await open('no-such-link')).headers.get('x-share-viewer')).toBeNull();
    expect((await open(locked)).headers.get('x-share-viewer')).toBeNull();
  });
});
