import { afterAll, beforeEach, describe, expect, it } from 'vitest';

import type { Link } from '../../contracts/links';
import { mintToken } from '../../server/src/links/rules/token';
import { proofs } from '../../server/src/access/proofs';
import type { LinkRow } from '../../server/src/links/store/link-schema';
import { DOCUMENT, PROJECT, demoEntry, newProject } from '../support/entries';
import { cookieOf, send } from '../support/http';
import type { Reply } from '../support/http';
import { saveSettings } from '../support/settings';
import { PASSWORD, shareEntry } from '../support/sharing';
import type { Shared } from '../support/sharing';
import { useActor, useApp } from '../support/use-app';
import { FIREFOX, SLACK, nameOfLink, openLink, unlockLink, visitsOf } from '../support/visits';

const app = useApp();
const editor = useActor(app, 'editor');

const linkNow = async (id: number) =>
  (await editor<{ data: Link }>('GET', `/share-links/links/${id}`)).body.data;

async function countAll(): Promise<number> {
  const [row] = await app.strapi.db.connection('share_link_visits').count({ total: '*' });
  return Number((row as { total: number }).total);
}

describe('the plugin records', () => {
  it('a visit with its details, and counts it for the link', async () => {
    const link = await shareEntry(app);
    const before = Date.now();
    await openLink(app, link.token, { Referer: 'https://mail.example.com/inbox/1?secret=yes' });
    const { data, meta } = await visitsOf(app, link.id, 1);
    expect(data[0]).toEqual({
      id: expect.any(Number) as number,
      at: expect.any(String) as string,
      outcome: 'opened',
      reason: null,
      address: '127.0.0.0/24',
      browser: 'Firefox',
      device: 'desktop',
      referrer: 'mail.example.com',
      visitor: expect.stringMatching(/^[\w-]{16}$/) as string,
      isReturning: false,
      isRobot: false,
    });
    expect(Math.abs(new Date(data[0]!.at).getTime() - before)).toBeLessThan(5000);
    const day = new Date(before).toISOString().slice(0, 10);
    expect(meta.days).toEqual([{ day, opened: 1, visitors: 1, refused: 0 }]);
    expect(meta.totals).toMatchObject({ opened: 1, visitors: 1, refused: 0, robots: 0 });
    expect(meta.pagination).toEqual({ page: 1, pageSize: 25, pageCount: 1, total: 1 });
    expect(meta.kept).toEqual({ address: 'truncated', retentionDays: 90 });
    const { viewCount, viewerCount, lastViewedAt, updatedAt } = await linkNow(link.id);
    expect([viewCount, viewerCount, lastViewedAt]).toEqual([1, 1, data[0]!.at]);
    expect(updatedAt).toBe(link.updatedAt);
  });

  it('a visit through the JSON like a visit to the page', async () => {
    const { id, token } = await shareEntry(app);
    await send(`${app.url}/api/share-links/public/${token}`, {
      headers: { 'User-Agent': FIREFOX },
    });
    const { data } = await visitsOf(app, id, 1);
    expect(data[0]!.outcome).toBe('opened');
  });

  it('the password form, a wrong password, the right one and the visit after it', async () => {
    const { id, token } = await shareEntry(app, { password: PASSWORD });
    await openLink(app, token);
    await unlockLink(app, token, 'not the password');
    const right = await unlockLink(app, token, PASSWORD);
    await openLink(app, token, { Cookie: cookieOf(right) });
    const { data, meta } = await visitsOf(app, id, 4);
    expect(data.map(({ outcome }) => outcome)).toEqual([
      'opened',
      'unlocked',
      'wrong-password',
      'locked',
    ]);
    expect(meta.totals).toMatchObject({ opened: 1, unlocked: 1, wrongPassword: 1, locked: 1 });
    expect((await linkNow(id)).viewCount).toBe(1);
  });

  it('wrong and right passwords sent to the API', async () => {
    const { id, token } = await shareEntry(app, { password: PASSWORD });
    for (const password of ['not the password', PASSWORD]) {
      await send(`${app.url}/api/share-links/public/${token}/unlock`, {
        method: 'POST',
        headers: { 'User-Agent': FIREFOX, 'Content-Type': 'application/json' },
        body: JSON.stringify({ password }),
      });
    }
    const { data } = await visitsOf(app, id, 2);
    expect(data.map(({ outcome }) => outcome)).toEqual(['unlocked', 'wrong-password']);
  });

  const past = () => new Date(Date.now() - 60_000);
  const mark = (link: Shared, data: object) =>
    app.strapi.db.query('plugin::share-links.link').update({ where: { id: link.id }, data });

  it.each<[string, (link: Shared) => Promise<unknown>]>([
    ['paused', ({ id }) => editor('POST', `/share-links/links/${id}/pause`)],
    ['revoked', ({ id }) => editor('DELETE', `/share-links/links/${id}`)],
    ['expired', (link) => mark(link, { expiresAt: past() })],
    ['suspended', (link) => mark(link, { suspendedAt: past() })],
    ['scheduled', (link) => mark(link, { startsAt: new Date(Date.now() + 60_000) })],
    ['exhausted', (link) => mark(link, { maxViewers: 1, viewerCount: 1, isFull: true })],
    ['site-paused', () => saveSettings(app, { paused: true })],
    [
      'type-disabled',
      () => saveSettings(app, { contentTypes: { [DOCUMENT]: { enabled: false } } }),
    ],
  ])('a refusal with its reason: %s', async (reason, close) => {
    const link = await shareEntry(app);
    await close(link);
    const { status } = await openLink(app, link.token);
    await saveSettings(app, { paused: false, contentTypes: { [DOCUMENT]: { enabled: true } } });
    expect(status).toBe(404);
    const { data, meta } = await visitsOf(app, link.id, 1);
    expect(data[0]).toMatchObject({ outcome: 'refused', reason, visitor: null });
    expect(meta.totals).toMatchObject({ opened: 0, refused: 1 });
    expect(meta.days).toMatchObject([{ opened: 0, visitors: 0, refused: 1 }]);
  });

  it('a refusal when the entry is no longer published', async () => {
    const { documentId } = await newProject(app);
    const { id, token } = await shareEntry(app, { contentType: PROJECT, documentId });
    await app.strapi.documents(PROJECT).unpublish({ documentId });
    await openLink(app, token);
    const { data } = await visitsOf(app, id, 1);
    expect(data[0]).toMatchObject({ outcome: 'refused', reason: 'unpublished' });
  });

  it('refusals of visitors who come too late for the last place', async () => {
    const { id, token } = await shareEntry(app, { maxViewers: 1 });
    await Promise.all([openLink(app, token), openLink(app, token), openLink(app, token)]);
    const { data, meta } = await visitsOf(app, id, 3);
    expect(data.filter(({ outcome }) => outcome === 'opened')).toHaveLength(1);
    expect(data.filter(({ reason }) => reason === 'exhausted')).toHaveLength(2);
    expect(meta.totals.visitors).toBe(1);
    expect(await linkNow(id)).toMatchObject({ viewCount: 1, viewerCount: 1, state: 'exhausted' });
  });

  it('robots by name, without counting them', async () => {
    const { id, token } = await shareEntry(app);
    const { headers } = await openLink(app, token, { 'User-Agent': SLACK });
    expect(headers.get('set-cookie')).toBeNull();
    const { data, meta } = await visitsOf(app, id, 1);
    expect(data[0]).toMatchObject({
      outcome: 'opened',
      isRobot: true,
      browser: 'Slack',
      device: null,
      visitor: null,
    });
    expect(meta.totals).toMatchObject({ opened: 0, visitors: 0, robots: 1 });
    expect(meta.days).toMatchObject([{ opened: 0, visitors: 0, refused: 0 }]);
    expect(await linkNow(id)).toMatchObject({ viewCount: 0, viewerCount: 0, lastViewedAt: null });
  });

  it('downloads of one file and of all files, but no pictures on the page', async () => {
    const { documentId } = await demoEntry(
      app,
      DOCUMENT,
      'Harbour Line: results of the trial runs'
    );
    const { id, token } = await shareEntry(app, { documentId });
    const page = (await openLink(app, token)).text;
    const file = new RegExp(`/share/${token}/files/(\\d+)`).exec(page)![1]!;
    const get = async (path: string, headers = {}) => {
      const answer = await openLink(app, `${token}/${path}`, headers);
      expect(answer.status, path).toBeLessThan(300);
      expect(answer.headers.get('set-cookie')).toBeNull();
    };
    await get(`files/${file}`);
    await get(`files/${file}`, { Range: 'bytes=0-9' });
    await get(`files/${file}`, { Range: 'bytes=10-19' });
    await get('files.zip');
    await openLink(app, `${token}/files/999999`);
    await openLink(app, token);
    // The two parts belong to the download that is already counted.
    const { data, meta } = await visitsOf(app, id, 4);
    expect(data.map(({ outcome }) => outcome)).toEqual([
      'opened',
      'downloaded',
      'downloaded',
      'opened',
    ]);
    expect(meta.totals).toMatchObject({ opened: 2, visitors: 2, downloaded: 2 });
  });

  it('searches without their words', async () => {
    const { id, token } = await shareEntry(app);
    const search = (q: string) =>
      send(`${app.url}/share/${token}/search`, {
        method: 'POST',
        headers: { 'User-Agent': FIREFOX },
        body: new URLSearchParams({ q }),
      });
    expect((await search('PRIVATE WORDS')).status).toBe(200);
    expect((await search('')).status).toBe(400);
    await send(`${app.url}/api/share-links/public/${token}/search`, {
      method: 'POST',
      headers: { 'User-Agent': FIREFOX, 'Content-Type': 'application/json' },
      body: JSON.stringify({ q: 'PRIVATE WORDS' }),
    });
    const { data, meta } = await visitsOf(app, id, 2);
    expect(data.map(({ outcome }) => outcome)).toEqual(['searched', 'searched']);
    expect(JSON.stringify(data)).not.toContain('PRIVATE');
    expect(meta.totals).toMatchObject({ opened: 0, searched: 2 });
  });

  it('nothing for HEAD, and nothing for an address without a link', async () => {
    const { id, token } = await shareEntry(app);
    const before = await countAll();
    await send(`${app.url}/share/${token}`, {
      method: 'HEAD',
      headers: { 'User-Agent': FIREFOX },
    });
    await openLink(app, mintToken());
    await openLink(app, 'malformed');
    await openLink(app, token);
    await visitsOf(app, id, 1);
    expect(await countAll()).toBe(before + 1);
  });

  it('each of 20 visits at the same time', async () => {
    const { id, token } = await shareEntry(app);
    await Promise.all(Array.from({ length: 20 }, () => openLink(app, token)));
    const { data, meta } = await visitsOf(app, id, 20);
    expect(new Set(data.map(({ visitor }) => visitor)).size).toBe(20);
    expect(meta.totals).toMatchObject({ opened: 20, visitors: 20 });
    expect(meta.days).toMatchObject([{ opened: 20, visitors: 20 }]);
    expect(await linkNow(id)).toMatchObject({ viewCount: 20, viewerCount: 20 });
  });

  it('a visit, and announces it with an event, but not for a robot', async () => {
    const { id, token } = await shareEntry(app);
    const heard: number[] = [];
    const stop = app.strapi.eventHub.on(
      'share-link.visit',
      async (payload: { link: { id: number } }) => {
        heard.push(payload.link.id);
      }
    );
    await openLink(app, token, { 'User-Agent': SLACK });
    await openLink(app, token);
    await visitsOf(app, id, 2);
    stop();
    expect(heard.filter((heardId) => heardId === id)).toEqual([id]);
  });
});

describe('a visitor who returns', () => {
  const sent = (answer: Reply) => ({ Cookie: cookieOf(answer) });

  it('is recognized by a cookie for that one link', async () => {
    const link = await shareEntry(app);
    const first = await openLink(app, link.token);
    const cookie = first.headers.get('set-cookie')!;
    expect(cookie).toMatch(/^share-viewer=/);
    expect(cookie).toMatch(new RegExp(`; path=/share/${link.token}(;|$)`));
    expect(cookie).toMatch(/; httponly/i);
    expect(cookie).toMatch(/; samesite=lax/i);
    expect(cookie).not.toMatch(/; domain/i);
    const second = await openLink(app, link.token, sent(first));
    expect(second.headers.get('set-cookie')).toBeNull();

    const { data, meta } = await visitsOf(app, link.id, 2);
    expect(data.map(({ isReturning }) => isReturning)).toEqual([true, false]);
    expect(data[0]!.visitor).toBe(data[1]!.visitor);
    expect(meta.totals).toMatchObject({ opened: 2, visitors: 1 });
    expect(meta.days).toMatchObject([{ opened: 2, visitors: 1 }]);
    expect(await linkNow(link.id)).toMatchObject({ viewCount: 2, viewerCount: 1 });
  });

  it('is not recognized at another link, or by a forged cookie', async () => {
    const [one, other] = [await shareEntry(app), await shareEntry(app)];
    await openLink(app, other.token, sent(await openLink(app, one.token)));
    await openLink(app, other.token, { Cookie: 'share-viewer=AAAAAAAAAAAAAAAA.forged.2026-05-31' });
    const { data, meta } = await visitsOf(app, other.id, 2);
    expect(data.map(({ isReturning }) => isReturning)).toEqual([false, false]);
    expect(new Set(data.map(({ visitor }) => visitor)).size).toBe(2);
    expect(data.map(({ visitor }) => visitor)).not.toContain('AAAAAAAAAAAAAAAA');
    expect(meta.totals.visitors).toBe(2);
    const known = await visitsOf(app, one.id, 1);
    expect(data.map(({ visitor }) => visitor)).not.toContain(known.data[0]!.visitor);
  });

  it('counts once for each day, and once in total', async () => {
    const { id, token } = await shareEntry(app);
    const cookie = cookieOf(await openLink(app, token));
    const [name, proof = ''] = cookie.split('=');
    const { viewer } = proofs(app.strapi);
    const { link_document_id: documentId } = await nameOfLink(app, id);
    const link = { documentId } as LinkRow;
    const before = viewer(link, new Date('2026-01-01'), proof.split('.')[0]);
    const yesterday = `${name}=${before}`;
    const again = await openLink(app, token, { Cookie: yesterday });
    expect(cookieOf(again)).toBe(cookie);
    const { meta } = await visitsOf(app, id, 2);
    expect(meta.days).toMatchObject([{ opened: 2, visitors: 2 }]);
    expect(meta.totals.visitors).toBe(1);
  });
});

describe('the setting for addresses stores', () => {
  afterAll(() => saveSettings(app, { visits: { address: 'truncated', retentionDays: 90 } }));

  it.each<['full' | 'truncated' | 'hashed' | 'off', RegExp | null]>([
    ['full', /^127\.0\.0\.1$/],
    ['truncated', /^127\.0\.0\.0\/24$/],
    ['hashed', /^[\w-]{16}$/],
    ['off', null],
  ])('%s addresses from the next visit on', async (address, shape) => {
    const { id, token } = await shareEntry(app);
    await saveSettings(app, { visits: { address } });
    await openLink(app, token);
    await openLink(app, token);
    const { data, meta } = await visitsOf(app, id, 2);
    expect(meta.kept.address).toBe(address);
    for (const visit of data) {
      if (shape) expect(visit.address).toMatch(shape);
      else expect(visit.address).toBeNull();
    }
    expect(data[0]!.address).toBe(data[1]!.address);
  });

  it('a different hash of the same address for each link', async () => {
    await saveSettings(app, { visits: { address: 'hashed' } });
    const addresses = new Set<string | null>();
    for (const { id, token } of [await shareEntry(app), await shareEntry(app)]) {
      await openLink(app, token);
      addresses.add((await visitsOf(app, id, 1)).data[0]!.address);
    }
    expect(addresses.size).toBe(2);
  });
});

describe('a visit that can’t be written', () => {
  const db = () => app.strapi.db.connection;
  // Earlier visits that still wait would fail together with these.
  beforeEach(() => app.strapi.plugin('share-links').service('visits').flush());

  it('does not affect the visitor, and is logged once', async () => {
    const { id, token } = await shareEntry(app);
    await db().schema.renameTable('share_link_visits', 'share_link_visits_away');
    const start = app.logs.length;
    const failures = () => app.logs.slice(start).filter((line) => /were not kept/.test(line));
    const { status, text } = await openLink(app, token);
    expect(status).toBe(200);
    expect(text).toContain('</html>');
    await expect.poll(failures, { timeout: 6000 }).toHaveLength(1);
    expect(failures()[0]).toMatch(/^\d+ visits were not kept/);
    await db().schema.renameTable('share_link_visits_away', 'share_link_visits');

    await openLink(app, token);
    const { data, meta } = await visitsOf(app, id, 1);
    expect(data).toHaveLength(1);
    // No count includes the lost visit: a visit is written completely or not at all.
    expect(meta.totals.opened).toBe(1);
    expect((await linkNow(id)).viewCount).toBe(1);
  });

  it('is written at the second attempt, and counted once', async () => {
    const { id, token } = await shareEntry(app);
    await db().schema.renameTable('share_link_visit_days', 'share_link_visit_days_away');
    const start = app.logs.length;
    let failed = 0;
    const onError = (_error: unknown, { sql }: { sql: string }) => {
      if (!sql.includes('share_link_visit_days') || failed++ > 0) return;
      void db().schema.renameTable('share_link_visit_days_away', 'share_link_visit_days').then();
    };
    db().on('query-error', onError);
    await openLink(app, token);
    await openLink(app, token);
    const { data, meta } = await visitsOf(app, id, 2);
    db().off('query-error', onError);
    expect(failed).toBeGreaterThan(0);
    expect(data).toHaveLength(2);
    expect(meta.totals.opened).toBe(2);
    expect((await linkNow(id)).viewCount).toBe(2);
    expect(app.logs.slice(start).join('\n')).not.toMatch(/were not kept/);
  });
});
