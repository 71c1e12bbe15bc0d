import { describe, expect, it } from 'vitest';

import type { Link } from '../../contracts/links';
import type { SearchAnswer } from '../../contracts/shown';
import { mintToken } from '../../server/src/links/rules/token';
import type { ErrorAnswer } from '../support/client';
import { DOCUMENT, PAGE, PROJECT, createEntry, newDocument, newProject } from '../support/entries';
import { cookieOf, send } from '../support/http';
import { PASSWORD, shareEntry } from '../support/sharing';
import { useActors, useApp } from '../support/use-app';
import { addFrench } from '../support/versions';
import { FIREFOX, openLink, visitsOf } from '../support/visits';

const app = useApp();
const { admin, editor } = useActors(app);

async function post(path: string, body: string, headers: Record<string, string>) {
  return send(app.url + path, {
    method: 'POST',
    body,
    headers: { 'User-Agent': FIREFOX, ...headers },
  });
}

async function search(place: string, q: unknown, headers: Record<string, string> = {}) {
  const answer = await post(`/api/share-links/public/${place}/search`, JSON.stringify({ q }), {
    'Content-Type': 'application/json',
    ...headers,
  });
  return { ...answer, body: JSON.parse(answer.text) as SearchAnswer & Pick<ErrorAnswer, 'error'> };
}

const form = (place: string, q: string, headers: Record<string, string> = {}) =>
  post(`/share/${place}/search`, new URLSearchParams({ q }).toString(), {
    'Content-Type': 'application/x-www-form-urlencoded',
    ...headers,
  });

const words = async (place: string, q: string) => (await search(place, q)).body.data;
/** The titles of the entries with a hit, each once. */
const titles = async (place: string, q: string) => [
  ...new Set((await words(place, q)).map(({ title }) => title)),
];

async function project(data: object = {}, rules: object = {}) {
  const entry = await newProject(app, 'editor', {
    summary: 'Un café à Zürich, près du NÉEDLE',
    ...data,
  });
  const link = await shareEntry(app, {
    contentType: PROJECT,
    documentId: entry.documentId,
    ...rules,
  });
  return { ...link, title: entry.title };
}

describe('a search through a link', () => {
  it('returns each hit with the words around it, and ignores accents and case', async () => {
    const { token, documentId, title } = await project();
    const { status, body, headers } = await search(token, '  cafe ZURICH ');
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect(headers.get('x-robots-tag')).toBe('noindex, nofollow');
    expect(body).toEqual({
      data: [
        {
          entry: documentId,
          title,
          anchor: 'f-summary',
          label: 'Summary',
          snippet: [
            { text: 'Un ', isHit: false },
            { text: 'café', isHit: true },
            { text: ' à ', isHit: false },
            { text: 'Zürich', isHit: true },
            { text: ', près du NÉEDLE', isHit: false },
          ],
        },
      ],
      meta: { q: 'cafe ZURICH', cut: false },
    });
  });

  it('also accepts the words inside “data”', async () => {
    const { token } = await project();
    const answer = await post(
      `/api/share-links/public/${token}/search`,
      JSON.stringify({ data: { q: 'needle' } }),
      { 'Content-Type': 'application/json' }
    );
    expect((JSON.parse(answer.text) as SearchAnswer).data).toHaveLength(1);
  });

  it('works as a plain form, with a link to each hit', async () => {
    const { token, title } = await project();
    const page = await form(token, 'needle');
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(page.headers.get('content-security-policy')).not.toMatch(/unsafe|script-src/);
    expect(page.text).toContain('<mark>NÉEDLE</mark>');
    expect(page.text).toContain(`href="/share/${token}#f-summary"`);
    expect(page.text).toContain(`<title>Search – ${title}</title>`);
    expect(page.text).toContain('name="robots" content="noindex, nofollow, noarchive"');
    expect(page.text).toContain(`action="/share/${token}/search"`);
    expect(page.text).toContain('value="needle"');
    expect((await form(token, 'nowhere to be found')).text).toContain('Nothing was found');
  });

  it('offers its form at the same address', async () => {
    const { token } = await project();
    const response = await send(`${app.url}/share/${token}/search?q=needle`);
    const text = response.text;
    expect(response.status).toBe(200);
    expect(text).toContain('type="search"');
    expect(text).not.toContain('NÉEDLE');
  });

  describe('from a browser', () => {
    const BROWSER = { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
    const results = async (place: string, q = 'needle') => {
      const { status, headers } = await form(place, q, BROWSER);
      expect(status).toBe(303);
      return headers.get('location')!;
    };
    const read = (path: string) => send(app.url + path, { headers: { 'User-Agent': FIREFOX } });

    it('has an address that can be opened again, and that does not reveal the words', async () => {
      const { id, token } = await project();
      const address = await results(token);
      expect(address).toMatch(new RegExp(`^/share/${token}/search\\?s=[\\w-]{40,}$`));
      expect(Buffer.from(address.split('=')[1]!, 'base64url').toString('latin1')).not.toContain(
        'needle'
      );
      expect(await results(token)).not.toBe(address);
      for (let time = 0; time < 2; time += 1) {
        const { status, text } = await read(address);
        expect(status).toBe(200);
        expect(text).toContain('<mark>NÉEDLE</mark>');
        expect(text).toContain('value="needle"');
      }
      const { data } = await visitsOf(app, id, 2);
      expect(data.map(({ outcome }) => outcome)).toEqual(['searched', 'searched']);
    });

    it('stays on the page and in the language that were searched', async () => {
      const parent = await project({}, { includeChildren: true });
      const child = await newDocument(app, 'editor', {
        description: 'A needle below',
        project: { documentId: parent.documentId },
      });
      const place = `${parent.token}/${child.documentId}`;
      const address = await results(place);
      expect(address).toContain(`/share/${place}/search?s=`);
      expect((await read(address)).text).toContain(`href="/share/${place}`);
    });

    it('has an address that works only for its own link, unchanged, and while the link is open', async () => {
      const one = await project();
      const other = await project();
      const address = await results(one.token);
      const sealed = address.split('?s=')[1]!;
      for (const wrong of [
        `/share/${other.token}/search?s=${sealed}`,
        `/share/${one.token}/search?s=${sealed.startsWith('A') ? 'B' : 'A'}${sealed.slice(1)}`,
        `/share/${one.token}/search?s=${Buffer.from('needle').toString('base64url')}`,
        `/share/${one.token}/search?s=${sealed}&s=${sealed}`,
        `/share/${one.token}/search?s=`,
      ]) {
        const { status, text } = await read(wrong);
        expect([wrong, status]).toEqual([wrong, 200]);
        expect(text).toContain('type="search"');
        expect(text).not.toContain('NÉEDLE');
      }
      await editor('POST', `/share-links/links/${one.id}/pause`);
      expect((await read(address)).status).toBe(404);
      expect((await form(one.token, 'needle', BROWSER)).status).toBe(404);
    });

    it('shows the form again when there are no words', async () => {
      const { token } = await project();
      expect((await form(token, ' ', BROWSER)).status).toBe(400);
    });
  });

  it('finds only what the link shows', async () => {
    const data = {
      budget: 987654,
      internalNotes: 'a needle for colleagues',
      accessCode: 'needle-1',
      slug: 'needle-slug',
      customer: { name: 'Needle & Co', industry: 'Haystacks' },
    };
    const { token } = await project({ summary: 'x', ...data });
    for (const q of ['colleagues', '987654', 'needle-1', 'needle-slug', 'edith', 'editor']) {
      expect(await words(token, q), q).toEqual([]);
    }
    const few = await project(
      { ...data, summary: 'y', slug: 'another-slug' },
      { fields: ['title', 'customer.name'] }
    );
    expect(await words(few.token, 'needle')).toHaveLength(1);
    expect(await words(few.token, 'haystacks')).toEqual([]);
    expect(await words(few.token, 'y')).toEqual([]);
  });

  it('finds the version that the link shows', async () => {
    const { token, documentId } = await project({ summary: 'as published' });
    await app.strapi.documents(PROJECT).update({
      documentId,
      data: { summary: 'as drafted' } as never,
    });
    expect(await words(token, 'published')).toHaveLength(1);
    expect(await words(token, 'drafted')).toEqual([]);
  });

  it('finds names of files, but none of their hidden data', async () => {
    const upload = (await app.strapi.db.query('plugin::upload.file').findOne({
      where: { mime: 'application/pdf' },
    })) as { id: number; name: string; hash: string };
    const { token } = await project({ attachments: [upload.id] });
    expect((await words(token, upload.name)).map(({ anchor }) => anchor)).toEqual([
      'f-attachments',
    ]);
    expect(await words(token, upload.hash)).toEqual([]);
  });
});

describe('a search through entries below', () => {
  it('covers all of them, by the policies of this moment', async () => {
    const { documentId, token, title } = await project(
      { summary: 'a needle at the top' },
      { includeChildren: true }
    );
    const open = await newDocument(app, 'editor', {
      title: 'Needles in general',
      project: { documentId },
    });
    const other = await newDocument(app, 'editor', {
      title: 'Needle, the second',
      project: { documentId },
    });
    expect(await titles(token, 'needle')).toEqual([open.title, other.title, title]);
    // The same from the page of an entry below as from the top.
    expect(await titles(`${token}/${open.documentId}`, 'needle')).toHaveLength(3);

    const page = await form(token, 'needle');
    expect(page.text).toContain(`href="/share/${token}/${open.documentId}"`);

    await admin('PUT', `/share-links/entries/${DOCUMENT}/${other.documentId}/policy`, {
      data: { policy: 'off' },
    });
    expect(await titles(token, 'needle')).toEqual([open.title, title]);
    expect((await search(`${token}/${other.documentId}`, 'needle')).status).toBe(404);
  });

  it('is not available on a link without them', async () => {
    const { documentId, token, title } = await project();
    await newDocument(app, 'editor', { title: 'The other needle', project: { documentId } });
    // The project lists the titles of its documents, and only such a title is found.
    expect(await titles(token, 'other')).toEqual([title]);
  });

  it('uses the language of the address', async () => {
    const { documentId } = await createEntry(app, PAGE, { title: 'In English' }, { locale: 'en' });
    await addFrench(app, documentId, { title: 'En français' });
    const rules = { contentType: PAGE, documentId, locale: 'en' };
    const both = await shareEntry(app, { ...rules, locales: ['fr'] });
    expect(await titles(both.token, 'english')).toEqual(['In English']);
    expect(await titles(both.token, 'francais')).toEqual([]);
    expect(await titles(`${both.token}/fr`, 'francais')).toEqual(['En français']);
    expect(await titles(`${both.token}/fr`, 'english')).toEqual([]);
    const one = await shareEntry(app, rules);
    expect((await search(`${one.token}/fr`, 'francais')).status).toBe(404);
  });
});

describe('the words of a search', () => {
  it.each([
    ['none', undefined],
    ['empty ones', ''],
    ['spaces', '   '],
    ['more than 200 characters', 'x'.repeat(201)],
    ['a list', ['needle']],
    ['an object', { $ne: '' }],
    ['a number', 7],
  ])('are refused with 400 when they are %s', async (_what, q) => {
    const { token } = await project();
    const { status, body } = await search(token, q);
    expect(status).toBe(400);
    expect(body.error.details.code).toBe('invalid');
    expect(body.error.details.errors?.[0]?.path).toEqual(['q']);
  });

  it('bring the form back with a message when they are empty', async () => {
    const { token } = await project();
    const { status, text } = await form(token, '   ');
    expect(status).toBe(400);
    expect(text).toContain('role="alert"');
    expect(text).toContain('type="search"');
  });

  it.each(['.*', '%', "' OR 1=1 --", '\\', '<script>alert(1)</script>', '\u0000', '((((('])(
    'are only words, never code: %s',
    async (q) => {
      const { token } = await project();
      const json = await search(token, q);
      expect([200, 400]).toContain(json.status);
      if (json.status === 200) expect(json.body.data).toEqual([]);
      expect((await form(token, q)).text).not.toContain('<script');
    }
  );

  it('come from the body: parameters of the address are ignored', async () => {
    const { token } = await project();
    const plain = await search(token, 'needle');
    const tricked = await post(
      `/api/share-links/public/${token}/search?populate=*&status=draft&locale=fr&q=cafe`,
      JSON.stringify({ q: 'needle', fields: ['budget'], documentId: 'x' }),
      { 'Content-Type': 'application/json' }
    );
    expect(tricked.text).toBe(plain.text);
  });
});

describe('access to the search', () => {
  it('needs the password, and opens with the same proof as the page', async () => {
    const { token } = await project({}, { password: PASSWORD });
    const locked = await search(token, 'needle');
    expect(locked.status).toBe(401);
    expect(locked.body.error.details.code).toBe('password-required');
    const gate = await form(token, 'needle');
    expect(gate.status).toBe(401);
    expect(gate.text).toContain(`action="/share/${token}/unlock"`);

    const unlocked = await post(
      `/api/share-links/public/${token}/unlock`,
      JSON.stringify({ password: PASSWORD }),
      { 'Content-Type': 'application/json' }
    );
    const { unlockToken } = (JSON.parse(unlocked.text) as { data: { unlockToken: string } }).data;
    const opened = await search(token, 'needle', { 'X-Share-Unlock': unlockToken });
    expect(opened.body.data).toHaveLength(1);
    const page = await form(token, 'needle', { Cookie: `share-unlock=${unlockToken}` });
    expect(page.text).toContain('<mark>NÉEDLE</mark>');
  });

  it('is refused on a dead link, whatever the words', async () => {
    const unknown = mintToken();
    const never = await form(unknown, 'needle');
    expect(never.status).toBe(404);
    expect((await form(unknown, '')).text).toBe(never.text);
    expect((await search(unknown, '')).text).toBe((await search(unknown, 'needle')).text);
    const { token, id } = await project();
    await editor('DELETE', `/share-links/links/${id}`);
    expect((await form(token, '')).text).toBe(never.text);
  });

  it('takes a place of a link with a limit on visitors', async () => {
    const { token } = await project({}, { maxViewers: 1 });
    const first = await form(token, 'needle');
    expect(first.status).toBe(200);
    const [cookie = ''] = first.headers.getSetCookie();
    expect(cookie).toMatch(new RegExp(`^share-viewer=[^;]+; path=/share/${token};`));
    expect((await form(token, 'needle')).status).toBe(404);
    const again = await form(token, 'needle', { Cookie: cookieOf(first) });
    expect(again.status).toBe(200);
  });

  it('is refused to robots', async () => {
    const { token } = await project();
    const robot = { 'User-Agent': 'Twitterbot/1.0' };
    expect((await search(token, 'needle', robot)).status).toBe(404);
    expect((await form(token, 'needle', robot)).status).toBe(404);
  });

  it('does not count as a view', async () => {
    const { token, id } = await project();
    await form(token, 'needle');
    await search(token, 'needle');
    await openLink(app, token);
    await expect
      .poll(async () => {
        const { body } = await editor<{ data: Link }>('GET', `/share-links/links/${id}`);
        return body.data.viewCount;
      })
      .toBe(1);
  });

  it.each([
    ['PUT', '/share/:token/search', 'GET, HEAD, POST'],
    ['GET', '/api/share-links/public/:token/search', 'POST'],
    ['DELETE', '/api/share-links/public/:token/search', 'POST'],
  ])('answers %s %s with 405', async (method, path, allowed) => {
    const { token } = await project();
    const response = await send(app.url + path.replace(':token', token), { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe(allowed);
  });
});

describe('the search box', () => {
  const box = async (place: string) =>
    /<form class="search"[^>]*action="([^"]*)"/.exec(
      (await send(`${app.url}/share/${place}`)).text
    )?.[1];

  it('is on pages that are long or have entries below them', async () => {
    const short = await project();
    expect(await box(short.token)).toBeUndefined();
    const long = await project({ summary: 'many words '.repeat(500) });
    expect(await box(long.token)).toBe(`/share/${long.token}/search`);

    const parent = await project({}, { includeChildren: true });
    const child = await newDocument(app, 'editor', {
      project: { documentId: parent.documentId },
    });
    expect(await box(parent.token)).toBe(`/share/${parent.token}/search`);
    expect(await box(`${parent.token}/${child.documentId}`)).toBe(
      `/share/${parent.token}/${child.documentId}/search`
    );
  });
});
