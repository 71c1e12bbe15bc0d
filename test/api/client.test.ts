import { readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it, vi } from 'vitest';

import { ShareLinkError, fieldOf, pictureAddress, shareLink } from '../../client';
import type { OpenedEntry, OpenedLink, ProofStorage, ShareLink } from '../../client';
import { WIDE_LIMITS } from '../support/app';
import { DOCUMENT, PAGE, PROJECT, demoEntry, newDocument, newProject } from '../support/entries';
import { send } from '../support/http';
import { demoDir } from '../support/paths';
import { saveSettings } from '../support/settings';
import { PASSWORD, shareEntry } from '../support/sharing';
import { newUpload } from '../support/uploads';
import { useActor, useApp } from '../support/use-app';
import { publish } from '../support/versions';

const app = useApp();
const editor = useActor(app, 'editor');

interface Sent {
  address: string;
  headers: Record<string, string>;
}

/** The client for a link, and a list of the requests that it sends. */
function clientOf(token: string, more: { storage?: ProofStorage } = {}) {
  const sent: Sent[] = [];
  const link = shareLink({
    api: `${app.url}/api`,
    token,
    fetch: (address, init) => {
      sent.push({ address, headers: init?.headers as Record<string, string> });
      return fetch(address, init);
    },
    ...more,
  });
  return { link, sent };
}

function opened(outcome: OpenedLink): OpenedEntry {
  expect(outcome.kind).toBe('open');
  return outcome as OpenedEntry;
}

/** Shares a page in two languages that has pages below it. */
async function shareStudio(rules: object = {}) {
  const { documentId } = await demoEntry(app, PAGE, 'The studio');
  return shareEntry(app, { by: 'admin', contentType: PAGE, documentId, locale: 'en', ...rules });
}

describe('open', () => {
  it('returns the entry with a type for each field', async () => {
    const { documentId } = await demoEntry(app, PROJECT, 'Lumen Energy customer portal');
    const { token } = await shareEntry(app, { by: 'admin', contentType: PROJECT, documentId });
    const { link } = clientOf(token);
    const { entry, meta, place, tag } = opened(await link.open());
    expect(entry).toMatchObject({ title: 'Lumen Energy customer portal', typeName: 'Project' });
    expect(fieldOf(entry, 'startsOn', 'date')?.value).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(fieldOf(entry, 'startsOn', 'number')).toBeUndefined();
    expect(fieldOf(entry, 'budget', 'number')).toBeUndefined();
    expect(fieldOf(entry, 'customer', 'component')?.value[0]?.fields[0]?.name).toBe('name');
    expect(meta.schema.map(({ name }) => name)).toContain('taskGroups');
    expect(meta).toMatchObject({ isGuarded: false, allowDownload: true, expiresAt: null });
    expect(place).toEqual({});
    expect(tag).toMatch(/^"[\w.-]+"$/);
  });

  it('lists the fields that each component of a dynamic zone can have', async () => {
    const { token } = await shareStudio();
    const { entry, meta } = opened(await clientOf(token).link.open());
    const zone = meta.schema.find(({ type }) => type === 'dynamiczone');
    const names = zone?.groups?.map(({ name }) => name) ?? [];
    expect(names.length).toBeGreaterThan(1);
    const shown = fieldOf(entry, zone?.name ?? '', 'dynamiczone')?.value ?? [];
    expect(shown.length).toBeGreaterThan(0);
    for (const group of shown) {
      const described = zone?.groups?.find(({ name }) => name === group.name);
      expect(described?.attributes.map(({ name }) => name)).toEqual(
        expect.arrayContaining(group.fields.map(({ name }) => name))
      );
    }
  });

  it('opens other languages and entries below', async () => {
    const { token } = await shareStudio({ locales: ['fr'], includeChildren: true });
    const { link } = clientOf(token);
    const { meta, entry } = opened(await link.open());
    expect(meta.locales.map(({ code }) => code)).toEqual(['en', 'fr']);
    for (const { code } of meta.locales) {
      expect(opened(await link.open({ locale: code })).entry.locale).toBe(code);
    }
    const [child] = meta.children;
    const below = opened(await link.open({ childId: child?.id }));
    expect(below.entry).toMatchObject({ id: child?.id, title: child?.title });
    expect(below.meta.root.id).toBe(entry.id);
    expect((await link.open({ locale: 'de' })).kind).toBe('unavailable');
  });

  it('returns the branding of the site, with a full address for the logo', async () => {
    const branding = { name: 'Nordlys', logo: '/logo.svg', color: '#123456', footer: 'Bergen' };
    await saveSettings(app, { branding });
    const { token } = await shareEntry(app);
    const { meta } = opened(await clientOf(token).link.open());
    expect(meta.branding).toEqual({ ...branding, logo: `${app.url}/logo.svg` });
    await saveSettings(app, { branding: { name: null, logo: null, color: null, footer: null } });
  });

  it('returns “unavailable” for a link that never existed', async () => {
    expect(await clientOf('no-such-link').link.open()).toEqual({
      kind: 'unavailable',
      isExplained: false,
      message: 'Invalid or expired public link',
    });
  });

  it('says why a link does not open, and until when, where the site explains its refusals', async () => {
    await saveSettings(app, { refusal: 'explained' });
    const { token, id } = await shareEntry(app);
    await editor('POST', `/share-links/links/${id}/pause`);
    expect(await clientOf(token).link.open()).toMatchObject({
      kind: 'unavailable',
      isExplained: true,
      reason: 'paused',
      message: 'Access Denied: this share link is paused by its owner',
    });
    const startsAt = new Date(Date.now() + 86_400_000).toISOString();
    const later = await shareEntry(app, { startsAt });
    expect(await clientOf(later.token).link.open()).toMatchObject({
      reason: 'scheduled',
      opensAt: startsAt,
    });
    await editor('DELETE', `/share-links/links/${id}`);
    expect(await clientOf(token).link.open()).toMatchObject({
      reason: 'revoked',
      message: 'Access Denied: this share link is no longer active',
    });
    await saveSettings(app, { refusal: 'uniform' });
  });

  it('says how long to wait after too many attempts', async () => {
    await saveSettings(app, { limits: { ...WIDE_LIMITS, readsPerMinute: 1 } });
    const { link } = clientOf('no-such-link');
    await link.open();
    const outcome = await link.open();
    expect(outcome).toMatchObject({ kind: 'limited', retryAfter: expect.any(Number) });
    expect((outcome as { retryAfter: number }).retryAfter).toBeGreaterThanOrEqual(1);
    expect((outcome as { retryAfter: number }).retryAfter).toBeLessThanOrEqual(60);
    await saveSettings(app, { limits: WIDE_LIMITS });
  });

  it('stops when its signal is aborted', async () => {
    const { token } = await shareEntry(app);
    const signal = AbortSignal.abort(new Error('gone on'));
    await expect(clientOf(token).link.open({}, { signal })).rejects.toThrow('gone on');
  });
});

describe('unlock', () => {
  it('is needed first, rejects a wrong password and accepts the right one', async () => {
    const { token } = await shareEntry(app, { password: PASSWORD });
    const { link, sent } = clientOf(token);
    expect(await link.open()).toEqual({ kind: 'locked' });
    expect(await link.search('anything')).toEqual({ kind: 'locked' });
    for (const password of ['wrong', '', 'x'.repeat(73)]) {
      expect(await link.unlock(password)).toEqual({ kind: 'wrong-password' });
    }
    expect(sent.some(({ headers }) => 'X-Share-Unlock' in headers)).toBe(false);
    const unlocked = await link.unlock(PASSWORD);
    expect(unlocked).toMatchObject({ kind: 'unlocked', unlockToken: expect.any(String) });
    expect(opened(await link.open()).meta.isGuarded).toBe(true);
    // The proof is in no address, and the password is not either.
    expect(sent.map(({ address }) => address.slice(link.address.length))).toEqual(
      expect.arrayContaining(['', '/search', '/unlock'])
    );
    expect((await clientOf(token).link.open()).kind).toBe('locked');
  });

  it('ends when the password changes', async () => {
    const { token, id } = await shareEntry(app, { password: PASSWORD });
    const { link } = clientOf(token);
    await link.unlock(PASSWORD);
    const before = opened(await link.open());
    await editor('PUT', `/share-links/links/${id}`, { data: { password: 'battery horse staple' } });
    expect(await link.refresh(before)).toEqual({ kind: 'locked' });
  });

  it('is limited, and returns “unavailable” for a link that never existed', async () => {
    await saveSettings(app, { limits: { ...WIDE_LIMITS, passwordsPerClient: 2 } });
    const { token } = await shareEntry(app, { password: PASSWORD });
    const { link } = clientOf(token);
    await link.unlock('wrong');
    await link.unlock('wrong');
    expect(await link.unlock(PASSWORD)).toMatchObject({
      kind: 'limited',
      retryAfter: expect.any(Number),
    });
    expect((await clientOf('no-such-link').link.unlock('x')).kind).toBe('unavailable');
    await saveSettings(app, { limits: WIDE_LIMITS });
  });

  it('is stored for the next client, but for no other link', async () => {
    const kept = new Map<string, string>();
    const storage: ProofStorage = {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
    };
    const { token } = await shareEntry(app, { password: PASSWORD });
    const other = await shareEntry(app, { password: PASSWORD });
    await clientOf(token, { storage }).link.unlock(PASSWORD);
    expect((await clientOf(token, { storage }).link.open()).kind).toBe('open');
    expect((await clientOf(other.token, { storage }).link.open()).kind).toBe('locked');
    expect([...kept.values()].join()).not.toContain(PASSWORD);
  });

  it('works when the storage is full or contains nonsense', async () => {
    const storage: ProofStorage = {
      getItem: () => '{"unlock":"no\\nheader"}',
      setItem() {
        throw new Error('QuotaExceededError');
      },
    };
    const { token } = await shareEntry(app, { password: PASSWORD });
    const { link } = clientOf(token, { storage });
    expect((await link.open()).kind).toBe('locked');
    await link.unlock(PASSWORD);
    expect((await link.open()).kind).toBe('open');
  });
});

describe('refresh', () => {
  it('returns “unchanged” after a 304 until the entry changes', async () => {
    const entry = await newDocument(app, 'editor', { description: 'As it was' });
    const { token } = await shareEntry(app, { documentId: entry.documentId, refreshSeconds: 30 });
    const { link, sent } = clientOf(token);
    const before = opened(await link.open());
    expect(before.meta.refreshSeconds).toBe(30);
    expect(await link.refresh(before)).toEqual({ kind: 'unchanged' });
    expect(sent.at(-1)?.headers['If-None-Match']).toBe(before.tag);
    await publish(app, DOCUMENT, entry.documentId, { description: 'As it is now' });
    const after = opened((await link.refresh(before)) as OpenedLink);
    expect(JSON.stringify(after.entry)).toContain('As it is now');
    expect(after.tag).not.toBe(before.tag);
    expect(await link.refresh(after)).toEqual({ kind: 'unchanged' });
  });

  it('requests the page that was opened', async () => {
    const { token } = await shareStudio({ locales: ['fr'] });
    const { link, sent } = clientOf(token);
    const french = opened(await link.open({ locale: 'fr' }));
    expect(await link.refresh(french)).toEqual({ kind: 'unchanged' });
    expect(sent.at(-1)?.address).toBe(`${link.address}/fr`);
  });

  it('says when the link no longer opens', async () => {
    const { token, id } = await shareEntry(app);
    const { link } = clientOf(token);
    const before = opened(await link.open());
    await editor('POST', `/share-links/links/${id}/pause`);
    expect((await link.refresh(before)).kind).toBe('unavailable');
  });

  it('uses no second place of a link for one visitor', async () => {
    const { token } = await shareEntry(app, { maxViewers: 1 });
    const { link } = clientOf(token);
    const before = opened(await link.open());
    expect(before.meta.isGuarded).toBe(true);
    expect(await link.refresh(before)).toEqual({ kind: 'unchanged' });
    expect((await link.open()).kind).toBe('open');
    expect((await clientOf(token).link.open()).kind).toBe('unavailable');
  });
});

describe('search', () => {
  it('finds words and returns the text around them', async () => {
    const entry = await newDocument(app, 'editor', { description: 'A needle in the hay' });
    const { token } = await shareEntry(app, { documentId: entry.documentId });
    const { link } = clientOf(token);
    const found = await link.search('needle');
    expect(found).toMatchObject({ kind: 'found', cut: false });
    const [hit] = (found as Extract<typeof found, { kind: 'found' }>).hits;
    expect(hit).toMatchObject({ entry: entry.documentId, title: entry.title });
    expect(hit?.snippet).toContainEqual({ text: 'needle', isHit: true });
    expect(await link.search('haystack')).toEqual({ kind: 'found', hits: [], cut: false });
  });

  it('throws an error with the plugin’s code when the query is empty', async () => {
    const { token } = await shareEntry(app);
    const error = await clientOf(token)
      .link.search('')
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ShareLinkError);
    expect(error).toMatchObject({ code: 'invalid', status: 400, fields: [{ path: ['q'] }] });
  });
});

describe('files', () => {
  const files = async (rules: object = {}) => {
    const { documentId } = await demoEntry(
      app,
      DOCUMENT,
      'Harbour Line: results of the trial runs'
    );
    const { token } = await shareEntry(app, { by: 'admin', documentId, ...rules });
    const { link } = clientOf(token);
    if ('password' in rules) await link.unlock(PASSWORD);
    const { entry, meta } = opened(await link.open());
    const shown = entry.fields.flatMap((field) => (field.type === 'media' ? field.value : []));
    return { link, meta, shown };
  };

  it('have full addresses that open without the client', async () => {
    const { link, meta, shown } = await files();
    expect(shown.length).toBeGreaterThan(1);
    for (const file of shown) {
      expect(file.url.startsWith(`${link.address}/files/`)).toBe(true);
      const answer = await send(file.url);
      expect(answer.status).toBe(200);
      expect(answer.bytes.length).toBeGreaterThan(0);
    }
    expect(meta.zip).toBe(`${link.address}/files.zip`);
    const zip = await send(meta.zip!);
    expect(zip.headers.get('content-type')).toBe('application/zip');
  });

  it('of a locked link open only with its proof', async () => {
    const { link, shown } = await files({ password: PASSWORD });
    const [file] = shown;
    expect((await send(file!.url)).status).toBe(401);
    const got = await link.file(file!);
    expect(got.kind).toBe('file');
    const { response } = got as Extract<typeof got, { kind: 'file' }>;
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(0);
    expect(await link.file(`${link.address}/files/999999`)).toMatchObject({ kind: 'unavailable' });
  });

  it('are requested only at the address of the link', async () => {
    const { token } = await shareEntry(app);
    const { link, sent } = clientOf(token);
    for (const address of [
      'https://example.com/x',
      `${link.address}x/files/1`,
      '/files/1',
      `${link.address}/../../../../elsewhere`,
      `${link.address}/files/%2e%2e/1`,
    ]) {
      await expect(link.file(address)).rejects.toMatchObject({ code: 'invalid' });
    }
    for (const place of [{ locale: '..' }, { locale: 'en', childId: '.' }, { childId: '' }]) {
      await expect(link.open(place)).rejects.toMatchObject({ code: 'invalid' });
    }
    expect(sent).toEqual([]);
  });

  it('have no archive when downloads are off', async () => {
    const { meta, shown } = await files({ allowDownload: false });
    expect(meta).toMatchObject({ zip: null, allowDownload: false });
    expect(shown.length).toBeGreaterThan(1);
  });

  it('offer the smallest picture that is wide enough', () => {
    const formats = [
      { url: 'a?size=small', width: 500, height: 300 },
      { url: 'a?size=large', width: 1000, height: 600 },
    ];
    const file = { url: 'a', formats } as unknown as Parameters<typeof pictureAddress>[0];
    expect(pictureAddress(file, 100)).toBe('a?size=small');
    expect(pictureAddress(file, 501)).toBe('a?size=large');
    expect(pictureAddress(file, 1001)).toBe('a?size=full');
    expect(pictureAddress(file)).toBe('a?size=full');
  });
});

it('pictures inside a text have full addresses that open', async () => {
  const bytes = readFileSync(path.join(demoDir, 'favicon.png'));
  const upload = await newUpload(app, 'inside.png', bytes, 'image/png');
  const { documentId } = await newProject(app, 'editor', {
    description: `Before\n\n![Inside](${upload.url})\n\nAfter`,
  });
  const { token } = await shareEntry(app, { contentType: PROJECT, documentId });
  const { link } = clientOf(token);
  const { entry } = opened(await link.open());
  const html = fieldOf(entry, 'description', 'richtext')?.value ?? '';
  const [, address = ''] = /<img src="([^"]+)"/.exec(html) ?? [];
  expect(address.startsWith(`${link.address}/files/${upload.id}`)).toBe(true);
  expect((await send(address)).headers.get('content-type')).toBe('image/png');
});

describe('a request that fails', () => {
  const failing = async (link: ShareLink) => link.open().catch((error: unknown) => error);
  const api = (address: string) => shareLink({ api: address, token: 'secret-token' });

  it('is “unreachable” when no server answers, and the error does not contain the token', async () => {
    const error = await failing(api('http://127.0.0.1:9/api'));
    expect(error).toMatchObject({ code: 'unreachable', status: null, name: 'ShareLinkError' });
    expect((error as Error).message).not.toContain('secret-token');
  });

  it.each(['/nowhere', '/admin', ''])(
    'is “unexpected” when the API address is wrong: %s',
    async (path) => {
      expect(await failing(api(app.url + path))).toMatchObject({ code: 'unexpected' });
    }
  );

  it('is refused at once when the API address is not valid', () => {
    for (const address of ['', '/api', 'cms.example.com', 'ftp://x/api', 'https://x/api?a=b']) {
      expect(() => api(address), address).toThrow(ShareLinkError);
    }
    expect(api('https://x.example/cms/api/').address).toBe(
      'https://x.example/cms/api/share-links/public/secret-token'
    );
  });

  it('with status 429 may have a date, a number or nothing in Retry-After', async () => {
    vi.useFakeTimers({ now: new Date('2026-05-04T09:00:00Z'), toFake: ['Date'] });
    const answering = (headers: Record<string, string>) =>
      shareLink({
        api: app.url,
        token: 'x',
        fetch: async () => new Response('slow down', { status: 429, headers }),
      }).open();
    const later = 'Mon, 04 May 2026 09:01:30 GMT';
    expect(await answering({ 'Retry-After': later })).toEqual({ kind: 'limited', retryAfter: 90 });
    expect(await answering({})).toEqual({ kind: 'limited', retryAfter: 60 });
    expect(await answering({ 'Retry-After': '0' })).toEqual({ kind: 'limited', retryAfter: 1 });
    vi.useRealTimers();
  });
});
