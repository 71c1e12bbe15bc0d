import { beforeEach, describe, expect, it } from 'vitest';

import type { Link } from '../../contracts/links';
import { mintToken } from '../../server/src/links/rules/token';
import { LINK_UID } from '../../server/src/links/store/link-uid';
import { OPEN_SITE, PUBLIC_URL, headOf, shareIndexed, sitemapOf } from '../support/crawlers';
import { DOCUMENT, PAGE, PROJECT, createEntry, newDocument, newProject } from '../support/entries';
import { send } from '../support/http';
import { saveSettings } from '../support/settings';
import { shareEntry } from '../support/sharing';
import type { ShareOptions, Shared } from '../support/sharing';
import { useActors, useApp } from '../support/use-app';
import { addFrench } from '../support/versions';
import { FIREFOX, SLACK } from '../support/visits';

const GOOGLE = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)';
const ROBOTS = [
  SLACK,
  'Twitterbot/1.0',
  'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
  'WhatsApp/2.23.20.0',
  'LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)',
  'Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)',
  'TelegramBot (like TwitterBot)',
  GOOGLE,
];

const app = useApp();
const { admin, editor } = useActors(app);

const settings = (data: object) => saveSettings(app, data);
beforeEach(() => settings(OPEN_SITE));

const get = (path: string, agent = FIREFOX, method = 'GET') =>
  send(app.url + path, { method, headers: { 'User-Agent': agent } });

/** Header, meta tag and sitemap must say the same. */
async function expectCrawlable(link: Shared, isCrawlable: boolean) {
  const page = await get(`/share/${link.token}`);
  const { meta, links } = headOf(page.text);
  const url = `${PUBLIC_URL}/share/${link.token}`;
  if (isCrawlable) {
    expect(page.status).toBe(200);
    expect(page.headers.get('x-robots-tag')).toBe('all');
    expect(meta.robots).toBe('index, follow');
    expect(meta['og:url']).toBe(url);
    expect(links).toContainEqual(['canonical', undefined, url]);
  } else {
    expect(page.headers.get('x-robots-tag')).toBe('noindex, nofollow');
    expect(meta.robots).toBe('noindex, nofollow, noarchive');
    expect(Object.keys(meta).filter((name) => /^(og:|twitter:|description)/.test(name))).toEqual(
      []
    );
    expect(links).toEqual([]);
  }
  expect((await sitemapOf(app)).includes(url)).toBe(isCrawlable);
}

const edit = (link: Link, data: object) => editor('PUT', `/share-links/links/${link.id}`, { data });
const mark = (link: Link, data: object) =>
  app.strapi.db.query(LINK_UID).update({ where: { id: link.id }, data });
const policy = (link: Link, value: string) =>
  admin('PUT', `/share-links/entries/${PROJECT}/${link.documentId}/policy`, {
    data: { policy: value },
  });
const ago = () => new Date(Date.now() - 60_000).toISOString();
const soon = () => new Date(Date.now() + 3_600_000).toISOString();

type Change = (link: Shared) => Promise<unknown>;

/**
 * Each change that closes a link to crawlers, and the change that opens it again if there is one.
 */
const ENDINGS: [string, Change, Change | null][] = [
  [
    'it gets a password',
    (at) => edit(at, { password: 'long enough' }),
    (at) => edit(at, { password: null }),
  ],
  ['it is scheduled', (at) => mark(at, { startsAt: soon() }), (at) => mark(at, { startsAt: null })],
  [
    'it is paused',
    (at) => editor('POST', `/share-links/links/${at.id}/pause`),
    (at) => editor('POST', `/share-links/links/${at.id}/resume`),
  ],
  ['it expires', (at) => mark(at, { expiresAt: ago() }), (at) => edit(at, { expiresIn: '1d' })],
  [
    'it is suspended',
    (at) => mark(at, { suspendedAt: ago() }),
    (at) => mark(at, { suspendedAt: null }),
  ],
  ['it is deleted', (at) => editor('DELETE', `/share-links/links/${at.id}`), null],
  [
    'its viewers are limited',
    (at) => edit(at, { maxViewers: 5 }),
    (at) => edit(at, { maxViewers: null }),
  ],
  ['its entry is off', (at) => policy(at, 'off'), (at) => policy(at, 'inherit')],
  [
    'its type is off',
    () => settings({ contentTypes: { [PROJECT]: { level: 'off' } } }),
    () => settings(OPEN_SITE),
  ],
  [
    'its type may not be shared',
    () => settings({ contentTypes: { [PROJECT]: { enabled: false } } }),
    () => settings(OPEN_SITE),
  ],
  ['all sharing is paused', () => settings({ paused: true }), () => settings(OPEN_SITE)],
  [
    'the site has a front end of its own',
    () => settings({ frontendUrl: 'https://www.example.com/s/{token}' }),
    () => settings(OPEN_SITE),
  ],
  [
    'its entry is unpublished',
    ({ documentId }) => app.strapi.documents(PROJECT).unpublish({ documentId }),
    ({ documentId }) => app.strapi.documents(PROJECT).publish({ documentId }),
  ],
  [
    'its entry is deleted',
    ({ documentId }) => app.strapi.documents(PROJECT).delete({ documentId }),
    null,
  ],
  [
    'it is not opted in any more',
    (at) => edit(at, { allowIndexing: false }),
    (at) => edit(at, { allowIndexing: true }),
  ],
];

describe('a link that search engines may index', () => {
  it.each(ENDINGS)('is closed to them on the next request when %s', async (_what, end, undo) => {
    const link = await shareIndexed(app);
    await expectCrawlable(link, true);
    await end(link);
    await expectCrawlable(link, false);
    if (!undo) return;
    await undo(link);
    await expectCrawlable(link, true);
  });

  it.each(['draft', 'frozen'] as const)('can’t be one that shows the %s version', async (shows) => {
    await expectCrawlable(await shareIndexed(app, { shows }), false);
  });

  it('has tags that describe it, with addresses from the configuration', async () => {
    const link = await shareIndexed(app);
    const { text } = await get(`/share/${link.token}`);
    const { meta } = headOf(text);
    expect(meta).toMatchObject({
      description: 'THE SUMMARY of it all',
      'og:title': link.entryTitle,
      'og:description': 'THE SUMMARY of it all',
      'og:type': 'article',
      'og:site_name': 'Studio Nord',
      'twitter:card': 'summary',
    });
    expect(text.slice(0, text.indexOf('</head>'))).not.toContain(new URL(app.url).host);
  });

  it('is listed under its readable address when it has one', async () => {
    const link = await shareIndexed(app, { slug: 'our-public-work' });
    const url = `${PUBLIC_URL}/share/our-public-work`;
    expect(await sitemapOf(app)).toContain(url);
    expect(headOf((await get('/share/our-public-work')).text).links).toEqual([
      ['canonical', undefined, url],
    ]);
    expect(link.slug).toBe('our-public-work');
  });

  it('names one of its images, at an address below the link', async () => {
    const image = (await app.strapi.db.query('plugin::upload.file').findOne({
      where: { mime: 'image/jpeg', width: { $gte: 600 } },
    })) as { id: number };
    const link = await shareIndexed(app, {}, { attachments: [image.id] });
    const { meta } = headOf((await get(`/share/${link.token}`)).text);
    const own = `${PUBLIC_URL}/share/${link.token}/files/${image.id}?size=`;
    expect(meta['og:image']?.startsWith(own), meta['og:image']).toBe(true);
    expect(Number(meta['og:image:width'])).toBeGreaterThan(0);
    expect(Number(meta['og:image:height'])).toBeGreaterThan(0);
    expect(meta['twitter:card']).toBe('summary_large_image');
  });

  it('includes the entries below it, each with its own address', async () => {
    await settings({ contentTypes: { [DOCUMENT]: { parent: 'project' } } });
    const { documentId } = await newProject(app);
    const child = await newDocument(app, 'editor', { project: { documentId } });
    const link = await shareEntry(app, {
      contentType: PROJECT,
      documentId,
      allowIndexing: true,
      includeChildren: true,
    });
    const page = await get(`/share/${link.token}/${child.documentId}`);
    expect(page.headers.get('x-robots-tag')).toBe('all');
    expect(headOf(page.text).links).toEqual([
      ['canonical', undefined, `${link.url}/${child.documentId}`],
    ]);
  });

  it('lists its other languages', async () => {
    const { documentId } = await createEntry(app, PAGE, { title: 'In English' }, { locale: 'en' });
    await addFrench(app, documentId, { title: 'En français' });
    const link = await shareEntry(app, {
      contentType: PAGE,
      documentId,
      locale: 'en',
      locales: ['fr'],
      allowIndexing: true,
    });
    const { links, meta } = headOf((await get(`/share/${link.token}/fr`)).text);
    expect(links).toEqual([
      ['canonical', undefined, `${link.url}/fr`],
      ['alternate', 'en', link.url],
      ['alternate', 'fr', `${link.url}/fr`],
    ]);
    expect(meta).toMatchObject({ 'og:title': 'En français', 'og:locale': 'fr' });
    await expectCrawlable(link, true);
  });

  it('is shown to search engines, whose visits are not counted', async () => {
    const link = await shareIndexed(app);
    for (const robot of ROBOTS) {
      const { status, text } = await get(`/share/${link.token}`, robot);
      expect(status).toBe(200);
      expect(text).toContain('THE SUMMARY');
    }
    await get(`/share/${link.token}`);
    await expect
      .poll(async () => {
        const { body } = await editor<{ data: Link }>('GET', `/share-links/links/${link.id}`);
        return body.data.viewCount;
      })
      .toBe(1);
  });

  it('keeps its JSON out of search engines', async () => {
    const link = await shareIndexed(app);
    const { headers } = await get(`/api/share-links/public/${link.token}`);
    expect(headers.get('x-robots-tag')).toBe('noindex, nofollow');
  });
});

describe('the sitemap', () => {
  it('says when an entry last changed', async () => {
    const link = await shareIndexed(app);
    const { text } = await get('/share/sitemap.xml');
    const entry = new RegExp(`${link.token}</loc><lastmod>([^<]*)</lastmod>`).exec(text);
    expect(Date.now() - Date.parse(entry?.[1] ?? '')).toBeLessThan(60_000);
  });

  it('lists more links than are read at once', async () => {
    const link = await shareIndexed(app);
    const row = await app.strapi.db.query(LINK_UID).findOne({ where: { id: link.id } });
    const { id: _id, ...copy } = row as { id: number };
    const before = (await sitemapOf(app)).length;
    await app.strapi.db.query(LINK_UID).createMany({
      data: Array.from({ length: 1_100 }, (_, index) => ({
        ...copy,
        tokenHash: `copy-${index}`,
        singleKey: null,
        slug: `copy-number-${index}`,
      })),
    });
    const urls = await sitemapOf(app);
    expect(urls).toHaveLength(before + 1_100);
    expect(new Set(urls).size).toBe(urls.length);
    await app.strapi.db
      .query(LINK_UID)
      .deleteMany({ where: { slug: { $startsWith: 'copy-number' } } });
  });

  it('answers HEAD and refuses other methods', async () => {
    expect((await get('/share/sitemap.xml', FIREFOX, 'HEAD')).status).toBe(200);
    expect((await get('/share/sitemap.xml', FIREFOX, 'POST')).status).toBe(405);
  });
});

describe('a link that search engines may not index', () => {
  const shared = async (rules: ShareOptions = {}) => {
    const { documentId } = await newProject(app, 'editor', { summary: 'THE SUMMARY' });
    return shareEntry(app, { contentType: PROJECT, documentId, ...rules });
  };

  it.each(ROBOTS)('looks like every other such link to %s', async (robot) => {
    const open = await shared();
    const locked = await shared({ password: 'long enough' });
    const limited = await shared({ maxViewers: 3 });
    const optedIn = await shared({ allowIndexing: true, password: 'long enough' });
    const first = await get(`/share/${open.token}`, robot);
    expect(first.status).toBe(200);
    expect(first.text).toContain('A page was shared with you');
    expect(first.text).toContain('Studio Nord');
    expect(first.text).not.toContain(open.entryTitle);
    expect(first.text).not.toContain('THE SUMMARY');
    expect(first.text).not.toContain(open.token);
    expect(first.headers.get('x-robots-tag')).toBe('noindex, nofollow');
    expect(headOf(first.text).meta.robots).toBe('noindex, nofollow, noarchive');
    for (const other of [locked, limited, optedIn]) {
      expect((await get(`/share/${other.token}`, robot)).text).toBe(first.text);
    }
  });

  it('does not count a robot or give it a place', async () => {
    const link = await shared({ maxViewers: 1 });
    for (const robot of ROBOTS) await get(`/share/${link.token}`, robot);
    const { body } = await editor<{ data: Link }>('GET', `/share-links/links/${link.id}`);
    expect(body.data).toMatchObject({ viewCount: 0, viewerCount: 0, state: 'active' });
    expect((await get(`/share/${link.token}`)).text).toContain('THE SUMMARY');
  });

  it('is dead to robots in the same way as to people', async () => {
    const dead = await shared();
    await editor('DELETE', `/share-links/links/${dead.id}`);
    const unpublished = await shared();
    const { documentId } = unpublished;
    await app.strapi.documents(PROJECT).unpublish({ documentId });
    const open = await shared();
    for (const path of [
      dead.token,
      unpublished.token,
      mintToken(),
      'no',
      `${open.token}/${'x'.repeat(24)}`,
      `${open.token}/fr`,
    ]) {
      const robot = await get(`/share/${path}`, GOOGLE);
      const person = await get(`/share/${path}`);
      expect(robot.status, path).toBe(404);
      expect(robot.text, path).toBe(person.text);
    }
    await settings({ refusal: 'explained' });
    const explained = await get(`/share/${dead.token}`, GOOGLE);
    expect(explained.status).toBe(403);
    expect(explained.text).toBe((await get(`/share/${dead.token}`)).text);
  });

  it('gives robots no JSON either', async () => {
    const link = await shared();
    const { status, text } = await get(`/api/share-links/public/${link.token}`, GOOGLE);
    expect(status).toBe(404);
    expect(text).not.toContain('THE SUMMARY');
  });

  it.each(['curl/8.5.0', 'Wget/1.21.4', 'node', 'python-requests/2.31.0', 'PostmanRuntime/7.36.0'])(
    'opens for %s, a tool that people use',
    async (tool) => {
      const link = await shared();
      expect((await get(`/share/${link.token}`, tool)).text).toContain('THE SUMMARY');
      const json = await get(`/api/share-links/public/${link.token}`, tool);
      expect(json.text).toContain('THE SUMMARY');
    }
  );
});
