import { setTimeout as wait } from 'node:timers/promises';

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import type { Settings } from '../../contracts/settings';
import { LINK_UID } from '../../server/src/links/store/link-uid';
import { startApp } from '../support/app';
import type { App } from '../support/app';
import { login } from '../support/client';
import type { Client } from '../support/client';
import {
  DOCUMENT,
  HOMEPAGE,
  PAGE,
  PROJECT,
  createEntry,
  newDocument,
  newProject,
} from '../support/entries';
import type { Entry } from '../support/entries';
import { personWith, userWith } from '../support/people';
import type { Granted } from '../support/people';
import { shareEntry, statusOf } from '../support/sharing';
import type { Shared } from '../support/sharing';
import { statementsOf } from '../support/visitors';

const SHARE = 'plugin::share-links.share';
const READ = 'plugin::content-manager.explorer.read';
const LOCALES = ['en', 'fr'];

let app: App;
let admin: Client;
let editor: Client;

beforeAll(async () => {
  app = await startApp();
  admin = await login(app, 'admin');
  editor = await login(app, 'editor');
});
afterAll(() => app.stop());
// Ends every link: a live one would count in the next test too.
afterEach(async () => {
  await levels({ [PAGE]: 'view', [DOCUMENT]: 'view' });
  await app.strapi.db.query(LINK_UID).updateMany({
    where: { revokedAt: null },
    data: { revokedAt: new Date().toISOString(), singleKey: null },
  });
});

/** Rights to read and share entries of a type, or some of their fields. */
const canShare = (subject: string, more: Partial<Granted> = {}): Granted[] =>
  [READ, SHARE].map((action) => ({
    action,
    subject,
    ...more,
    properties: { ...(subject === PAGE ? { locales: LOCALES } : {}), ...more.properties },
  }));
const onlyTitle = (subject: string) =>
  userWith(app, canShare(subject, { properties: { fields: ['title'] } }));

const settings = async (data: object) => {
  const { status, text } = await admin('PUT', '/share-links/settings', { data });
  expect(status, text).toBe(200);
};
const levels = (by: Record<string, 'off' | 'view'>) =>
  settings({
    contentTypes: Object.fromEntries(Object.entries(by).map(([uid, level]) => [uid, { level }])),
  });

const say = (by: Client, uid: string, { documentId }: Pick<Entry, 'documentId'>, policy: string) =>
  by('PUT', `/share-links/entries/${uid}/${documentId}/policy`, { data: { policy } });

async function expectSaid(...request: Parameters<typeof say>): Promise<void> {
  const { status, text } = await say(...request);
  expect(status, text).toBe(200);
}
async function expectRefused(...request: Parameters<typeof say>): Promise<void> {
  const { status, body, text } = await say(...request);
  expect(status, text).toBe(403);
  expect(body.error.details.code).toBe('field-not-shareable');
}

const newPage = (title: string, parent?: Entry) =>
  createEntry(app, PAGE, {
    title,
    intro: 'An introduction',
    ...(parent ? { parent: parent.documentId } : {}),
  });
const inFrench = ({ documentId }: Entry, parent?: Entry) =>
  app.strapi.documents(PAGE).update({
    documentId,
    locale: 'fr',
    status: 'published',
    data: { title: 'En français', parent: parent?.documentId ?? null } as never,
  });

/** A chain of pages, each above the next. */
async function chain() {
  const top = await newPage('Top');
  const middle = await newPage('Middle', top);
  return { top, middle, below: await newPage('Below', middle) };
}

async function share(uid: string, { documentId }: Pick<Entry, 'documentId'>, more: object = {}) {
  const link = await shareEntry(app, { contentType: uid, documentId, ...more });
  expect(await statusOf(app, link.token)).toBe(200);
  return link;
}
const isOpen = async ({ token }: Shared) => (await statusOf(app, token)) === 200;

describe('A01: a share policy that opens links to entries below', () => {
  it('needs the right to share them when an entry above was Off', async () => {
    const { top, middle, below } = await chain();
    const link = await share(PAGE, below);
    await expectSaid(editor, PAGE, top, 'off');
    const person = await onlyTitle(PAGE);
    await expectRefused(person, PAGE, middle, 'view');
    expect(await isOpen(link)).toBe(false);
    await expectSaid(editor, PAGE, middle, 'view');
    expect(await isOpen(link)).toBe(true);
  });

  it('needs the right to share them when their type was off', async () => {
    const { middle, below } = await chain();
    const link = await share(PAGE, below);
    await levels({ [PAGE]: 'off' });
    const person = await onlyTitle(PAGE);
    await expectRefused(person, PAGE, middle, 'view');
    expect(await isOpen(link)).toBe(false);
  });

  it('needs the right to share them when the entry itself was already open', async () => {
    const project = await newProject(app);
    const document = await newDocument(app, 'editor', { project: project.documentId });
    const link = await share(DOCUMENT, document);
    await levels({ [DOCUMENT]: 'off' });
    const person = await onlyTitle(PROJECT);
    await expectRefused(person, PROJECT, project, 'view');
    expect(await isOpen(link)).toBe(false);
  });

  it('needs the right to share them when the entry itself stays off', async () => {
    const project = await newProject(app);
    const document = await newDocument(app, 'editor', { project: project.documentId });
    const link = await share(DOCUMENT, document);
    await expectSaid(editor, PROJECT, project, 'off');
    await settings({ contentTypes: { [PROJECT]: { level: 'off' } } });
    const person = await onlyTitle(PROJECT);
    await expectRefused(person, PROJECT, project, 'inherit');
    expect(await isOpen(link)).toBe(false);
    await settings({ contentTypes: { [PROJECT]: { level: 'view' } } });
  });

  it('needs only the right to share the entry when it opens no link', async () => {
    const { top, middle, below } = await chain();
    await share(PAGE, middle, { includeChildren: true });
    await share(PAGE, below);
    const person = await onlyTitle(PAGE);
    for (const policy of ['view', 'inherit', 'off', 'off']) {
      await expectSaid(person, PAGE, middle, policy);
    }
    await expectSaid(editor, PAGE, middle, 'inherit');
    // The entry above stays off, so the policy opens nothing.
    await expectSaid(editor, PAGE, top, 'off');
    await expectSaid(person, PAGE, middle, 'off');
    await expectSaid(person, PAGE, middle, 'inherit');
  });

  it('counts a full link, since it still opens for visitors it admitted before', async () => {
    const page = await newPage('Seen');
    const link = await share(PAGE, page, { maxViewers: 5 });
    await app.strapi.db
      .query(LINK_UID)
      .update({ where: { id: link.id }, data: { isFull: true, viewerCount: 5 } });
    await expectSaid(editor, PAGE, page, 'off');
    const person = await onlyTitle(PAGE);
    await expectRefused(person, PAGE, page, 'view');
    await editor('DELETE', `/share-links/links/${link.id}`);
    await expectSaid(person, PAGE, page, 'view');
  });
});

describe('A01: a share policy that opens what other links show', () => {
  it('needs the right to share the entries behind the entry', async () => {
    const before = (await admin<{ data: Settings }>('GET', '/share-links/settings')).body.data;
    await settings({
      contentTypes: {
        [HOMEPAGE]: { relations: { featuredProjects: 2 } },
        [PROJECT]: { relations: { documents: 1 } },
      },
    });
    const { documentId } = (await app.strapi.documents(HOMEPAGE).findFirst())!;
    const link = await share(HOMEPAGE, { documentId }, { by: 'admin' });
    expect(link.fields.join()).toMatch(/featuredProjects\(title\)\.documents\(title\)\.files/);

    const project = await newProject(app);
    const whole = await userWith(app, [...canShare(PROJECT), ...canShare(DOCUMENT)]);
    const person = await userWith(app, canShare(PROJECT));
    await expectSaid(editor, PROJECT, project, 'off');
    await expectRefused(person, PROJECT, project, 'inherit');
    await expectSaid(whole, PROJECT, project, 'inherit');
    await settings({ contentTypes: before.contentTypes });
  });

  it('needs the right to share the entries below the entry', async () => {
    const { top, middle, below } = await chain();
    await share(PAGE, top, { fields: ['title', 'intro'], includeChildren: true });
    const person = await personWith(app, canShare(PAGE, { conditions: ['admin::is-creator'] }));
    await giveTo(person.id, middle);
    await expectSaid(person.client, PAGE, middle, 'off');
    await expectRefused(person.client, PAGE, middle, 'inherit');

    // This entry has nothing below it.
    await giveTo(person.id, below);
    await expectSaid(person.client, PAGE, below, 'off');
    await expectSaid(editor, PAGE, middle, 'inherit');
    await expectSaid(person.client, PAGE, below, 'inherit');
  });

  it('needs the right to share the entry in each language in which a link shows it', async () => {
    const { top, middle, below } = await chain();
    await inFrench(top);
    await inFrench(middle, top);
    await share(PAGE, top, { locale: 'fr', includeChildren: true });
    const person = await userWith(app, canShare(PAGE, { properties: { locales: ['en'] } }));
    await expectSaid(person, PAGE, middle, 'off');
    await expectRefused(person, PAGE, middle, 'inherit');
    await expectSaid(editor, PAGE, middle, 'inherit');

    // This entry has no French version.
    await expectSaid(person, PAGE, below, 'off');
    await expectSaid(person, PAGE, below, 'inherit');
  });
});

/** Makes a person the creator of an entry, in both its versions. */
async function giveTo(userId: number, { documentId }: Entry): Promise<void> {
  const rows = (await app.strapi.db
    .query(PAGE)
    .findMany({ where: { documentId }, select: ['id'] })) as { id: number }[];
  for (const { id } of rows) {
    await app.strapi.db.query(PAGE).update({ where: { id }, data: { createdBy: userId } as never });
  }
}

describe('A08: a share policy on which many links depend', () => {
  it('reads from each link only what the check needs', async () => {
    const page = await newPage('Alone');
    await expectSaid(editor, PAGE, page, 'off');
    const first = await shareEntry(app, {
      contentType: PAGE,
      documentId: (await newPage('A')).documentId,
    });
    await copyLink(first.id, 450);
    const statements = await statementsOf(app, () => expectSaid(editor, PAGE, page, 'inherit'));
    const ofLinks = statements.filter((sql) => /from \S*[`"]share_links[`"]/.test(sql));
    expect(ofLinks.length).toBeGreaterThan(0);
    for (const sql of ofLinks) expect(sql).not.toMatch(/password|token|slug|view_count/);
    expect(ofLinks.length).toBeLessThanOrEqual(5);
  });

  it('has a few places and a short queue for each person', async () => {
    const page = await newPage('Busy');
    let delay = 300;
    app.strapi.documents.use(async (_context, next) => {
      if (delay > 0) await wait(delay);
      return next();
    });
    const answers = await Promise.all(
      Array.from({ length: 60 }, () => say(editor, PAGE, page, 'view'))
    );
    delay = 0;
    const statuses = new Set(answers.map(({ status }) => status));
    expect(statuses).toEqual(new Set([200, 429]));
    const refused = answers.find(({ status }) => status === 429)!;
    expect(refused.body.error.details.code).toBe('too-many-attempts');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

/** Copies a link into many rows. */
async function copyLink(id: number, count: number): Promise<void> {
  const rows = app.strapi.db.query(LINK_UID);
  const {
    id: _,
    documentId,
    ...row
  } = (await rows.findOne({ where: { id } })) as Record<string, unknown>;
  const data = Array.from({ length: count }, (_unused, index) => ({
    ...row,
    tokenHash: `copy ${String(documentId)} ${index}`,
    singleKey: null,
  }));
  for (let at = 0; at < count; at += 50) await rows.createMany({ data: data.slice(at, at + 50) });
}
