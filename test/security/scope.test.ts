import { describe, expect, it } from 'vitest';

import { DAY_MS } from '../../contracts/dates';
import type { PublicAnswer } from '../../contracts/shown';
import { admit } from '../../server/src/access/admit';
import { openedLink } from '../../server/src/access/opened-link';
import { linkRows } from '../../server/src/links/store/link-rows';
import { clientOf } from '../support/client';
import { afterMs } from '../support/clock';
import { DOCUMENT, PROJECT, newDocument, newProject } from '../support/entries';
import { send } from '../support/http';
import { userWith } from '../support/people';
import { shareEntry, statusOf } from '../support/sharing';
import { program } from '../support/tokens';
import { useActor, useApp } from '../support/use-app';

const app = useApp();
const stranger = clientOf(app);
const editor = useActor(app, 'editor');
const author = useActor(app, 'author');

const json = (token: string) => stranger<PublicAnswer>('GET', `/api/share-links/public/${token}`);

it('S22: a create with the ids of two entries, or of an entry that may not be read → refused', async () => {
  const [mine, theirs] = [await newDocument(app, 'author'), await newDocument(app, 'editor')];
  const post = (data: object) =>
    author('POST', '/share-links/links', { data: { contentType: DOCUMENT, ...data } });
  expect((await post({ documentId: theirs.documentId })).status).toBe(403);
  for (const extra of [
    { id: 1 },
    { entryDocumentId: theirs.documentId },
    { target: theirs.documentId },
    { sharedById: 1 },
  ]) {
    expect((await post({ documentId: mine.documentId, ...extra })).status).toBe(400);
  }
});

it('S23: somebody else’s link → can’t be read, changed or ended', async () => {
  const { id, token } = await shareEntry(app);
  const path = `/share-links/links/${id}`;
  const tries: [string, string, object?][] = [
    ['GET', path],
    ['PUT', path, { data: { label: 'Mine now' } }],
    ['DELETE', path],
    ['POST', `${path}/pause`],
    ['POST', `${path}/resume`],
    ['POST', `${path}/rotate`],
    ['POST', `${path}/revoke`],
    ['POST', `${path}/take-over`],
    ['GET', `${path}/timeline`],
    ['GET', `${path}/qr?format=png`],
    ['GET', `${path}/password`],
  ];
  for (const [method, at, body] of tries) {
    expect([method, at, (await author(method, at, body)).status]).toEqual([method, at, 403]);
  }
  const bulk = await author<{ data: { done: number[] } }>('POST', '/share-links/links/bulk', {
    data: { action: 'revoke', ids: [id] },
  });
  expect(bulk.body.data.done).toEqual([]);
  expect(await statusOf(app, token)).toBe(200);
});

it('S24: the maker is blocked → the link stays closed until the maker is unblocked', async () => {
  const { token } = await shareEntry(app, {
    by: 'author',
    documentId: (await newDocument(app, 'author')).documentId,
  });
  const users = app.strapi.service('admin::user') as unknown as {
    updateById(id: number, data: object): Promise<unknown>;
  };
  const user = (await app.strapi.db
    .query('admin::user')
    .findOne({ where: { email: 'author@example.com' } })) as { id: number };
  await users.updateById(user.id, { blocked: true });
  await expect.poll(() => statusOf(app, token)).toBe(404);
  await users.updateById(user.id, { blocked: false });
  await expect.poll(() => statusOf(app, token)).toBe(200);
});

it('S25: a role that may share files but not read them → creates no link with files', async () => {
  const granted = (action: string, fields: string[]) => ({
    action,
    subject: DOCUMENT,
    properties: { fields },
  });
  const person = await userWith(app, [
    granted('plugin::share-links.share', ['title', 'files']),
    granted('plugin::content-manager.explorer.read', ['title']),
  ]);
  const { documentId } = await newDocument(app);
  const post = (data: object) =>
    person<{ data: { fields: string[] } }>('POST', '/share-links/links', {
      data: { contentType: DOCUMENT, documentId, ...data },
    });
  expect((await post({ fields: ['files'] })).status).toBe(403);
  expect((await post({})).body.data.fields).toEqual(['title']);
});

describe('S26, C02: ids, versions and queries in a public request', () => {
  it('→ the same answer as without them', async () => {
    const other = await newProject(app, 'editor', { summary: 'OF ANOTHER' });
    const { documentId } = await newProject(app, 'editor', { budget: 4711 });
    const { token } = await shareEntry(app, { contentType: PROJECT, documentId });
    const plain = (await json(token)).text;
    for (const query of [
      `documentId=${other.documentId}`,
      `id=${other.documentId}&contentType=${PROJECT}`,
      'populate=*&fields=*',
      'filters[budget][$gte]=4711',
      'sort=budget&status=draft&version=1&publicationState=preview',
      'fields[]=budget&select=budget&_q=4711',
    ]) {
      expect([query, (await json(`${token}?${query}`)).text]).toEqual([query, plain]);
    }
    expect(plain).not.toContain('4711');
  });
});

it('S27: the JSON of an entry → no creator, no editor, no internal id of a related entry', async () => {
  const { documentId } = await newProject(app);
  const { token } = await shareEntry(app, { contentType: PROJECT, documentId });
  const { text } = await json(token);
  expect(text).not.toMatch(
    /createdBy|updatedBy|"documentId"|localizations|provider_metadata|folder/i
  );
});

it('S29: links by a program and by a person → the manager lists them all', async () => {
  const { documentId } = await newDocument(app);
  const robot = await program(app, { type: 'full-access' });
  const made = await robot<{ data: { id: number } }>('POST', '/api/share-links/links', {
    data: { contentType: DOCUMENT, documentId },
  });
  const shared = await shareEntry(app, { documentId });
  const { body } = await editor<{ data: { id: number }[] }>(
    'GET',
    `/share-links/links?documentId=${documentId}&pageSize=100`
  );
  expect(body.data.map(({ id }) => id).sort()).toEqual([made.body.data.id, shared.id].sort());
});

it('C01: a link by a maker who may share two fields → never shows a third', async () => {
  const fields = ['title', 'category'];
  const person = await userWith(app, [
    { action: 'plugin::share-links.share', subject: DOCUMENT, properties: { fields } },
    {
      action: 'plugin::content-manager.explorer.read',
      subject: DOCUMENT,
      properties: { fields: [...fields, 'description'] },
    },
  ]);
  const { documentId } = await newDocument(app, 'editor', { description: 'NOT FOR ALL' });
  const { body } = await person<{ data: { url: string } }>('POST', '/share-links/links', {
    data: { contentType: DOCUMENT, documentId },
  });
  const { text } = await json(body.data.url.split('/').at(-1) as string);
  expect(text).not.toContain('NOT FOR ALL');
});

it('C04, S31: the end of a link has passed and no job has run → the very next request is refused', async () => {
  const { id, token } = await shareEntry(app);
  expect(await statusOf(app, token)).toBe(200);
  await editor('PUT', `/share-links/links/${id}`, { data: { expiresIn: '1d' } });
  expect(await statusOf(app, token)).toBe(200);
  expect(await afterMs(DAY_MS, () => statusOf(app, token))).toBe(404);
});

it('C03, S47: 30 first visits at once to a link for one visitor → one gets in', async () => {
  const { token } = await shareEntry(app, { maxViewers: 1 });
  const statuses = await Promise.all(
    Array.from({ length: 30 }, async () => (await send(`${app.url}/share/${token}`)).status)
  );
  expect(statuses.filter((status) => status === 200)).toHaveLength(1);
});

it('C03, S47: 30 visitors have read the row of a link for one visitor → one gets in', async () => {
  const { id } = await shareEntry(app, { maxViewers: 1 });
  const link = openedLink(app.strapi, (await linkRows(app.strapi).byId(id))!, '');
  const visitor = { client: 'local', unlockProof: '', viewerProof: '', isRobot: false };
  const admissions = await Promise.all(
    Array.from({ length: 30 }, () => admit(app.strapi, { link, visitor }))
  );
  expect(admissions.filter(({ admitted }) => admitted)).toHaveLength(1);
});
