import { randomBytes } from 'node:crypto';

import type { Knex } from 'knex';
import { beforeAll, describe, expect, it } from 'vitest';

import type { LinkList } from '../../contracts/links';
import { announceExpired } from '../../server/src/links/jobs/expiry-job';
import { checkMakers } from '../../server/src/links/jobs/maker-check';
import { sourceOf } from '../../server/src/links/rules/snapshot';
import { moveSnapshots } from '../../server/src/links/jobs/move-snapshots';
import { snapshotRows } from '../../server/src/links/store/snapshot-rows';
import { LINK_UID } from '../../server/src/links/store/link-uid';
import { linkRows } from '../../server/src/links/store/link-rows';
import { clientOf } from '../support/client';
import { inDays } from '../support/dates';
import { DOCUMENT, newDocument } from '../support/entries';
import { holdReminders, mailEnv, runReminders } from '../support/mails';
import { shareEntry, statusOf, visit } from '../support/sharing';
import type { Shared } from '../support/sharing';
import { program } from '../support/tokens';
import { useActor, useApp, useMailServer } from '../support/use-app';

const SNAPSHOT_UID = 'plugin::share-links.snapshot';
const LINKS = 200;
const SNAPSHOT_BYTES = 900_000;
const MEGABYTE = 1_000_000;
const MARK = 'IN THE SNAPSHOT';

const post = useMailServer();
const app = useApp(() => mailEnv(post));
const editor = useActor(app, 'editor');
const admin = useActor(app, 'admin');
let link: Shared;
let ids: number[];

beforeAll(async () => {
  holdReminders(app);
  await admin('PUT', '/share-links/settings', { data: { reminderDays: 3 } });
  link = await shareEntry(app, { shows: 'frozen' });
  ids = await frozenLinks();
}, 300_000);

/** Many links of one entry, each with a large snapshot: half have expired, the others end soon. */
async function frozenLinks(): Promise<number[]> {
  const rows = app.strapi.db.query(LINK_UID);
  const { id, ...row } = (await rows.findOne({ where: { id: link.id } })) as Record<
    string,
    unknown
  > & { snapshotKey: string };
  const snapshots = app.strapi.db.query(SNAPSHOT_UID);
  const where = { key: row.snapshotKey };
  const stored = (await snapshots.findOne({ where })) as {
    content: { entry: { fields: object[] } };
  };
  const text = { name: 'description', label: 'Description', type: 'text' };
  const fields = [{ ...text, value: MARK + 'x'.repeat(SNAPSHOT_BYTES) }];
  const content = { ...stored.content, entry: { ...stored.content.entry, fields } };
  await snapshots.updateMany({ where, data: { content } as never });
  for (let made = 0; made < LINKS; made += 10) {
    const keys = Array.from({ length: 10 }, () => randomBytes(16).toString('hex'));
    await snapshots.createMany({ data: keys.map((key) => ({ key, content })) as never });
    await rows.createMany({
      data: keys.map((snapshotKey, index) => ({
        ...row,
        documentId: undefined,
        snapshotKey,
        tokenHash: randomBytes(32).toString('hex'),
        expiresAt: inDays(index % 2 ? 1 : -1),
        viewCount: 1,
        notifyFirstVisit: index % 3 === 0,
      })) as never,
    });
  }
  const found = (await rows.findMany({ select: ['id'], where: { id: { $ne: id } } })) as {
    id: number;
  }[];
  return found.map((row) => row.id);
}

/**
 * The size of all rows that the database sends during the work, and whether a snapshot is in them.
 */
async function reads(
  work: () => Promise<unknown>,
  table = ''
): Promise<{ bytes: number; isFrozen: boolean }> {
  await app.strapi.plugin('share-links').service('visits').flush();
  const read = { bytes: 0, isFrozen: false };
  const listen = (response: unknown, query: { response?: unknown; sql: string }) => {
    if (!query.sql.includes(table)) return;
    const text = JSON.stringify(rowsOf(query.response ?? response)) ?? '';
    read.bytes += Buffer.byteLength(text);
    read.isFrozen ||= text.includes(MARK);
  };
  const connection = app.strapi.db.connection as unknown as Knex;
  connection.on('query-response', listen);
  try {
    await work();
  } finally {
    connection.removeListener('query-response', listen);
  }
  return read;
}

/** Finds the rows in an answer; each driver has its own form. */
function rowsOf(response: unknown): unknown {
  if (Array.isArray(response) && Array.isArray(response[0])) return response[0];
  return (response as { rows?: unknown } | null)?.rows ?? response;
}

const expectLittle = async (work: () => Promise<unknown>) => {
  const { bytes, isFrozen } = await reads(work);
  expect(bytes).toBeGreaterThan(0);
  expect(isFrozen).toBe(false);
  expect(bytes).toBeLessThan(MEGABYTE);
};

const get = async (path: string, client = editor) => {
  const { status, text } = await client('GET', path);
  expect(status, text).toBe(200);
  expect(text).not.toContain(MARK);
};
const ofEntry = () => `contentType=${DOCUMENT}&documentId=${link.documentId}`;

describe('A09: the large snapshots of 200 links', () => {
  const LISTS: [string, () => Promise<unknown>][] = [
    ['the list of all links', () => get('/share-links/links?pageSize=100')],
    ['its last page', () => get('/share-links/links?pageSize=100&page=2')],
    ['a search among them', () => get('/share-links/links?pageSize=100&q=test&state=active')],
    ['the history of the entry', () => get(`/share-links/history?${ofEntry()}&pageSize=100`)],
    ['the panel of the entry', () => get(`/share-links/entries/${DOCUMENT}/${link.documentId}`)],
    ['the homepage', () => get('/share-links/visits/summary')],
    ['the file for spreadsheets', () => get('/share-links/links/export')],
    [
      'the list of a program',
      async () => get('/api/share-links/links', await program(app, { type: 'full-access' })),
    ],
    ['the job that announces ends', () => announceExpired(app.strapi)],
    ['the job that sends mails', () => runReminders(app)],
    [
      'the check of makers',
      async () => {
        checkMakers(app.strapi);
        // Nothing tells when the check is finished.
        await new Promise((resolve) => setTimeout(resolve, 900));
      },
    ],
    ['the map for search engines', () => get('/share/sitemap.xml', clientOf(app))],
    [
      'pausing many at once',
      async () => {
        const { status, text } = await editor('POST', '/share-links/links/bulk', {
          data: { action: 'pause', ids: ids.slice(0, 100) },
        });
        expect(status, text).toBe(200);
      },
    ],
  ];

  it.each(LISTS)('are not read for this work: %s', (_, work) => expectLittle(work));

  it('do not slow down the list or fill the memory, even for four people at once', async () => {
    const before = process.memoryUsage().heapUsed;
    const begun = Date.now();
    await Promise.all(
      Array.from({ length: 4 }, () =>
        editor<LinkList>('GET', '/share-links/links?pageSize=100').then(({ body }) =>
          expect(body.data).toHaveLength(100)
        )
      )
    );
    expect(Date.now() - begun).toBeLessThan(5_000);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(200 * MEGABYTE);
  });
});

describe('A09: the snapshot of one link', () => {
  const path = (id = link.id) => `/share-links/links/${id}`;
  const large = () => ids.at(-1)!;

  it.each<[string, () => Promise<unknown>]>([
    ['looked at', () => get(path(large()))],
    ['edited', () => editor('PUT', path(large()), { data: { label: 'Named' } })],
    ['rotated', () => editor('POST', `${path(large())}/rotate`)],
    ['in its timeline', () => get(`${path(large())}/timeline`)],
    ['in its log', () => get(`${path(large())}/visits`)],
    ['deleted', () => editor('DELETE', path(large()))],
  ])('is not read when the link is %s', (_, work) => expectLittle(work));

  it('is not read again when the link is created', async () => {
    const description = 'y'.repeat(SNAPSHOT_BYTES);
    const { documentId } = await newDocument(app, 'editor', { description });
    const make = () => shareEntry(app, { documentId, shows: 'frozen' });
    const { bytes } = await reads(make, 'share_links');
    expect(bytes).toBeGreaterThan(0);
    expect(bytes).toBeLessThan(100_000);
  });

  it('is not read when the link stays closed to a visitor', async () => {
    const edit = (data: object) => editor('PUT', path(), { data });
    const expectStatus = (status: number) =>
      expectLittle(async () => expect(await statusOf(app, link.token)).toBe(status));
    await edit({ password: 'correct horse battery' });
    await expectStatus(401);
    await edit({ password: null });
    await editor('POST', `${path()}/pause`);
    await expectStatus(404);
    await editor('POST', `${path()}/resume`);
  });

  it('is read when the link opens for a visitor', async () => {
    const { isFrozen } = await reads(async () => expect(await statusOf(app, link.token)).toBe(200));
    expect(isFrozen).toBe(true);
  });

  it('is in no row of a link that the plugin reads', async () => {
    const rows = linkRows(app.strapi);
    const found = [await rows.byId(link.id), ...(await rows.find({ id: link.id }))];
    for (const row of found) {
      expect(row).toMatchObject({ id: link.id, shows: 'frozen', tokenHint: link.tokenHint });
      expect(row).not.toHaveProperty('frozen');
    }
    const { snapshotKey } = found[0]!;
    const { contentOf } = snapshotRows(app.strapi);
    expect(JSON.stringify(await contentOf(snapshotKey!))).toContain(MARK);
    expect(await contentOf('of no link')).toBeNull();
  });

  it('is deleted when the link shows something else', async () => {
    const { id } = await shareEntry(app, { shows: 'frozen' });
    const keyNow = async () => (await linkRows(app.strapi).byId(id))!.snapshotKey;
    const first = (await keyNow())!;
    await editor('PUT', path(id), { data: { shows: 'frozen', fields: ['title'] } });
    const second = (await keyNow())!;
    expect(second).not.toBe(first);
    await editor('PUT', path(id), { data: { shows: 'published' } });
    expect(await keyNow()).toBeNull();
    for (const key of [first, second]) {
      expect(await snapshotRows(app.strapi).contentOf(key)).toBeNull();
    }
  });

  it('is the new one when an editor replaces it after the link was looked up', async () => {
    const { id } = await shareEntry(app, { shows: 'frozen' });
    const before = (await linkRows(app.strapi).byId(id))!;
    await editor('PUT', path(id), { data: { shows: 'frozen', fields: ['title'] } });
    expect(await sourceOf(app.strapi, before).snapshot()).toMatchObject({ version: 1 });
  });

  it('from an older version, kept in the row of the link → is moved at the start and shown as before', async () => {
    const { id, token } = await shareEntry(app, { shows: 'frozen' });
    const before = await visit(app, token);
    const { contentOf, delete: drop } = snapshotRows(app.strapi);
    const { snapshotKey } = (await linkRows(app.strapi).byId(id))!;
    const rows = app.strapi.db.query(LINK_UID);
    const frozen = await contentOf(snapshotKey!);
    await rows.updateMany({ where: { id }, data: { frozen, snapshotKey: null } as never });
    await drop(snapshotKey!);
    expect(await statusOf(app, token)).toBe(404);
    await Promise.all([moveSnapshots(app.strapi), moveSnapshots(app.strapi)]);
    const row = (await rows.findOne({ where: { id } })) as { frozen: unknown };
    expect(row.frozen).toBeNull();
    const after = await visit(app, token);
    expect((after.json.body as { data: object }).data).toEqual(
      (before.json.body as { data: object }).data
    );
    const left = await app.strapi.db.query(SNAPSHOT_UID).count();
    await moveSnapshots(app.strapi);
    expect(await app.strapi.db.query(SNAPSHOT_UID).count()).toBe(left);
  });
});
