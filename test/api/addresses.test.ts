import { describe, expect, it } from 'vitest';

import { hashToken } from '../../server/src/links/rules/token';
import { encrypt } from '../../server/src/core/encryption';
import { BY_A_PERSON } from '../support/fetchers';
import { cookiesFor, jar } from '../support/cookies';
import { send } from '../support/http';
import { PAGE, createEntry, demoEntry } from '../support/entries';
import { newHandbook, sharePage } from '../support/handbook';
import { PASSWORD, shareEntry } from '../support/sharing';
import { statementsOf } from '../support/visitors';
import { useActor, useApp } from '../support/use-app';
import { unlockLink } from '../support/visits';

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
    const slug = 'our-report-by-mail';
    const { id } = await shareEntry(app);
    await editor('PUT', `/share-links/links/${id}`, { data: { slug } });
    const capital = slug.replace('our', 'Our');
    for (const mangled of [...END(slug), capital, slug.toUpperCase()]) {
      const answer = await get(`/share/${mangled}`);
      expect([mangled, answer.headers.get('Location')]).toEqual([mangled, `/share/${slug}`]);
    }
  });

  it('with encoded letters, or its first part in capitals, leads to its right spelling', async () => {
    const { id, token } = await shareEntry(app);
    const slug = 'our-report-in-letters';
    await editor('PUT', `/share-links/links/${id}`, { data: { slug } });
    const encoded = (text: string) => `%${text.charCodeAt(0).toString(16)}${text.slice(1)}`;
    for (const given of [token, slug]) {
      for (const path of [`/share/${encoded(given)}`, `/SHARE/${given}`, `/sha%72e/${given}`]) {
        const answer = await get(path);
        if (answer.status === 404) continue;
        expect([path, answer.headers.get('Location')]).toEqual([path, `/share/${slug}`]);
        expect(jar(answer.headers).filter((cookie) => cookie.path !== `/share/${slug}`)).toEqual(
          []
        );
      }
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
    const encoded = `%${a.documentId.charCodeAt(0).toString(16)}${a.documentId.slice(1)}`;
    for (const mangled of [...END(a.documentId), a.documentId.toUpperCase(), encoded]) {
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
