import { afterAll, beforeAll, expect, it } from 'vitest';

import type { Link, TimelineEvent } from '../../contracts/links';
import type { SettingsAnswer } from '../../contracts/settings';
import type { VisitList } from '../../contracts/visits';
import { FLUSH_MS } from '../../server/src/visits/log';
import { clientOf, requestToken } from '../support/client';
import type { Client } from '../support/client';
import { DOCUMENT } from '../support/entries';
import { send } from '../support/http';
import { startNode } from '../support/nodes';
import type { Node } from '../support/nodes';
import { useDatabase } from '../support/use-app';
import { FIREFOX } from '../support/visits';

/** A busy machine may be this late when it writes what was due. */
const SLOWNESS_MS = 1500;

const database = useDatabase();
let node: Node;

beforeAll(async () => {
  node = await startNode(database);
});
afterAll(() => node.stop());

const adminOf = async (url: string) => clientOf({ url }, await requestToken({ url }, 'admin'));
const linkBy = async (admin: Client, id: number) =>
  (await admin<{ data: Link }>('GET', `/share-links/links/${id}`)).body.data;

/** Repeats the work until the process is gone. */
async function untilKilled(work: () => Promise<void>): Promise<void> {
  try {
    for (;;) await work();
  } catch (error) {
    // Only a broken connection ends the loop. A wrong answer must fail the test.
    const { code = '' } = error as { code?: string };
    if (!['ECONNRESET', 'ECONNREFUSED', 'EPIPE'].includes(code)) throw error;
  }
}

it('a crash under load loses the visits of the last moment and nothing else', async () => {
  const admin = await adminOf(node.url);
  await admin('PUT', '/share-links/settings', { data: { limits: { readsPerMinute: 100_000 } } });
  const { body: documents } = await admin<{ results: { documentId: string }[] }>(
    'GET',
    `/content-manager/collection-types/${DOCUMENT}?pageSize=1`
  );
  const { documentId } = documents.results[0]!;
  const create = async (label: string) => {
    const { status, body } = await admin<{ data: Link }>('POST', '/share-links/links', {
      data: { contentType: DOCUMENT, documentId, label, slug: `crash-${label}` },
    });
    expect(status).toBe(201);
    return body.data;
  };

  const visited = await create('visited');
  /** The time when each visit was answered. */
  const answered: number[] = [];
  let asked = 0;
  const visit = async () => {
    asked += 1;
    const answer = await send(`${node.url}/share/${visited.slug}`, {
      headers: { 'User-Agent': FIREFOX },
    });
    expect(answer.status).toBe(200);
    answered.push(Date.now());
  };
  const made: Link[] = [];
  const make = async () => void made.push(await create(`made-${made.length}`));
  /** The last name that was confirmed, and the last name that was sent. */
  const names = { kept: 0, tried: 0 };
  const rename = async () => {
    names.tried += 1;
    const data = { label: `name ${names.tried}` };
    expect((await admin('PUT', `/share-links/links/${visited.id}`, { data })).status).toBe(200);
    names.kept = names.tried;
  };
  const days = { kept: 0, tried: 0 };
  const set = async () => {
    days.tried = (days.tried % 300) + 1;
    const data = { reminderDays: days.tried };
    expect((await admin('PUT', '/share-links/settings', { data })).status).toBe(200);
    days.kept = days.tried;
  };

  const work = [visit, visit, visit, visit, make, rename, set].map(untilKilled);
  // The crash comes once each kind of work was answered, and once the first visit must be stored.
  const since = (at = Infinity) => Date.now() - at;
  const hasDone = () =>
    Math.min(made.length, names.kept, days.kept) > 0 &&
    since(answered[0]) > FLUSH_MS + 2 * SLOWNESS_MS;
  await expect.poll(hasDone, { timeout: 60_000, interval: 100 }).toBe(true);
  await node.stop();
  const killedAt = Date.now();
  await Promise.all(work);

  node = await startNode(database);
  const after = await adminOf(node.url);
  for (const { id, label, slug } of made) {
    expect(await linkBy(after, id)).toMatchObject({ label, state: 'active' });
    const events = await after<{ data: TimelineEvent[] }>(
      'GET',
      `/share-links/links/${id}/timeline`
    );
    expect(events.body.data.map(({ type }) => type)).toEqual(['create']);
    expect((await clientOf(node)('GET', `/share/${slug}`)).status).toBe(200);
  }
  const { label, viewCount } = await linkBy(after, visited.id);
  expect([`name ${names.kept}`, `name ${names.tried}`]).toContain(label);
  const { body: settings } = await after<SettingsAnswer>('GET', '/share-links/settings');
  expect([days.kept, days.tried]).toContain(settings.data.reminderDays);

  const { body: visits } = await after<VisitList>('GET', `/share-links/links/${visited.id}/visits`);
  const due = answered.filter((at) => at < killedAt - FLUSH_MS - SLOWNESS_MS).length;
  expect(due).toBeGreaterThan(0);
  expect(visits.meta.pagination.total).toBeGreaterThanOrEqual(due);
  expect(visits.meta.pagination.total).toBeLessThanOrEqual(asked);
  // Rows and counts are written together or not at all.
  expect(visits.meta.totals.opened).toBe(visits.meta.pagination.total);
  expect(viewCount).toBe(visits.meta.pagination.total);
}, 120_000);
