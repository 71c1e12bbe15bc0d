import { describe, expect, it } from 'vitest';

import type { Preview } from '../../contracts/previews';
import { adminToken, clientOf } from '../support/client';
import {
  DASHBOARD,
  DOCUMENT,
  HOMEPAGE,
  PAGE,
  PROJECT,
  createEntry,
  demoEntry,
  newDocument,
} from '../support/entries';
import { cookieOf, send } from '../support/http';
import { setPolicy } from '../support/policies';
import { asVisited, barOf, previewBy, withoutPreview } from '../support/previews';
import { PASSWORD, shareEntry, visit } from '../support/sharing';
import type { Shared } from '../support/sharing';
import { useActors, useApp } from '../support/use-app';
import { unlockLink } from '../support/visits';

const app = useApp();
const { admin, editor } = useActors(app);

const TRIAL = 'Harbour Line: results of the trial runs';

/** Links that show different things, with the places of them to look at. */
const LINKS: [string, string, string, object][] = [
  ['a project', PROJECT, 'Lumen Energy customer portal', { refreshSeconds: 30 }],
  ['a document without downloads', DOCUMENT, TRIAL, { allowDownload: false }],
  ['a frozen document', DOCUMENT, TRIAL, { shows: 'frozen' }],
  ['the draft of a dashboard', DASHBOARD, 'The studio, first half of 2026', { shows: 'draft' }],
  ['some fields of a homepage', HOMEPAGE, 'Nordlys Studio', { locale: 'en', fields: ['title'] }],
  ['a tree', PAGE, 'The studio', { locale: 'en', locales: ['fr'], includeChildren: true }],
];

/** The places that a page links to below an address. */
const placesIn = (html: string): string[] => [
  ...new Set(
    [...html.matchAll(/href="\/share\/…((?:\/[a-z]{2})?(?:\/[a-z0-9]{24})?)"/g)].map(
      ([, place = '']) => place
    )
  ),
];

const filesIn = (html: string): string[] => [
  ...new Set(
    [...html.matchAll(/"\/share\/…((?:\/[\w]+)*\/files(?:\.zip|\/\d+[^" ]*))/g)].map(
      ([, file = '']) => file.replaceAll('&amp;', '&')
    )
  ),
];

/** Says where two long pages differ, instead of both. */
function expectSame(page: string, expected: string): void {
  const at = [...expected].findIndex((character, index) => page[index] !== character);
  const around = (text: string) => text.slice(Math.max(0, at - 80), at + 80);
  expect(at < 0 ? '' : around(page)).toBe(at < 0 ? '' : around(expected));
  expect(page.length).toBe(expected.length);
}

describe('a preview', () => {
  it.each(LINKS)('of %s shows what its visitors see', async (_, uid, title, rules) => {
    const { documentId } = await demoEntry(app, uid as typeof PAGE, title);
    const asked = { contentType: uid, documentId, ...rules };
    // Before the link is made, because some types may have only one.
    const planned = await previewBy(app, admin, asked);
    const before = withoutPreview((await planned.get()).text, planned.path);
    const link = await shareEntry(app, { by: 'admin', ...asked });
    const preview = await previewBy(app, admin, link.id);
    const stranger = clientOf(app);

    const page = asVisited((await visit(app, link.token)).page.text, link.token);
    expect(page).toContain('<h1');
    const places = ['', ...placesIn(page)];
    const files: string[] = [];
    for (const place of places) {
      const visited = await stranger('GET', `/share/${link.token}${place}`);
      const expected = asVisited(visited.text, link.token);
      files.push(...filesIn(expected));
      for (const { path, get } of [preview, planned]) {
        const answer = await get(place);
        expect([answer.status, place]).toEqual([visited.status, place]);
        expect(answer.text).toContain('class="preview-bar"');
        expectSame(withoutPreview(answer.text, path), expected);
      }
    }
    for (const file of files.slice(0, 6)) {
      const visited = await stranger('GET', `/share/${link.token}${file}`);
      expect([file, visited.status]).toEqual([file, 200]);
      for (const { get } of [preview, planned]) {
        const answer = await get(file);
        expect([answer.status, file]).toEqual([visited.status, file]);
        expect(answer.headers.get('content-type')).toBe(visited.headers.get('content-type'));
        if (!file.endsWith('.zip')) expect(answer.bytes.equals(visited.bytes)).toBe(true);
      }
    }
    expectSame(withoutPreview((await planned.get()).text, planned.path), before);
  });

  it('of a tree has its languages and the entries below', async () => {
    const { documentId } = await demoEntry(app, PAGE, 'The studio');
    const rules = { locale: 'en', locales: ['fr'], includeChildren: true };
    const { path, get } = await previewBy(app, admin, { contentType: PAGE, documentId, ...rules });
    const places = placesIn(withoutPreview((await get()).text, path));
    expect(places).toContain('/fr');
    expect(places.filter((place) => place.length > 20).length).toBeGreaterThan(1);
    const french = await get('/fr');
    expect(french.text).toContain('lang="fr"');
    expect(placesIn(withoutPreview(french.text, path)).some((to) => /^\/fr\/\w+/.test(to))).toBe(
      true
    );
  });

  it('can be searched like the page, and keeps the words out of its address', async () => {
    const { documentId } = await newDocument(app, 'editor', { description: 'A needle in here' });
    const link = await shareEntry(app, { documentId });
    const search = { method: 'POST', body: new URLSearchParams({ q: 'needle' }) };
    for (const what of [link.id, { contentType: DOCUMENT, documentId }]) {
      const { path, get } = await previewBy(app, editor, what);
      const sent = await get('/search', { ...search, headers: { Accept: 'text/html' } });
      const to = sent.headers.get('location')!;
      expect([sent.status, to]).toEqual([303, expect.stringMatching(/\?s=[\w-]+$/)]);
      expect(to.startsWith(`${path}/search?`)).toBe(true);
      const results = await get(to.slice(path.length));
      expect(results.text).toContain('<mark>needle</mark>');
      expect(results.text).toContain('preview-bar');
    }
  });

  it('answers a page that refreshes itself with what has changed', async () => {
    const link = await shareEntry(app, { refreshSeconds: 5 });
    const { get } = await previewBy(app, editor, link.id);
    const tag = (await get()).headers.get('etag')!;
    expect((await get('', { headers: { 'If-None-Match': tag } })).status).toBe(304);
    await editor('PUT', `/share-links/links/${link.id}`, { data: { refreshSeconds: null } });
    await editor('POST', `/share-links/links/${link.id}/pause`);
    const news = await get('', { headers: { 'If-None-Match': tag } });
    expect([news.status, barOf(news.text)]).toEqual([200, expect.stringContaining('paused')]);
  });

  it('skips the password, and says that visitors enter it', async () => {
    const { documentId } = await newDocument(app, 'editor', { description: 'Behind a password' });
    const link = await shareEntry(app, { documentId, password: PASSWORD });
    const { path, get } = await previewBy(app, editor, link.id);
    const { text } = await get();
    expect(barOf(text)).toBe(
      'Preview – only you see this bar; visits aren’t countedVisitors: enter a password first'
    );
    const unlocked = await unlockLink(app, link.token, PASSWORD);
    const cookie = cookieOf(unlocked);

    const visited = await send(`${app.url}/share/${link.token}`, { headers: { Cookie: cookie } });
    expectSame(withoutPreview(text, path), asVisited(visited.text, link.token));
  });

  it('says in the language of the browser what visitors get', async () => {
    const link = await shareEntry(app);
    const { get } = await previewBy(app, editor, link.id);
    for (const [language, words] of [
      ['de-CH', 'Besucher: sehen diese Seite'],
      ['fr', 'Visiteurs: voient cette page'],
      ['es', 'Visitantes: ven esta página'],
      ['sv', 'Visitors: see this page'],
    ] as const) {
      const { text } = await get('', { headers: { 'Accept-Language': language } });
      expect(barOf(text)).toContain(words);
    }
  });
});

describe('a preview of a link that refuses its visitors', () => {
  const later = () => new Date(Date.now() + 3_600_000).toISOString();

  it.each<[string, object, (link: Shared) => Promise<unknown>, string]>([
    ['is paused', {}, ({ id }) => editor('POST', `/share-links/links/${id}/pause`), 'is paused'],
    ['starts later', { startsAt: later() }, async () => undefined, 'starts later'],
    ['has expired', {}, expire, 'has expired'],
    ['is full', { maxViewers: 1 }, ({ token }) => visit(app, token), 'all places'],
    ['is Off by policy', {}, switchOff, 'policy is Off'],
  ])('and %s shows the page, and says why visitors see nothing', async (_, rules, shut, words) => {
    const { documentId } = await newDocument(app, 'editor', { description: 'Here it is' });
    const link = await shareEntry(app, { documentId, ...rules });
    await shut(link);
    expect((await visit(app, link.token)).page.status).toBe(404);
    const { get } = await previewBy(app, editor, link.id);
    const { status, text } = await get();
    expect([status, text.includes('Here it is')]).toEqual([200, true]);
    expect(barOf(text)).toMatch(/Visitors: .*see nothing/);
    expect(barOf(text)).toContain(words);
  });

  it('because the site is paused, says so', async () => {
    const link = await shareEntry(app);
    await admin('PUT', '/share-links/settings', { data: { paused: true } });
    const { get } = await previewBy(app, editor, link.id);
    const bar = barOf((await get()).text);
    await admin('PUT', '/share-links/settings', { data: { paused: false } });
    expect(bar).toContain('all sharing of the site is paused');
    expect(barOf((await get()).text)).toContain('see this page');
  });

  it('because nothing is published, has a page that says so', async () => {
    const { documentId } = await createEntry(
      app,
      PROJECT,
      { title: 'SECRET DRAFT' },
      { publish: false }
    );
    const link = await shareEntry(app, { contentType: PROJECT, documentId, shows: 'published' });
    const { get } = await previewBy(app, editor, link.id);
    const { status, text } = await get();
    expect([status, text.includes('SECRET DRAFT')]).toEqual([200, false]);
    expect(text).toContain('Nothing to show yet');
    expect(barOf(text)).toContain('the entry isn’t published');
    expect((await get('/files.zip')).status).toBe(404);
  });

  async function expire({ id }: Shared) {
    await app.strapi.db.query('plugin::share-links.link').update({
      where: { id },
      data: { expiresAt: new Date(Date.now() - 1000).toISOString() },
    });
  }

  async function switchOff({ contentType, documentId }: Shared) {
    await setPolicy(editor, contentType, { documentId, title: '' }, 'off');
  }
});

it('a link that has the readable address "preview" of old keeps all of its pages', async () => {
  const { documentId } = await newDocument(app, 'editor', { description: 'An old address' });
  const { id } = await shareEntry(app, { documentId });
  await app.strapi.db.connection('share_links').where({ id }).update({ slug: 'preview' });
  const stranger = clientOf(app);
  expect((await stranger('GET', '/share/preview')).text).toContain('An old address');
  const search = await stranger('GET', '/share/preview/search');
  expect([search.status, search.text.includes('<form')]).toEqual([200, true]);
});

describe('a panel of another origin', () => {
  const ask = async (origin: string) => {
    const { id } = await shareEntry(app);
    const token = await adminToken(app, 'editor');
    const answer = await send(`${app.url}/share-links/links/${id}/preview`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, Origin: origin },
    });
    return (JSON.parse(answer.text) as { data: Preview }).data;
  };

  it('gets a key, which gives the cookie at the address of the preview', async () => {
    const { url, key = '' } = await ask('https://panel.example.net');
    const enter = (body: Record<string, string>) =>
      send(app.url + url, {
        method: 'POST',
        headers: { Origin: 'https://panel.example.net', 'Sec-Fetch-Site': 'cross-site' },
        body: new URLSearchParams(body),
      });
    const entered = await enter({ key });
    expect([entered.status, entered.headers.get('location')]).toEqual([303, url]);
    const opened = await send(app.url + url, { headers: { Cookie: cookieOf(entered) } });
    expect([opened.status, opened.text.includes('preview-bar')]).toEqual([200, true]);

    const unknown = await send(`${app.url}/share/no-such-link`);
    for (const body of [{ key: `${key.slice(1)}A` }, { key: '' }, {} as { key: string }]) {
      const refused = await enter(body);
      expect([refused.status, refused.text === unknown.text]).toEqual([404, true]);
      expect(refused.headers.get('set-cookie')).toBeNull();
    }
  });

  it('alone gets it: a cookie does for all others', async () => {
    expect((await ask(app.url)).key).toBeUndefined();
  });
});
