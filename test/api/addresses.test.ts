import { describe, expect, it } from 'vitest';

import { hashToken } from '../../server/src/links/rules/token';
import { encrypt } from '../../server/src/core/encryption';
import { BY_A_PERSON } from '../support/fetchers';
import { cookieOf, send } from '../support/http';
import { PAGE, createEntry, demoEntry } from '../support/entries';
import { newHandbook, sharePage } from '../support/handbook';
import { PASSWORD, shareEntry } from '../support/sharing';
import type { ShareOptions, Shared } from '../support/sharing';
import { statementsOf } from '../support/visitors';
import { useActor, useApp } from '../support/use-app';
import { unlockLink, visitsOf } from '../support/visits';

const app = useApp();
const editor = useActor(app, 'editor');

type Headed = Record<string, string>;

const get = (path: string, headers: Headed = {}) =>
  send(app.url + path, { headers: { ...BY_A_PERSON, ...headers } });

const pictureUrl = async (): Promise<string> => {
  const where = { mime: { $startsWith: 'image/png' } };
  const upload = await app.strapi.db.query('plugin::upload.file').findOne({ where });
  return (upload as { url: string }).url;
};

let counter = 0;

/** A link with both addresses. */
async function shareBoth(rules: ShareOptions = {}): Promise<Shared & { slug: string }> {
  const link = await shareEntry(app, rules);
  const slug = `our-report-${(counter += 1)}`;
  await editor('PUT', `/share-links/links/${link.id}`, { data: { slug } });
  return { ...link, slug };
}

/** The cookies of an answer with their paths, as a browser would keep them. */
const jar = (headers: Headers) =>
  headers.getSetCookie().map((line) => ({
    pair: line.split(';')[0]!,
    path: /; path=([^;]*)/i.exec(line)![1]!,
  }));

/** What a browser sends to a path. */
const cookiesFor = (path: string, ...answers: { headers: Headers }[]) => {
  const fitting = answers
    .flatMap(({ headers }) => jar(headers))
    .filter((cookie) => `${path}/`.startsWith(`${cookie.path}/`))
    .map(({ pair }): [string, string] => [pair.split('=')[0]!, pair]);
  return { Cookie: [...new Map(fitting).values()].join('; ') };
};

const END = (address: string) => [
  `${address}.`,
  `${address})`,
  `${address}%3E`,
  `${address}%22`,
  `${address}%E2%80%A6`,
  `${address}%20`,
  `${address}%C2%A0`,
  `${address}*`,
  `${address}_`,
  `${address}%E2%80%8B`,
  `${address}=`,
  `${address}&amp;utm_source=mail`,
  `${address}.?utm_source=mail&fbclid=x`,
  `_${address}_`,
];

describe('an address that was changed on the way', () => {
  it('of a token leads to its right spelling', async () => {
    const { token, entryTitle } = await shareEntry(app);
    for (const mangled of END(token)) {
      const answer = await get(`/share/${mangled}`);
      expect([mangled, answer.status, answer.headers.get('Location')]).toEqual([
        mangled,
        303,
        `/share/${token}`,
      ]);
      expect(answer.headers.get('Cache-Control')).toBe('private, no-store');
    }
    expect((await get(`/share/${token}?utm_source=mail&fbclid=x`)).text).toContain(entryTitle!);
    expect((await get(`/share/${token}/`)).text).toContain(entryTitle!);
  });

  it('of a slug leads to its right spelling', async () => {
    const { slug } = await shareBoth();
    const capital = slug.replace('our', 'Our');
    for (const mangled of [...END(slug), capital, slug.toUpperCase()]) {
      const answer = await get(`/share/${mangled}`);
      expect([mangled, answer.headers.get('Location')]).toEqual([mangled, `/share/${slug}`]);
    }
  });

  it('with doubled slashes leads there too', async () => {
    const { token, entryTitle } = await shareEntry(app);
    for (const path of [`/share//${token}`, `//share/${token}`, `/share/${token}//`]) {
      const answer = await get(path);
      const shown = answer.status === 303 ? await get(answer.headers.get('Location')!) : answer;
      expect([path, shown.text.includes(entryTitle!)]).toEqual([path, true]);
    }
  });

  it('opens the JSON, files, child pages and the unlock form, too', async () => {
    const { documentId } = await demoEntry(app, PAGE, 'The studio');
    const { token } = await shareEntry(app, {
      by: 'admin',
      contentType: PAGE,
      documentId,
      locale: 'en',
      locales: ['fr'],
    });
    const json = await get(`/api/share-links/public/${token}.`);
    expect(json.status).toBe(200);
    const french = await get(`/share/${token}%E2%80%A6/fr`);
    expect(french.headers.get('Location')).toBe(`/share/${token}/fr`);
    const locked = await shareEntry(app, { password: PASSWORD });
    const unlocked = await unlockLink(app, `${locked.token}.`, PASSWORD);
    expect(unlocked.headers.get('Location')).toBe(`/share/${locked.token}`);
    const page = await get(
      `/share/${locked.token}`,
      cookiesFor(`/share/${locked.token}`, unlocked)
    );
    expect(page.status).toBe(200);
  });

  it('of a page below a link leads to its right spelling', async () => {
    const { root, a } = await newHandbook(app);
    const { token } = await sharePage(app, root, { locale: 'en', includeChildren: true });
    const page = `/share/${token}/${a.documentId}`;
    expect((await get(page)).status).toBe(200);
    for (const mangled of [...END(a.documentId), a.documentId.toUpperCase()]) {
      const answer = await get(`/share/${token}/${mangled}`);
      expect([mangled, answer.status, answer.headers.get('Location')]).toEqual([
        mangled,
        303,
        page,
      ]);
    }
    for (const end of ['/%20', '/.']) {
      const answer = await get(`/share/${token}${end}`);
      expect([end, answer.headers.get('Location')]).toEqual([end, `/share/${token}`]);
    }
    const json = await get(`/api/share-links/public/${token}/${a.documentId}%22%3E`);
    expect(json.status).toBe(200);
    expect(json.text).not.toContain(`${a.documentId}\\"`);
  });

  it('never puts what stands around a token into an answer', async () => {
    const { documentId } = await createEntry(app, PAGE, {
      title: 'With a picture',
      intro: `![Ours](${await pictureUrl()})`,
    });
    const { token } = await shareEntry(app, { contentType: PAGE, documentId, locale: 'en' });
    for (const rubbish of ['"><img src=x>', ';', '<b>', '$&', '&quot;']) {
      const address = encodeURIComponent(`${token}${rubbish}`);
      const json = await get(`/api/share-links/public/${address}`);
      expect([rubbish, json.status]).toEqual([rubbish, 200]);
      expect(json.text).toContain(`/api/share-links/public/${token}/files/`);
      expect(json.text).not.toContain(JSON.stringify(rubbish).slice(1, -1) + '/files');
      for (const { path } of jar(json.headers)) {
        expect(path).toBe(`/api/share-links/public/${token}`);
      }
    }
  });

  it('of which a proxy doubles every slash leads nowhere twice', async () => {
    const { token } = await shareEntry(app);
    const first = await get(`//share/${token}`);
    expect(first.status).toBe(303);
    const second = await get(`/${first.headers.get('Location')!}`);
    expect(second.status).toBe(200);
  });

  it('takes no place for an answer that fails', async () => {
    const { token } = await shareEntry(app, { maxViewers: 1 });
    expect((await get(`/api/share-links/public/${token};`)).status).toBe(200);
    expect((await get(`/api/share-links/public/${token}`)).status).toBe(404);
  });

  it('of an older token that has lost its last sign still leads to it', async () => {
    const { id } = await shareEntry(app);
    const old = 'rA5kUxY2pQ8jM1nLeZ9vW4bK3tH6cJ-_';
    await app.strapi.db.query('plugin::share-links.link').update({
      where: { id },
      data: { tokenHash: hashToken(old), tokenCipher: encrypt(app.strapi, old) },
    });
    for (const cut of [old.slice(0, 31), old.slice(0, 30)]) {
      expect((await get(`/share/${cut}`)).headers.get('Location')).toBe(`/share/${old}`);
    }
  });

  it('costs one query, whatever it can mean', async () => {
    const lookUps = (statements: string[]) =>
      statements.filter((sql) => /share_links.*\bwhere\b.*(token_hash|slug)/s.test(sql));
    for (const address of ['x'.repeat(30), `Some-report-${'y'.repeat(20)}`, 'Nobody.']) {
      const statements = await statementsOf(app, () => get(`/share/${address}`));
      expect([address, lookUps(statements).length]).toEqual([address, 1]);
    }
  });

  it('that opens nothing is refused like every other', async () => {
    const [mangled, plain] = await Promise.all([
      get('/share/No-such-link.'),
      get('/share/no-such-link'),
    ]);
    expect([mangled.status, mangled.text]).toEqual([plain.status, plain.text]);
    expect(mangled.headers.get('Location')).toBeNull();
  });
});

describe('a link with a token and a slug', () => {
  it('has one page: the token leads to the slug', async () => {
    const { token, slug, entryTitle } = await shareBoth();
    const answer = await get(`/share/${token}`);
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, `/share/${slug}`]);
    expect((await get(`/share/${slug}`)).text).toContain(entryTitle!);
  });

  it('counts a person who comes by both addresses as one visitor', async () => {
    const { id, token, slug } = await shareBoth();
    const first = await get(`/share/${slug}`);
    const moved = await get(`/share/${token}`, cookiesFor(`/share/${token}`, first));
    await get(moved.headers.get('Location')!, cookiesFor(`/share/${slug}`, first, moved));
    const { meta, data } = await visitsOf(app, id, 2);
    expect(meta.totals).toMatchObject({ opened: 2, visitors: 1 });
    expect(new Set(data.map(({ visitor }) => visitor)).size).toBe(1);
  });

  it('keeps one place for a person who comes by both, in any order', async () => {
    const { slug, token } = await shareBoth({ maxViewers: 1 });
    const first = await get(`/share/${slug}`);
    expect(first.status).toBe(200);
    // A printed token, when the link is full.
    const moved = await get(`/share/${token}`, cookiesFor(`/share/${token}`, first));
    expect([moved.status, moved.headers.get('Location')]).toEqual([303, `/share/${slug}`]);
    const again = await get(`/share/${slug}`, cookiesFor(`/share/${slug}`, first, moved));
    expect(again.status).toBe(200);
  });

  it('knows a person who took a place at the token before the link had a slug', async () => {
    const link = await shareEntry(app, { maxViewers: 1 });
    const before = await get(`/share/${link.token}`);
    const slug = `added-later-${link.id}`;
    await editor('PUT', `/share-links/links/${link.id}`, { data: { slug } });
    const moved = await get(`/share/${link.token}`, cookiesFor(`/share/${link.token}`, before));
    expect(moved.headers.get('Location')).toBe(`/share/${slug}`);
    const after = await get(`/share/${slug}`, cookiesFor(`/share/${slug}`, before, moved));
    expect(after.status).toBe(200);
  });

  it('stays unlocked for a person who gave the password at the token', async () => {
    const link = await shareEntry(app, { password: PASSWORD });
    const unlocked = await unlockLink(app, link.token, PASSWORD);
    const slug = `locked-later-${link.id}`;
    await editor('PUT', `/share-links/links/${link.id}`, { data: { slug } });
    const moved = await get(`/share/${link.token}`, cookiesFor(`/share/${link.token}`, unlocked));
    const after = await get(`/share/${slug}`, cookiesFor(`/share/${slug}`, unlocked, moved));
    expect(after.status).toBe(200);
  });

  it('is unlocked at its slug by a form that was opened at its token', async () => {
    const { token, slug } = await shareBoth({ password: PASSWORD });
    const unlocked = await unlockLink(app, token, PASSWORD);
    expect(unlocked.headers.get('Location')).toBe(`/share/${slug}`);
    const page = await get(`/share/${slug}`, cookiesFor(`/share/${slug}`, unlocked));
    expect(page.status).toBe(200);
  });

  it.each<[string, (id: number) => Promise<unknown>, ShareOptions?]>([
    ['paused', (id) => editor('POST', `/share-links/links/${id}/pause`)],
    ['ended', (id) => editor('PUT', `/share-links/links/${id}`, { data: { expiresIn: '1d' } })],
    ['full', async (id) => mark(id), { maxViewers: 1 }],
  ])('does not tell the slug when it is %s', async (what, close, rules) => {
    const { id, token, slug } = await shareBoth(rules);
    await close(id);
    if (what === 'ended') await mark(id, { expiresAt: new Date(Date.now() - 1000) });
    const answer = await get(`/share/${token}`);
    expect([answer.status, answer.headers.get('Location')]).toEqual([404, null]);
    expect(answer.text).not.toContain(slug);
  });

  it('answers HEAD, robots and the JSON at the token without the slug', async () => {
    const { token, slug } = await shareBoth();
    const robot = await get(`/share/${token}`, { 'User-Agent': 'Twitterbot/1.0' });
    const json = await get(`/api/share-links/public/${token}`);
    const head = await send(`${app.url}/share/${token}`, { method: 'HEAD' });
    expect([robot.status, json.status, head.status]).toEqual([200, 200, 200]);
    expect(robot.text + json.text).not.toContain(slug);
  });

  it('has no more than twenty cookies for places', async () => {
    const { slug } = await shareBoth({ maxViewers: 1 });
    const many = Array.from({ length: 20 }, (_, index) => `share-viewer-x${index}=y`).join('; ');
    const answer = await get(`/share/${slug}`, { Cookie: many });
    expect(answer.headers.getSetCookie()).toHaveLength(1);
  });
});

async function mark(id: number, data: object = { viewerCount: 1, isFull: true }): Promise<void> {
  await app.strapi.db.query('plugin::share-links.link').update({ where: { id }, data });
}

it('cookieOf reads the cookie of the link itself first', async () => {
  const { slug } = await shareBoth({ maxViewers: 1 });
  expect(cookieOf(await get(`/share/${slug}`))).toMatch(/^share-viewer=/);
});
