import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { EntrySharing } from '../../contracts/entries';
import type { Link, TimelineEvent } from '../../contracts/links';
import type { VisitList, VisitSummary } from '../../contracts/visits';
import { mintToken } from '../../server/src/links/token';
import { proofs } from '../../server/src/access/proofs';
import type { LinkRow } from '../../server/src/links/schema';
import type { Client } from '../support/client';
import { DOCUMENT, PROJECT, demoEntry, newDocument, newProject } from '../support/entries';
import { cookieOf, send } from '../support/http';
import type { Reply } from '../support/http';
import { shareEntry } from '../support/sharing';
import type { Shared } from '../support/sharing';
import { useActors, useApp } from '../support/use-app';
import {
  FIREFOX,
  SLACK,
  insertDays,
  insertVisits,
  openLink,
  unlockLink,
  visitsOf,
} from '../support/visits';

const PASSWORD = 'correct horse battery';
const DAY_MS = 24 * 60 * 60 * 1000;

const app = useApp();
const { admin, editor, author, reader, nobody: stranger } = useActors(app);

const settings = (data: object) => admin('PUT', '/share-links/settings', { data });
const linkNow = async (id: number) =>
  (await editor<{ data: Link }>('GET', `/share-links/links/${id}`)).body.data;
const visits = (id: number, query = '', client = editor) =>
  client<VisitList>('GET', `/share-links/links/${id}/visits${query}`);
const unlock = (token: string, password: string, headers = {}) =>
  unlockLink(app, token, password, headers);

describe('what is recorded', () => {
  it('an opening, with what may be known of it, and the counts of its link', async () => {
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

  it('the JSON counts like the page', async () => {
    const { id, token } = await shareEntry(app);
    await send(`${app.url}/api/share-links/public/${token}`, {
      headers: { 'User-Agent': FIREFOX },
    });
    const { data } = await visitsOf(app, id, 1);
    expect(data[0]!.outcome).toBe('opened');
  });

  it('the password asked for, wrong, right, and the page behind it', async () => {
    const { id, token } = await shareEntry(app, { password: PASSWORD });
    await openLink(app, token);
    await unlock(token, 'not the password');
    const right = await unlock(token, PASSWORD);
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

  it('the same through the API', async () => {
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
    ['site-paused', () => settings({ paused: true })],
    ['type-disabled', () => settings({ contentTypes: { [DOCUMENT]: { enabled: false } } })],
  ])('a refusal, with its reason: %s', async (reason, close) => {
    const link = await shareEntry(app);
    await close(link);
    const { status } = await openLink(app, link.token);
    await settings({ paused: false, contentTypes: { [DOCUMENT]: { enabled: true } } });
    expect(status).toBe(404);
    const { data, meta } = await visitsOf(app, link.id, 1);
    expect(data[0]).toMatchObject({ outcome: 'refused', reason, visitor: null });
    expect(meta.totals).toMatchObject({ opened: 0, refused: 1 });
    expect(meta.days).toMatchObject([{ opened: 0, visitors: 0, refused: 1 }]);
  });

  it('an entry that is no longer published', async () => {
    const { documentId } = await newProject(app);
    const { id, token } = await shareEntry(app, { contentType: PROJECT, documentId });
    await app.strapi.documents(PROJECT).unpublish({ documentId });
    await openLink(app, token);
    const { data } = await visitsOf(app, id, 1);
    expect(data[0]).toMatchObject({ outcome: 'refused', reason: 'entry-gone' });
  });

  it('the last place of a limit, given to somebody else meanwhile', async () => {
    const { id, token } = await shareEntry(app, { maxViewers: 1 });
    await Promise.all([openLink(app, token), openLink(app, token), openLink(app, token)]);
    const { data, meta } = await visitsOf(app, id, 3);
    expect(data.filter(({ outcome }) => outcome === 'opened')).toHaveLength(1);
    expect(data.filter(({ reason }) => reason === 'exhausted')).toHaveLength(2);
    expect(meta.totals.visitors).toBe(1);
    expect(await linkNow(id)).toMatchObject({ viewCount: 1, viewerCount: 1, state: 'exhausted' });
  });

  it('robots, by name and in no count', async () => {
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

  it('files taken away, one by one and all at once, and no picture within the page', async () => {
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
    // The parts belong to the download that was counted before.
    const { data, meta } = await visitsOf(app, id, 4);
    expect(data.map(({ outcome }) => outcome)).toEqual([
      'opened',
      'downloaded',
      'downloaded',
      'opened',
    ]);
    expect(meta.totals).toMatchObject({ opened: 2, visitors: 2, downloaded: 2 });
  });

  it('searches, and not the words of them', async () => {
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

  it('nothing of HEAD, and nothing of an address that no link has', async () => {
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

  it('each of 20 that come at once', async () => {
    const { id, token } = await shareEntry(app);
    await Promise.all(Array.from({ length: 20 }, () => openLink(app, token)));
    const { data, meta } = await visitsOf(app, id, 20);
    expect(new Set(data.map(({ visitor }) => visitor)).size).toBe(20);
    expect(meta.totals).toMatchObject({ opened: 20, visitors: 20 });
    expect(meta.days).toMatchObject([{ opened: 20, visitors: 20 }]);
    expect(await linkNow(id)).toMatchObject({ viewCount: 20, viewerCount: 20 });
  });

  it('an opening is announced, a robot’s is not', async () => {
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

async function countAll(): Promise<number> {
  const [row] = await app.strapi.db.connection('share_link_visits').count({ total: '*' });
  return Number((row as { total: number }).total);
}

describe('who comes back', () => {
  const sent = (answer: Reply) => ({ Cookie: cookieOf(answer) });

  it('is known by a cookie of that one link', async () => {
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

  it('is nobody at another link, nor with a cookie of their own making', async () => {
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

  it('counts once a day, and once in all', async () => {
    const { id, token } = await shareEntry(app);
    const cookie = cookieOf(await openLink(app, token));
    const [name, proof = ''] = cookie.split('=');
    const { viewer } = proofs(app.strapi);
    const before = viewer({ id } as LinkRow, new Date('2026-01-01'), proof.split('.')[0]);
    const yesterday = `${name}=${before}`;
    const again = await openLink(app, token, { Cookie: yesterday });
    expect(cookieOf(again)).toBe(cookie);
    const { meta } = await visitsOf(app, id, 2);
    expect(meta.days).toMatchObject([{ opened: 2, visitors: 2 }]);
    expect(meta.totals.visitors).toBe(1);
  });
});

describe('the list', () => {
  let link: Shared;
  const at = (daysAgo: number) => new Date(Date.now() - daysAgo * DAY_MS);

  beforeAll(async () => {
    link = await shareEntry(app);
    await insertVisits(app, link.id, [
      { at: at(40), outcome: 'opened' },
      { at: at(3), outcome: 'refused', reason: 'paused' },
      { at: at(2), outcome: 'opened', is_robot: true, browser: 'Slack' },
      { at: at(1), outcome: 'opened', referrer: '=1+1' },
    ]);
  });

  it.each<[string, string[]]>([
    ['', ['opened', 'opened', 'refused', 'opened']],
    ['?outcome=refused', ['refused']],
    ['?robots=true', ['opened']],
    ['?robots=false', ['opened', 'refused', 'opened']],
    ['?from=FROM', ['opened', 'opened']],
    ['?to=FROM', ['refused', 'opened']],
    ['?from=FROM&robots=false', ['opened']],
    ['?pageSize=3', ['opened', 'opened', 'refused']],
    ['?pageSize=3&page=2', ['opened']],
  ])('%s', async (query, outcomes) => {
    const { body, status } = await visits(link.id, query.replace('FROM', at(2.5).toISOString()));
    expect(status).toBe(200);
    expect(body.data.map(({ outcome }) => outcome)).toEqual(outcomes);
  });

  it.each([
    '?outcome=seen',
    '?robots=perhaps',
    '?from=yesterday',
    '?from=2026-05-31T00:00:00Z&to=2026-05-30T00:00:00Z',
    '?pageSize=101',
    '?page=0',
    '?sort=at',
    '?format=xml',
  ])('refuses %s', async (query) => {
    const answer = await editor('GET', `/share-links/links/${link.id}/visits${query}`);
    expect(answer.status).toBe(400);
    expect(answer.body.error.details.code).toBe('invalid');
  });

  it('says the days of the period asked for, of 30 days without one', async () => {
    const { id } = await shareEntry(app);
    const day = (daysAgo: number) => at(daysAgo).toISOString().slice(0, 10);
    await insertDays(
      app,
      id,
      [0, 29, 30, 200].map((daysAgo) => ({ day: day(daysAgo), opened: daysAgo + 1 }))
    );
    const days = async (query: string) =>
      (await visits(id, query)).body.meta.days.map(({ opened }) => opened);
    expect(await days('')).toEqual([30, 1]);
    expect(await days(`?from=${at(250).toISOString()}`)).toEqual([201, 31, 30, 1]);
    expect(await days(`?from=${at(250).toISOString()}&to=${day(29)}T00:00:00Z`)).toEqual([201, 31]);
    expect((await visits(id)).body.meta.totals.opened).toBe(1 + 30 + 31 + 201);
  });

  it('is a table for spreadsheets, with inert cells', async () => {
    const answer = await editor<string>(
      'GET',
      `/share-links/links/${link.id}/visits?format=csv&robots=false`
    );
    expect(answer.headers.get('content-type')).toContain('text/csv');
    expect(answer.headers.get('content-disposition')).toContain(`share-link-${link.id}-visits.csv`);
    expect(answer.headers.get('cache-control')).toContain('no-store');
    const lines = answer.text
      .replace(/^\uFEFF/, '')
      .trimEnd()
      .split('\r\n');
    expect(lines[0]).toBe(
      'time,outcome,reason,address,browser,device,came from,visitor,returning,robot'
    );
    expect(lines).toHaveLength(4);
    expect(lines[1]).toContain(",'=1+1,");
    expect(lines[2]).toContain('refused,paused,');
  });

  it('comes whole as a table, however long', async () => {
    const { id } = await shareEntry(app);
    await insertVisits(
      app,
      id,
      Array.from({ length: 2345 }, (_, index) => ({ reason: `number ${index}` }))
    );
    const { text } = await editor<string>('GET', `/share-links/links/${id}/visits?format=csv`);
    const lines = text.trimEnd().split('\r\n').slice(1);
    const numbers = lines.map((line) => Number(/number (\d+)/.exec(line)?.[1]));
    expect(numbers).toEqual(Array.from({ length: 2345 }, (_, index) => 2344 - index));
  });
});

describe('what is kept of an address', () => {
  afterAll(() => settings({ visits: { address: 'truncated', retentionDays: 90 } }));

  it.each<['full' | 'truncated' | 'hashed' | 'off', RegExp | null]>([
    ['full', /^127\.0\.0\.1$/],
    ['truncated', /^127\.0\.0\.0\/24$/],
    ['hashed', /^[\w-]{16}$/],
    ['off', null],
  ])('%s, from the next visit on', async (address, shape) => {
    const { id, token } = await shareEntry(app);
    await settings({ visits: { address } });
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

  it('hashed: another one at each link', async () => {
    await settings({ visits: { address: 'hashed' } });
    const addresses = new Set<string | null>();
    for (const { id, token } of [await shareEntry(app), await shareEntry(app)]) {
      await openLink(app, token);
      addresses.add((await visitsOf(app, id, 1)).data[0]!.address);
    }
    expect(addresses.size).toBe(2);
  });
});

describe('who may see and erase them', () => {
  it('those who may see the link, and those who may change it', async () => {
    const { id, token } = await shareEntry(app);
    await openLink(app, token);
    await visitsOf(app, id, 1);
    const path = `/share-links/links/${id}/visits`;
    const seen = async (client: Client) => {
      const answer = await client('GET', path);
      const csv = await client('GET', `${path}?format=csv`);
      expect(csv.status).toBe(answer.status);
      return [answer.status, answer.body.error?.details?.code];
    };
    expect(await seen(stranger)).toEqual([401, undefined]);
    expect(await seen(author)).toEqual([403, 'not-owner']);
    expect(await seen(reader)).toEqual([200, undefined]);
    expect(await seen(editor)).toEqual([200, undefined]);
    expect(await seen(admin)).toEqual([200, undefined]);

    const erased = async (client: Client) => (await client('DELETE', path)).status;
    expect(await erased(stranger)).toBe(401);
    expect(await erased(author)).toBe(403);
    expect(await erased(reader)).toBe(403);
    expect((await visits(id)).body.data).toHaveLength(1);
    expect(await erased(editor)).toBe(200);
    expect((await visits(id)).body.data).toHaveLength(0);
    expect(await erased(admin)).toBe(200);
  });

  it('an author those of their own link', async () => {
    const own = await newDocument(app, 'author');
    const { id } = await shareEntry(app, { by: 'author', documentId: own.documentId });
    expect((await visits(id, '', author)).status).toBe(200);
    expect((await author('DELETE', `/share-links/links/${id}/visits`)).status).toBe(200);
  });

  it('404 for a link that is not there', async () => {
    expect((await admin('GET', '/share-links/links/999999/visits')).status).toBe(404);
    expect((await admin('DELETE', '/share-links/links/999999/visits')).status).toBe(404);
  });
});

describe('erasing', () => {
  it('takes away the visits and counts of that link alone, and says so in the timeline', async () => {
    const [link, other] = [await shareEntry(app), await shareEntry(app)];
    await insertVisits(
      app,
      link.id,
      Array.from({ length: 2500 }, () => ({}))
    );
    for (const { token } of [link, link, other]) await openLink(app, token);
    await visitsOf(app, other.id, 1);
    await openLink(app, link.token);
    expect((await editor('DELETE', `/share-links/links/${link.id}/visits`)).body).toEqual({
      data: { erased: 2503 },
    });

    const { data, meta } = (await visits(link.id)).body;
    expect(data).toEqual([]);
    expect(meta.days).toEqual([]);
    expect(Object.values(meta.totals).every((count) => count === 0)).toBe(true);
    expect(await linkNow(link.id)).toMatchObject({
      viewCount: 0,
      viewerCount: 0,
      lastViewedAt: null,
      updatedAt: link.updatedAt,
    });
    expect((await visits(other.id)).body.data).toHaveLength(1);
    const { body } = await editor<{ data: TimelineEvent[] }>(
      'GET',
      `/share-links/links/${link.id}/timeline`
    );
    expect(body.data[0]).toMatchObject({
      type: 'visits-erased',
      by: { name: 'Edith Editor' },
      changes: [{ field: 'visits', from: 2503, to: 0 }],
    });
  });

  it('makes no room in a link that limits its viewers', async () => {
    const { id, token } = await shareEntry(app, { maxViewers: 1 });
    await openLink(app, token);
    await visitsOf(app, id, 1);
    await editor('DELETE', `/share-links/links/${id}/visits`);
    expect(await linkNow(id)).toMatchObject({ viewCount: 0, viewerCount: 1, state: 'exhausted' });
    expect((await openLink(app, token)).status).toBe(404);
  });
});

describe('retention', () => {
  const runJob = async () => {
    const job = app.strapi.cron.jobs.find(({ name }) => name === 'shareLinksOldVisits');
    await (job!.job as unknown as { trigger(): Promise<void> }).trigger();
  };
  const left = async (id: number) => (await visits(id)).body.data.map(({ reason }) => reason);
  afterAll(() => settings({ visits: { retentionDays: 90 } }));

  it('deletes what is older than the site keeps it, and leaves the counts', async () => {
    const { id } = await shareEntry(app);
    const days = (count: number) => new Date(Date.now() - count * DAY_MS);
    await insertVisits(app, id, [
      ...Array.from({ length: 2100 }, () => ({ at: days(91), reason: 'old' })),
      { at: new Date(days(90).getTime() + 60_000), reason: 'just kept' },
      { at: days(1), reason: 'new' },
    ]);
    await insertDays(app, id, [{ day: days(91).toISOString().slice(0, 10), opened: 2100 }]);

    await settings({ visits: { retentionDays: null } });
    await runJob();
    expect((await visits(id)).body.meta.pagination.total).toBe(2102);

    await settings({ visits: { retentionDays: 90 } });
    // Two nodes whose jobs run at the same moment.
    await Promise.all([runJob(), runJob()]);
    expect(await left(id)).toEqual(['new', 'just kept']);
    expect((await visits(id)).body.meta.totals.opened).toBe(2100);

    await settings({ visits: { retentionDays: 2 } });
    await runJob();
    expect(await left(id)).toEqual(['new']);
  });
});

describe('a log that fails', () => {
  const db = () => app.strapi.db.connection;
  // Visits of the tests before would fail along with these.
  beforeEach(() => app.strapi.plugin('share-links').service('visits').flush());

  it('costs no visitor a page, and is said once', async () => {
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
    // What was lost is in no count either: a visit is written whole or not at all.
    expect(meta.totals.opened).toBe(1);
    expect((await linkNow(id)).viewCount).toBe(1);
  });

  it('is tried again once, and counts nothing twice', async () => {
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

describe('in the lists of links', () => {
  it('the entry’s panel says the sum over all of its links', async () => {
    const { documentId } = await newDocument(app);
    const links = [await shareEntry(app, { documentId }), await shareEntry(app, { documentId })];
    const sharing = async (client = editor) =>
      (
        await client<{ data: EntrySharing }>(
          'GET',
          `/share-links/entries/${DOCUMENT}/${documentId}`
        )
      ).body.data.visits;
    expect(await sharing()).toEqual({ opened: 0, visitors: 0, lastViewedAt: null });
    for (const { token } of links) await openLink(app, token);
    await openLink(app, links[0]!.token);
    await visitsOf(app, links[0]!.id, 2);
    await editor('DELETE', `/share-links/links/${links[1]!.id}`);
    const { lastViewedAt } = await linkNow(links[0]!.id);
    expect(await sharing()).toEqual({ opened: 3, visitors: 3, lastViewedAt });
  });

  it('those that were opened, and those that never were', async () => {
    const [opened, unopened] = [await shareEntry(app), await shareEntry(app)];
    await openLink(app, opened.token);
    await visitsOf(app, opened.id, 1);
    const ids = async (query: string) =>
      (
        await editor<{ data: Link[] }>('GET', `/share-links/links?pageSize=100&${query}`)
      ).body.data.map(({ id }) => id);
    const never = await ids('opened=never');
    expect(never).toContain(unopened.id);
    expect(never).not.toContain(opened.id);
    const ever = await ids('opened=ever&sort=viewCount:desc');
    expect(ever).toContain(opened.id);
    expect(ever).not.toContain(unopened.id);
  });

  it('the summary names what the person may see, and no address', async () => {
    const soon = new Date(Date.now() + DAY_MS).toISOString();
    const own = await newDocument(app, 'author');
    const mine = await shareEntry(app, {
      by: 'author',
      documentId: own.documentId,
      expiresAt: soon,
      label: 'Ends soon',
    });
    const theirs = await shareEntry(app);
    for (let count = 0; count < 30; count += 1) await openLink(app, theirs.token);
    await visitsOf(app, theirs.id, 30);
    const summary = (client: Client) =>
      client<{ data: VisitSummary }>('GET', '/share-links/visits/summary');

    const all = (await summary(admin)).body.data;
    expect(all.mostVisited[0]).toMatchObject({ id: theirs.id, viewCount: 30 });
    expect(all.mostVisited.length).toBeLessThanOrEqual(5);
    expect(all.endingSoon.map(({ id }) => id)).toContain(mine.id);
    expect(all.neverOpened.count).toBeGreaterThan(0);
    expect((await summary(admin)).text).not.toMatch(/"url"|tokenHint/);

    const { mostVisited, endingSoon, neverOpened } = (await summary(author)).body.data;
    expect(mostVisited).toEqual([]);
    expect(endingSoon.map(({ id }) => id)).toEqual([mine.id]);
    expect(neverOpened.links.map(({ id }) => id)).toContain(mine.id);
    expect((await summary(stranger)).status).toBe(401);
  });
});
