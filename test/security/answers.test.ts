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

/** One address of each kind: open, locked, dead, unknown, malformed, and of no route at all. */
async function addresses(): Promise<string[]> {
  const { token } = await shareEntry(app);
  const locked = await shareEntry(app, { password: 'correct horse' });
  const dead = await shareEntry(app);
  await editor('DELETE', `/share-links/links/${dead.id}`);
  return [token, locked.token, dead.token, mintToken(), 'x', 'no/such/place/at/all'].flatMap(
    (token) => [`/share/${token}`, `/api/share-links/public/${token}`]
  );
}

describe('every public answer, refusals too', () => {
  it('S32: → may be kept by nobody', async () => {
    for (const path of await addresses()) {
      const { headers } = await get(path);
      expect([path, headers.get('cache-control')]).toEqual([path, 'private, no-store']);
      expect(headers.get('vary')?.toLowerCase()).toContain('cookie');
    }
  });

  it('S34: → tells no other site where the visitor came from', async () => {
    for (const path of await addresses()) {
      expect([path, (await get(path)).headers.get('referrer-policy')]).toEqual([
        path,
        'no-referrer',
      ]);
    }
  });

  it('S32, S34, S37: → keeps its headers, whatever the rest of the site says of them', async () => {
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

  it('S37, S38: → asks every search engine to stay away, in words that all of them know', async () => {
    for (const path of await addresses()) {
      const { headers, text } = await get(path);
      expect([path, headers.get('x-robots-tag')]).toEqual([path, 'noindex, nofollow']);
      if (headers.get('content-type')?.includes('html')) {
        expect(text).toMatch(/<meta name="robots" content="noindex, nofollow/);
      }
    }
  });

  it('S28: → to every method but those of the route: refused', async () => {
    const { token } = await shareEntry(app);
    for (const method of ['PUT', 'PATCH', 'DELETE', 'POST']) {
      expect([method, (await get(`/share/${token}`, { method })).status]).toEqual([method, 405]);
      expect((await get(`/api/share-links/public/${token}`, { method })).status).toBe(405);
    }
  });
});

it('S34: a link in a text → opens without telling where from', async () => {
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

it('S35: one address opened by many robots → changes nothing and is counted for nobody', async () => {
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

it('S35: a robot at the JSON of a live link → no word that it is over, however the site refuses', async () => {
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

it('S44: a forged Host → in no address, cookie or redirect', async () => {
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

it('S46: content full of addresses → the server asks none of them', async () => {
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
    const [options] = [args[0]].flat() as { host?: string; port?: number }[];
    const port = Number(new URL(app.url).port);
    // The test's own requests to the app, and the app's to its database server.
    const isOwn = options?.port === port || options?.port === Number(process.env.DATABASE_PORT);
    if (!isOwn) asked.push(options);
    return connect.apply(this, args as never);
  } as never);
  expect((await get(`/share/${token}`)).status).toBe(200);
  expect((await get(`/api/share-links/public/${token}`)).status).toBe(200);
  expect(asked).toEqual([]);
});

it('S49: unknown, malformed and dead addresses → one and the same answer', async () => {
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

it('S02, S03: a token → 192 bits that no weak source has a hand in', async () => {
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
  const { token } = await shareEntry(app);
  expect(Buffer.from(token, 'base64url')).toHaveLength(24);
  expect(new Set(Array.from({ length: 1000 }, () => mintToken())).size).toBe(1000);
});

it('C05: words in a request → on no page', async () => {
  const { token } = await shareEntry(app);
  const words = 'WORDS-OF-A-STRANGER';
  for (const path of [`/share/${token}?title=${words}`, `/share/${words}`, `/share/x?q=${words}`]) {
    const { text } = await get(path, { headers: { Referer: words, 'X-Title': words } });
    expect([path, text.includes(words)]).toEqual([path, false]);
  }
});

it('C09: an expired link of an entry that has another → says so, and shows neither', async () => {
  const { documentId } = await createEntry(app, PAGE, { title: 'Twice shared' });
  const one = await shareEntry(app, { contentType: PAGE, documentId });
  await shareEntry(app, { contentType: PAGE, documentId });
  await editor('DELETE', `/share-links/links/${one.id}`);
  const { status, text, headers } = await get(`/share/${one.token}`);
  expect([status, headers.get('location')]).toEqual([404, null]);
  expect(text).toContain('Invalid or expired public link');
  expect(text).not.toContain('Twice shared');
});

it('S33: a link that is changed behind the plugin’s back → is what the database says, at once', async () => {
  const one = await shareEntry(app);
  const other = await shareEntry(app);
  expect((await get(`/share/${one.token}`)).status).toBe(200);
  await app.strapi.db.connection('share_links').where({ id: one.id }).update({
    paused_at: new Date(),
  });
  expect((await get(`/share/${one.token}`)).status).toBe(404);
  expect((await get(`/share/${other.token}`)).status).toBe(200);
});
