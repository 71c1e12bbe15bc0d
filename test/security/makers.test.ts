import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Link } from '../../contracts/links';
import { READ_ENTRY_ACTION, SHARE_ACTION } from '../../contracts/permissions';
import { LINK_UID } from '../../server/src/links/store/link-uid';
import { WIDE_LIMITS, bootApp } from '../support/app';
import type { App } from '../support/app';
import { clientOf, requestToken } from '../support/client';
import type { Client } from '../support/client';
import { DOCUMENT, PAGE, PROJECT, createEntry, newDocument, newProject } from '../support/entries';
import { startNode } from '../support/nodes';
import { personWith } from '../support/people';
import type { Granted, Person } from '../support/people';
import { PASSWORD, statusOf } from '../support/sharing';
import { demoPictures } from '../support/uploads';
import { useDatabase } from '../support/use-app';
import { addFrench } from '../support/versions';

/** Links of one maker: so many that closing them one by one would take long. */
const MANY = 2_000;
/** A busy machine may take this long for them. */
const SOON = { timeout: 10_000 };

const database = useDatabase();
let app: App;
let admin: Client;
let adminJwt: string | undefined;

const boot = async () => {
  app = await bootApp(database, {}, undefined, { limits: WIDE_LIMITS });
  // Strapi limits how often one may log in.
  adminJwt ??= await requestToken(app, 'admin');
  admin = clientOf(app, adminJwt);
};
beforeAll(boot);
afterAll(() => app.stop());

const grants = (uid: string, properties?: Granted['properties']): Granted[] =>
  [READ_ENTRY_ACTION, SHARE_ACTION].map((action) => ({ action, subject: uid, properties }));

const settings = async (data: object) => {
  const { status, text } = await admin('PUT', '/share-links/settings', { data });
  expect(status, text).toBe(200);
};

async function share(by: Client, contentType: string, documentId: string, more: object = {}) {
  const { status, text, body } = await by<{ data: Link }>('POST', '/share-links/links', {
    data: { contentType, documentId, ...more },
  });
  expect(status, text).toBe(201);
  return { ...body.data, token: body.data.url!.split('/').at(-1)! };
}

const linkOf = async (id: number) =>
  (await admin<{ data: Link }>('GET', `/share-links/links/${id}`)).body.data;
const stateOf = async (id: number) => (await linkOf(id)).state;

/** Copies a link into many rows of the same maker. */
async function copyLink(id: number, count: number): Promise<void> {
  const db = app.strapi.db.connection;
  const row = (await db('share_links').where({ id }).first()) as Record<string, unknown>;
  const json = Object.fromEntries(
    ['fields', 'extra_locales', 'child_fields', 'frozen'].map((column) => [
      column,
      typeof row[column] === 'object' && row[column] !== null
        ? JSON.stringify(row[column])
        : row[column],
    ])
  );
  const copies = Array.from({ length: count }, (_, index) => ({
    ...row,
    ...json,
    id: undefined,
    document_id: `copy ${id} ${index}`,
    token_hash: `copy ${id} ${index}`,
    single_key: null,
    slug: null,
  }));
  await db.batchInsert('share_links', copies, 20);
}

/** How many links of a person are suspended, and how many are not deleted. */
async function suspended(makerId: number): Promise<{ suspended: number; of: number }> {
  const where = { sharedById: makerId, revokedAt: null };
  const rows = app.strapi.db.query(LINK_UID);
  return {
    suspended: await rows.count({ where: { ...where, suspendedAt: { $notNull: true } } }),
    of: await rows.count({ where }),
  };
}

/** How many links of a person have an event of this type, then each number of times it occurs. */
async function eventsOf(makerId: number, type: string): Promise<number[]> {
  const found = (await app.strapi.db
    .connection('share_link_events')
    .join('share_links', 'share_links.document_id', 'share_link_events.link_document_id')
    .where({ 'share_links.shared_by_id': makerId, 'share_link_events.type': type })
    .groupBy('link_document_id')
    .select('link_document_id')
    .count({ times: '*' })) as { times: number | string }[];
  return [found.length, ...new Set(found.map(({ times }) => Number(times)))];
}

/**
 * A maker with links of all kinds: one that opens in every way, one with a password, and many more.
 */
async function busyMaker() {
  const person = await personWith(app, [...grants(PROJECT), ...grants(DOCUMENT)]);
  const attachments = await demoPictures(app, 2);
  const project = await newProject(app, 'editor', { attachments });
  const open = await share(person.client, PROJECT, project.documentId, { allowIndexing: true });
  const { documentId } = await newDocument(app);
  const locked = await share(person.client, DOCUMENT, documentId, { password: PASSWORD });
  await copyLink(locked.id, MANY);
  return { ...person, open, locked, file: attachments[0] };
}

type Busy = Awaited<ReturnType<typeof busyMaker>>;

/** The status of everything that a visitor may request. */
async function answers(url: string, { open, locked, file }: Busy): Promise<Record<string, number>> {
  const stranger = clientOf({ url });
  const json = `/api/share-links/public/${open.token}`;
  const asked: Record<string, Parameters<Client>> = {
    page: ['GET', `/share/${open.token}`],
    JSON: ['GET', json],
    file: ['GET', `/share/${open.token}/files/${file}`],
    zip: ['GET', `/share/${open.token}/files.zip`],
    search: ['POST', `${json}/search`, { q: 'project' }],
    unlock: ['POST', `/api/share-links/public/${locked.token}/unlock`, { password: PASSWORD }],
  };
  const found: Record<string, number> = {};
  for (const [name, request] of Object.entries(asked)) {
    found[name] = (await stranger(...request)).status;
  }
  const sitemap = await stranger('GET', '/share/sitemap.xml');
  found.listed = sitemap.text.includes(open.token) ? 1 : 0;
  return found;
}

const OPEN = { page: 200, JSON: 200, file: 200, zip: 200, search: 200, unlock: 200, listed: 1 };
const CLOSED = { page: 404, JSON: 404, file: 404, zip: 404, search: 404, unlock: 404, listed: 0 };

/** Every address is closed, and each link has noted it once. */
async function expectSuspendedOnce(maker: Busy): Promise<void> {
  expect(await answers(app.url, maker)).toEqual(CLOSED);
  await expect.poll(() => suspended(maker.id), SOON).toEqual({ suspended: MANY + 2, of: MANY + 2 });
  expect(await eventsOf(maker.id, 'suspend')).toEqual([MANY + 2, 1]);
}

describe('A03: the links of a maker who is deactivated, blocked or deleted', () => {
  it('stay open where the site says so', async () => {
    await settings({ makerLost: 'keep' });
    const maker = await busyMaker();
    await admin('PUT', `/admin/users/${maker.id}`, { isActive: false });
    expect(await answers(app.url, maker)).toEqual(OPEN);

    await settings({ makerLost: 'suspend' });
    expect(await answers(app.url, maker)).toEqual(CLOSED);
    await settings({ makerLost: 'keep' });
    await expect.poll(() => suspended(maker.id), SOON).toMatchObject({ suspended: 0 });
    expect(await answers(app.url, maker)).toEqual(OPEN);
    await settings({ makerLost: 'suspend' });
  });

  it('are closed on the very next request, and each notes it once', async () => {
    const maker = await busyMaker();
    const all = { suspended: MANY + 2, of: MANY + 2 };
    expect(await answers(app.url, maker)).toEqual(OPEN);

    const change = { isActive: false };
    expect((await admin('PUT', `/admin/users/${maker.id}`, change)).status).toBe(200);
    expect(await answers(app.url, maker)).toEqual(CLOSED);
    await expect.poll(() => suspended(maker.id), SOON).toEqual(all);
    expect(await eventsOf(maker.id, 'suspend')).toEqual([MANY + 2, 1]);

    expect((await admin('PUT', `/admin/users/${maker.id}`, { isActive: true })).status).toBe(200);
    await expect.poll(() => suspended(maker.id), SOON).toEqual({ ...all, suspended: 0 });
    expect(await eventsOf(maker.id, 'restore')).toEqual([MANY + 2, 1]);
    expect(await answers(app.url, maker)).toEqual(OPEN);
  });

  it('are closed when several users are deleted together', async () => {
    const maker = await busyMaker();
    await app.strapi.db.query('admin::user').deleteMany({ where: { id: { $in: [maker.id] } } });
    expect(await answers(app.url, maker)).toEqual(CLOSED);
    await expect
      .poll(() => suspended(maker.id), SOON)
      .toEqual({ suspended: MANY + 2, of: MANY + 2 });
  });

  it('are closed even when nothing tells the app, and the next start notes it', async () => {
    const maker = await busyMaker();
    await app.strapi.db.connection('admin_users').where({ id: maker.id }).update({ blocked: true });
    expect(await answers(app.url, maker)).toEqual(CLOSED);
    expect(await suspended(maker.id)).toMatchObject({ suspended: 0 });

    await app.stop();
    await boot();
    await expectSuspendedOnce(maker);
  });

  it.each([0, 150])('are closed even when the app is killed %i ms later', async (ms) => {
    const maker = await busyMaker();
    await app.stop();
    const node = await startNode(database);
    const there = clientOf(node, adminJwt);
    const { status } = await there('PUT', `/admin/users/${maker.id}`, { isActive: false });
    expect(status).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, ms));
    await node.stop();

    await boot();
    await expectSuspendedOnce(maker);
  });
});

describe('A03: the links of a maker who has lost a right', () => {
  /** Takes a right away from the maker, and gives it back. */
  async function loses(person: Person, before: Granted[], after: Granted[], link: Shared) {
    expect(await statusOf(app, link.token)).toBe(200);
    await person.grant(after);
    await expect.poll(() => stateOf(link.id), SOON).toBe('suspended');
    expect(await statusOf(app, link.token)).toBe(404);
    await person.grant(before);
    await expect.poll(() => stateOf(link.id), SOON).toBe('active');
    expect(await statusOf(app, link.token)).toBe(200);
  }
  type Shared = Awaited<ReturnType<typeof share>>;
  const onlyReading = (granted: Granted[]) =>
    granted.filter(({ action }) => action === READ_ENTRY_ACTION);
  const isCreator = (granted: Granted[]) =>
    granted.map((grant) => ({ ...grant, conditions: ['admin::is-creator'] }));

  async function withPaper() {
    const project = await newProject(app);
    const data = { title: 'The contract', project: project.documentId };
    await createEntry(app, DOCUMENT, data);
    return project.documentId;
  }

  it.each<[string, Granted[]]>([
    ['to read its title', []],
    ['to share what else is shown of it', onlyReading(grants(DOCUMENT))],
    ['to all of its entries', isCreator(grants(DOCUMENT))],
  ])('on a related type are closed: %s', async (_what, documents) => {
    const before = [...grants(PROJECT), ...grants(DOCUMENT)];
    const person = await personWith(app, before);
    const link = await share(person.client, PROJECT, await withPaper());
    expect(link.fields).toContain('documents(title).category');
    await loses(person, before, [...grants(PROJECT), ...documents], link);
  });

  it('on the type of entries below are closed', async () => {
    const before = [...grants(PROJECT), ...grants(DOCUMENT)];
    const person = await personWith(app, before);
    const documentId = await withPaper();
    const fields = ['title'];
    const link = await share(person.client, PROJECT, documentId, { fields, includeChildren: true });
    await loses(person, before, [...grants(PROJECT), ...grants(DOCUMENT, { fields })], link);
  });

  it('to one of the languages are closed', async () => {
    const before = grants(PAGE, { locales: ['en', 'fr'] });
    const person = await personWith(app, before);
    const { documentId } = await createEntry(app, PAGE, { title: 'One' }, { locale: 'en' });
    await addFrench(app, documentId, { title: 'Une' });
    const link = await share(person.client, PAGE, documentId, { locale: 'en', locales: ['fr'] });
    await loses(person, before, grants(PAGE, { locales: ['en'] }), link);
  });

  it('to the entry itself are closed', async () => {
    const before = grants(DOCUMENT);
    const person = await personWith(app, before);
    const { documentId } = await newDocument(app);
    const link = await share(person.client, DOCUMENT, documentId);
    await loses(person, before, grants(PROJECT), link);
  });

  it('under a condition are closed if it does not hold for their entry', async () => {
    const person = await personWith(app, isCreator(grants(DOCUMENT)));
    const mine = await Promise.all([1, 2].map(() => newDocument(app)));
    for (const { documentId } of mine) await own(documentId, person.id);
    const [kept, lost] = await Promise.all(
      mine.map(({ documentId }) => share(person.client, DOCUMENT, documentId))
    );
    await own(mine[1]!.documentId, null);
    await person.grant(isCreator(grants(DOCUMENT, { fields: ['title', 'category'] })));
    await expect.poll(() => stateOf(lost!.id), SOON).toBe('suspended');
    await person.grant(isCreator(grants(DOCUMENT)));
    await expect.poll(() => stateOf(kept!.id), SOON).toBe('active');
    expect(await stateOf(lost!.id)).toBe('suspended');
  });

  const own = async (documentId: string, id: number | null) => {
    const row = await app.strapi.db.query(DOCUMENT).findOne({ where: { documentId } });
    await app.strapi.db
      .query(DOCUMENT)
      .update({ where: { id: (row as { id: number }).id }, data: { createdBy: id } as never });
  };

  it('stay open if they do not need that right, as do links that they make now', async () => {
    const person = await personWith(app, [...grants(PROJECT), ...grants(DOCUMENT)]);
    const other = await share(person.client, DOCUMENT, (await newDocument(app)).documentId);
    const lost = await share(person.client, PROJECT, await withPaper());
    await person.grant([...grants(PROJECT), ...grants(DOCUMENT, { fields: ['category'] })]);
    await expect.poll(() => stateOf(lost.id), SOON).toBe('suspended');
    expect(await stateOf(other.id)).toBe('active');
    const fresh = await share(person.client, PROJECT, await withPaper());
    await person.grant([...grants(PROJECT), ...grants(DOCUMENT, { fields: ['description'] })]);
    await person.grant([...grants(PROJECT), ...grants(DOCUMENT)]);
    await expect.poll(() => stateOf(lost.id), SOON).toBe('active');
    expect(await stateOf(other.id)).toBe('active');
    expect(await stateOf(fresh.id)).toBe('active');
  });
});

describe('A03: a relation that now leads to another type', () => {
  it('shows no entry of that type, and does not say that the relation exists', async () => {
    const person = await personWith(app, [...grants(PROJECT), ...grants(DOCUMENT)]);
    const project = await newProject(app);
    await createEntry(app, DOCUMENT, { title: 'The contract', project: project.documentId });
    const link = await share(person.client, PROJECT, project.documentId);
    const ask = async () =>
      (await clientOf(app)('GET', `/api/share-links/public/${link.token}`)).text;
    expect(await ask()).toContain('The contract');

    const attribute = app.strapi.contentTypes[PROJECT as 'api::x.x']!.attributes
      .documents as unknown as { target: string };
    const before = attribute.target;
    try {
      attribute.target = PAGE;
      const text = await ask();
      expect(text).not.toContain('"documents"');
      expect(text).not.toContain('The contract');
    } finally {
      attribute.target = before;
    }
    expect(await ask()).toContain('The contract');
  });

  it('has the same field names in the API as before; only the database stores its type', async () => {
    const project = await newProject(app);
    const link = await share(admin, PROJECT, project.documentId, { fields: ['documents'] });
    expect(link.fields).toContain('documents(title)');
    const { body } = await admin<{ data: Link }>('PUT', `/share-links/links/${link.id}`, {
      data: { fields: ['title', 'documents(title)'] },
    });
    expect(body.data.fields).toContain('documents(title).category');
    for (const path of [
      `/share-links/links/${link.id}`,
      `/share-links/links/${link.id}/timeline`,
      `/share-links/entries/${PROJECT}/${project.documentId}`,
      `/share-links/history?contentType=${PROJECT}&documentId=${project.documentId}`,
    ]) {
      const { text } = await admin('GET', path);
      expect(text).not.toContain('@api');
      expect(text).toContain('documents(title)');
    }
    const row = (await app.strapi.db.query(LINK_UID).findOne({ where: { id: link.id } })) as {
      fields: string[];
    };
    expect(row.fields).toContain('documents(title@api::document.document).category');
  });

  it('gets its type stored once, at a start, for links of an earlier version', async () => {
    interface Paths {
      fields: string[];
      childFields: Record<string, string[]>;
    }
    const project = await newProject(app);
    await createEntry(app, DOCUMENT, { title: 'The contract', project: project.documentId });
    const { id, token } = await share(admin, PROJECT, project.documentId, {
      includeChildren: true,
    });
    const pathsOf = async () => {
      const row = (await app.strapi.db.query(LINK_UID).findOne({ where: { id } })) as Paths;
      return { fields: row.fields, childFields: row.childFields };
    };
    const named = await pathsOf();
    const old: Paths = JSON.parse(JSON.stringify(named).replace(/@[^)]*/g, ''));
    expect(old).not.toEqual(named);
    expect(old.childFields[DOCUMENT]).toContain('project(title)');
    const makeOld = () => app.strapi.db.query(LINK_UID).update({ where: { id }, data: { ...old } });
    const restart = async () => {
      await app.stop();
      await boot();
    };

    await makeOld();
    const store = app.strapi.store!({ type: 'plugin', name: 'share-links' });
    await store.delete({ key: 'named-relations' });
    await restart();
    expect(await pathsOf()).toEqual(named);
    const { text } = await clientOf(app)('GET', `/api/share-links/public/${token}`);
    expect(text).toContain('The contract');

    // After that start, a path without a type gets none: the schema may have changed by then.
    await makeOld();
    await restart();
    expect(await pathsOf()).toEqual(old);
  });
});
