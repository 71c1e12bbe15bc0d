import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { DAY_MS } from '../../contracts/dates';
import type { EntrySharing } from '../../contracts/entries';
import type { Link, TimelineEvent } from '../../contracts/links';
import type { VisitList, VisitSummary } from '../../contracts/visits';
import type { Client } from '../support/client';
import { DOCUMENT, newDocument } from '../support/entries';
import { runJob } from '../support/jobs';
import { saveSettings } from '../support/settings';
import { shareEntry } from '../support/sharing';
import type { Shared } from '../support/sharing';
import { useActors, useApp } from '../support/use-app';
import { insertDays, insertVisits, openLink, visitsOf } from '../support/visits';

const app = useApp();
const { admin, editor, author, reader, nobody: stranger } = useActors(app);

const linkNow = async (id: number) =>
  (await editor<{ data: Link }>('GET', `/share-links/links/${id}`)).body.data;
const visits = (id: number, query = '', client = editor) =>
  client<VisitList>('GET', `/share-links/links/${id}/visits${query}`);

describe('the list of visits', () => {
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

  it('returns the days of the requested period, or of the last 30 days', async () => {
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

  it('is available as CSV, and no spreadsheet runs its cells', async () => {
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

  it('is complete as CSV, even when it is long', async () => {
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

describe('the rights to visits', () => {
  it('let people who may see the link read them, and people who may change it delete them', async () => {
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

  it('let an author read and delete those of their own link', async () => {
    const own = await newDocument(app, 'author');
    const { id } = await shareEntry(app, { by: 'author', documentId: own.documentId });
    expect((await visits(id, '', author)).status).toBe(200);
    expect((await author('DELETE', `/share-links/links/${id}/visits`)).status).toBe(200);
  });

  it('answer 404 for a link that does not exist', async () => {
    expect((await admin('GET', '/share-links/links/999999/visits')).status).toBe(404);
    expect((await admin('DELETE', '/share-links/links/999999/visits')).status).toBe(404);
  });
});

describe('deleting visits', () => {
  it('removes the visits and counts of that link only, and is noted in the timeline', async () => {
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

  it('frees no place of a link with a limit on visitors', async () => {
    const { id, token } = await shareEntry(app, { maxViewers: 1 });
    await openLink(app, token);
    await visitsOf(app, id, 1);
    await editor('DELETE', `/share-links/links/${id}/visits`);
    expect(await linkNow(id)).toMatchObject({ viewCount: 0, viewerCount: 1, state: 'exhausted' });
    expect((await openLink(app, token)).status).toBe(404);
  });
});

describe('retention', () => {
  const deleteOld = () => runJob(app, 'shareLinksOldVisits');
  const left = async (id: number) => (await visits(id)).body.data.map(({ reason }) => reason);
  afterAll(() => saveSettings(app, { visits: { retentionDays: 90 } }));

  it('deletes visits older than the setting, and keeps the counts', async () => {
    const { id } = await shareEntry(app);
    const days = (count: number) => new Date(Date.now() - count * DAY_MS);
    await insertVisits(app, id, [
      ...Array.from({ length: 2100 }, () => ({ at: days(91), reason: 'old' })),
      { at: new Date(days(90).getTime() + 60_000), reason: 'just kept' },
      { at: days(1), reason: 'new' },
    ]);
    await insertDays(app, id, [{ day: days(91).toISOString().slice(0, 10), opened: 2100 }]);

    await saveSettings(app, { visits: { retentionDays: null } });
    await deleteOld();
    expect((await visits(id)).body.meta.pagination.total).toBe(2102);

    await saveSettings(app, { visits: { retentionDays: 90 } });
    // Two nodes run the job at the same moment.
    await Promise.all([deleteOld(), deleteOld()]);
    expect(await left(id)).toEqual(['new', 'just kept']);
    expect((await visits(id)).body.meta.totals.opened).toBe(2100);

    await saveSettings(app, { visits: { retentionDays: 2 } });
    await deleteOld();
    expect(await left(id)).toEqual(['new']);
  });
});

describe('the visits of several links', () => {
  it('are added up in the panel of an entry', async () => {
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

  it('can be used to filter the list of links: opened or never opened', async () => {
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

  it('are summed up for the links that a person may see, without the addresses', async () => {
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
