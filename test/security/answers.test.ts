import { createServer } from 'node:http';
import { Socket } from 'node:net';

import Koa from 'koa';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { publicHeaders } from '../../server/src/http/headers';
import { mintToken } from '../../server/src/links/rules/token';
import { login } from '../support/client';
import { PAGE, PROJECT, createEntry, newProject } from '../support/entries';
import { send } from '../support/http';
import type { Sending } from '../support/http';
import { shareEntry } from '../support/sharing';
import { useActor, useApp } from '../support/use-app';
import { writeVisits } from '../support/visits';

const app = useApp();
const editor = useActor(app, 'editor');

afterEach(() => {
  vi.restoreAllMocks();
});

const get = (path: string, sending?: Sending) => send(app.url + path, sending);

/**
 * One address of each kind: open, locked, dead, unknown, malformed, and one that no route serves.
 */
async function addresses(): Promise<string[]> {
  const { token } = await shareEntry(app);
  const locked = await shareEntry(app, { password: 'correct horse' });
  const dead = await shareEntry(app);
  await editor('DELETE', `/share-links/links/${dead.id}`);
  return [token, locked.token, dead.token, mintToken(), 'x', 'no/such/place/at/all'].flatMap(
    (token) => [`/share/${token}`, `/api/share-links/public/${token}`]
  );
}

describe('every public answer, also a refusal', () => {
  it('S32: → no browser and no cache may store it', async () => {
    for (const path of await addresses()) {
      const { headers } = await get(path);
      expect([path, headers.get('cache-control')]).toEqual([path, 'private, no-store']);
      expect(headers.get('vary')?.toLowerCase()).toContain('cookie');
    }
  });

  it('S34: → it tells no other site where the visitor came from', async () => {
    for (const path of await addresses()) {
      expect([path, (await get(path)).headers.get('referrer-policy')]).toEqual([
        path,
        'no-referrer',
      ]);
    }
  });

  it('S32, S34, S37: → it keeps its headers, even where the site sets other values', async () => {
    const site = new Koa();
    site.use(publicHeaders(() => true));
    site.use((ctx) => {
      ctx.set({
        'Cache-Control': 'public, max-age=600',
        'Referrer-Policy': 'unsafe-url',
        'X-Robots-Tag': 'all',
        'X-Frame-Options': 'SAMEORIGIN',
      });
      ctx.body = 'A page';
    });
    const { headers } = await send(createServer(site.callback()));
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-robots-tag')).toBe('noindex, nofollow');
    expect(headers.get('x-frame-options')).toBe('DENY');
  });

  it('S37, S38: → it asks search engines not to index it, in words that all of them understand', async () => {
    for (const path of await addresses()) {
      const { headers, text } = await get(path);
      expect([path, headers.get('x-robots-tag')]).toEqual([path, 'noindex, nofollow']);
      if (headers.get('content-type')?.includes('html')) {
        expect(text).toMatch(/<meta name="robots" content="noindex, nofollow/);
      }
    }
  });

  it('S28: → a method that the route does not have is refused', async () => {
    const { token } = await shareEntry(app);
    for (const method of ['PUT', 'PATCH', 'DELETE', 'POST']) {
      expect([method, (await get(`/share/${token}`, { method })).status]).toEqual([method, 405]);
      expect((await get(`/api/share-links/public/${token}`, { method })).status).toBe(405);
    }
  });
});

it('S34: a link inside a text → opens without telling where the visitor came from', async () => {
  const { documentId } = await createEntry(app, PAGE, {
    title: 'Links',
    intro: '[elsewhere](https://elsewhere.example/)',
    body: [
      {
        type: 'paragraph',
        children: [
          {
            type: 'link',
            url: 'https://elsewhere.example/2',
            children: [{ type: 'text', text: 'there' }],
          },
        ],
      },
    ],
  });
  const { token } = await shareEntry(app, { contentType: PAGE, documentId });
  const links = (await get(`/share/${token}`)).text.match(/<a [^>]*elsewhere[^>]*>/g) ?? [];
  expect(links).toHaveLength(2);
  for (const link of links) expect(link).toMatch(/rel="[^"]*noopener[^"]*noreferrer/);
});

it('S35: many robots open one address → nothing changes and no visit is counted', async () => {
  const { id, token } = await shareEntry(app);
  const before = await editor<{ data: object }>('GET', `/share-links/links/${id}`);
  for (let times = 0; times < 5; times += 1) {
    await get(`/share/${token}`, { headers: { 'User-Agent': 'Twitterbot/1.0' } });
    await get(`/share/${token}`, { method: 'HEAD' });
  }
  await writeVisits(app);
  const after = await editor<{ data: object }>('GET', `/share-links/links/${id}`);
  expect(after.body.data).toEqual(before.body.data);
});

it('S35: a robot asks for the JSON of a live link → it gets the same 404, in both ways of refusing', async () => {
  const { token } = await shareEntry(app);
  const robot = { headers: { 'User-Agent': 'Twitterbot/1.0' } };
  const uniform = await get(`/api/share-links/public/${token}`, robot);
  expect(uniform.status).toBe(404);
  const admin = await login(app, 'admin');
  await admin('PUT', '/share-links/settings', { data: { refusal: 'explained' } });
  const explained = await get(`/api/share-links/public/${token}`, robot);
  await admin('PUT', '/share-links/settings', { data: { refusal: 'uniform' } });
  expect([explained.status, explained.text]).toEqual([uniform.status, uniform.text]);
});

it('S41: hostile markdown → the page and the JSON get the same cleaned HTML', async () => {
  const { documentId } = await createEntry(app, PAGE, {
    title: 'Cleaned',
    intro: 'Safe **words** <img src=x onerror=alert(1)> [x](javascript:alert(1))',
  });
  const { token } = await shareEntry(app, { contentType: PAGE, documentId });
  const { data } = JSON.parse((await get(`/api/share-links/public/${token}`)).text) as {
    data: { fields: { name: string; value: string }[] };
  };
  const html = data.fields.find(({ name }) => name === 'intro')?.value ?? '';
  expect(html).toContain('<strong>words</strong>');
  expect(html).not.toMatch(/<img|href="javascript/);
  expect((await get(`/share/${token}`)).text).toContain(html.trim());
});

it('S44: a forged Host → appears in no address, cookie or redirect', async () => {
  const forged = { 'X-Forwarded-Host': 'evil.example', Forwarded: 'host=evil.example' };
  const { documentId } = await newProject(app);
  const jwt = await login(app, 'editor');
  const made = await jwt<{ data: { url: string } }>('POST', '/share-links/links', {
    data: { contentType: PROJECT, documentId, password: 'correct horse' },
  });
  expect(new URL(made.body.data.url).host).not.toContain('evil');
  const path = new URL(made.body.data.url).pathname;
  const answers = [
    await get(path, { headers: forged }),
    await get(`${path}/unlock`, {
      method: 'POST',
      headers: forged,
      body: new URLSearchParams({ password: 'correct horse' }),
    }),
    await get('/share/sitemap.xml', { headers: forged }),
  ];
  for (const { headers, text } of answers) {
    expect(JSON.stringify([...headers]) + text).not.toContain('evil.example');
  }
});

it('S46: content full of addresses → the server sends a request to none of them', async () => {
  const { documentId } = await createEntry(app, PAGE, {
    title: 'https://internal.invalid/title',
    intro: '![x](http://169.254.169.254/latest) https://internal.invalid/ <http://localhost:1/>',
  });
  const { token } = await shareEntry(app, { contentType: PAGE, documentId });
  const asked: unknown[] = [];
  const connect = Socket.prototype.connect;
  vi.spyOn(Socket.prototype, 'connect').mockImplementation(function (
    this: Socket,
    ...args: unknown[]
  ) {
    const [options] = [args[0]].flat() as { host?: string; port?: number | string }[];
    const own = [new URL(app.url).port, process.env.DATABASE_PORT];
    // Two requests are fine: from the test to the app, and from the app to its database server.
    if (!own.includes(String(options?.port))) asked.push(options);
    return connect.apply(this, args as never);
  } as never);
  expect((await get(`/share/${token}`)).status).toBe(200);
  expect((await get(`/api/share-links/public/${token}`)).status).toBe(200);
  expect(asked).toEqual([]);
});

it('S49: unknown, malformed and dead addresses → all get the same answer', async () => {
  const dead = await shareEntry(app);
  await editor('DELETE', `/share-links/links/${dead.id}`);
  for (const root of ['/share/', '/api/share-links/public/']) {
    const answers = await Promise.all(
      [mintToken(), dead.token, 'x', 'A'.repeat(500), `${mintToken()}x`, '%00'].map(
        async (token) => {
          const { status, headers, text } = await get(root + token);
          const plain = Object.fromEntries(headers);
          delete plain.date;
          return JSON.stringify([status, plain, text]);
        }
      )
    );
    expect(new Set(answers).size).toBe(1);
  }
});

it('S02, S03: a token → 192 bits, none of them from a weak source', async () => {
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
  const { token } = await shareEntry(app);
  expect(Buffer.from(token, 'base64url')).toHaveLength(24);
  expect(new Set(Array.from({ length: 1000 }, () => mintToken())).size).toBe(1000);
});

it('C05: words from a request → appear on no page', async () => {
  const { token } = await shareEntry(app);
  const words = 'WORDS-OF-A-STRANGER';
  for (const path of [`/share/${token}?title=${words}`, `/share/${words}`, `/share/x?q=${words}`]) {
    const { text } = await get(path, { headers: { Referer: words, 'X-Title': words } });
    expect([path, text.includes(words)]).toEqual([path, false]);
  }
});

it('C09: a deleted link, while another link to the same entry is open → is refused and shows nothing of the entry', async () => {
  const { documentId } = await createEntry(app, PAGE, { title: 'Twice shared' });
  const one = await shareEntry(app, { contentType: PAGE, documentId });
  await shareEntry(app, { contentType: PAGE, documentId });
  await editor('DELETE', `/share-links/links/${one.id}`);
  const { status, text, headers } = await get(`/share/${one.token}`);
  expect([status, headers.get('location')]).toEqual([404, null]);
  expect(text).toContain('Invalid or expired public link');
  expect(text).not.toContain('Twice shared');
});

it('S33: a link is changed directly in the database → the next request sees the change', async () => {
  const one = await shareEntry(app);
  const other = await shareEntry(app);
  expect((await get(`/share/${one.token}`)).status).toBe(200);
  await app.strapi.db.connection('share_links').where({ id: one.id }).update({
    paused_at: new Date(),
  });
  expect((await get(`/share/${one.token}`)).status).toBe(404);
  expect((await get(`/share/${other.token}`)).status).toBe(200);
});
