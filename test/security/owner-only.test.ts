import { afterAll, beforeAll, expect, it, vi } from 'vitest';

import type { BulkResult, Link } from '../../contracts/links';
import { LINK_UID } from '../../server/src/links/store/link-uid';
import { startApp } from '../support/app';
import type { App } from '../support/app';
import { login } from '../support/client';
import type { Answer, Client, ErrorAnswer } from '../support/client';
import { DOCUMENT, PROJECT, createEntry, newDocument } from '../support/entries';
import { personWith } from '../support/people';
import type { Granted, Person } from '../support/people';
import { shareEntry } from '../support/sharing';
import { ownedProgram, program } from '../support/tokens';

const PASSWORD = 'the password of the editor';
const FIELDS = ['title', 'category', 'description', 'files', 'project'];
/** The rights to read and share everything that a link to a document shows. */
const RIGHTS = ['plugin::share-links.share', 'plugin::content-manager.explorer.read'].flatMap(
  (action): Granted[] => [
    { action, subject: DOCUMENT, properties: { fields: FIELDS } },
    { action, subject: PROJECT, properties: { fields: ['title'] } },
  ]
);

let app: App;
let editor: Client;
/** A person who may share every document but has created none. */
let other: Person;

beforeAll(async () => {
  app = await startApp();
  editor = await login(app, 'editor');
  other = await personWith(app, RIGHTS);
  const admin = await login(app, 'admin');
  const { status } = await admin('PUT', '/share-links/settings', { data: { ownerOnly: true } });
  expect(status).toBe(200);
});
afterAll(() => app.stop());

const path = (id: number, rest = '') => `/share-links/links/${id}${rest}`;
const newLink = (rules: object = {}) =>
  shareEntry(app, { password: PASSWORD, expiresIn: '1w', maxViewers: 5, ...rules });

async function expectRefused(answer: Promise<Answer<ErrorAnswer>>): Promise<void> {
  const { status, body, text } = await answer;
  expect(status, text).toBe(403);
  expect(body.error.details.code).toBe('not-owner');
}

/**
 * Repeats, since a new role makes the plugin check all makers, and that check ends the suspension.
 */
const suspended = (id: number, work: () => Promise<void>) =>
  vi.waitFor(async () => {
    const data = { suspendedAt: new Date().toISOString() };
    await app.strapi.db.query(LINK_UID).update({ where: { id }, data });
    await work();
  });

const OPENING: [string, string, string, object?][] = [
  ['rotate', 'POST', '/rotate'],
  ['resume', 'POST', '/resume'],
  ['a readable address', 'PUT', '', { slug: 'an-address-of-mine' }],
  ['no password', 'PUT', '', { password: null }],
  ['search engines', 'PUT', '', { password: null, allowIndexing: true }],
  ['more time', 'PUT', '', { expiresIn: 'never' }],
  ['more visitors', 'PUT', '', { maxViewers: null }],
  ['frames of other sites', 'PUT', '', { frameOrigins: ['https://a.example'] }],
];

it.each(OPENING)(
  'S30: where only creators share, nobody else opens a link further: %s',
  async (_what, method, rest, data) => {
    const { id } = await newLink();
    expect((await editor('POST', path(id, '/pause'))).status).toBe(200);
    const body = data && { data };
    await expectRefused(other.client(method, path(id, rest), body));
    const token = await ownedProgram(app, 'editor', RIGHTS);
    await expectRefused(token(method, path(id, rest), body));
    const { status, text } = await editor(method, path(id, rest), body);
    expect(status, text).toBe(200);
  }
);

it('S30: where only creators share, nobody else takes over a link or resumes links in bulk', async () => {
  const { id } = await newLink();
  await suspended(id, () => expectRefused(other.client('POST', path(id, '/take-over'))));
  await editor('POST', path(id, '/pause'));
  const { body } = await other.client<{ data: BulkResult }>('POST', '/share-links/links/bulk', {
    data: { action: 'resume', ids: [id] },
  });
  expect(body.data.refused).toMatchObject([{ id, code: 'not-owner' }]);
});

it('S30: where only creators share, an API token opens no link further', async () => {
  const { id } = await newLink();
  await editor('POST', path(id, '/pause'));
  const token = await program(app, { type: 'full-access' });
  await expectRefused(token('POST', `/api/share-links/links/${id}/resume`));
});

it('S30: where only creators share, others may still narrow, pause and delete a link', async () => {
  const { id } = await newLink();
  for (const data of [{ label: 'Named' }, { expiresIn: '1d' }, { maxViewers: 2 }]) {
    const { status, text } = await other.client('PUT', path(id), { data });
    expect(status, text).toBe(200);
  }
  expect((await other.client('POST', path(id, '/pause'))).status).toBe(200);
  expect((await other.client('DELETE', path(id))).status).toBe(200);
});

it('S30: where only creators share, the creator of the entry counts, not the maker of the link', async () => {
  const { documentId } = await createEntry(app, DOCUMENT, { title: 'Theirs' }, { by: 'admin' });
  const { id } = await newLink();
  await app.strapi.db
    .query(LINK_UID)
    .update({ where: { id }, data: { entryDocumentId: documentId } });
  await expectRefused(editor('POST', path(id, '/rotate')));
  const own = await newDocument(app);
  await app.strapi.db
    .query(LINK_UID)
    .update({ where: { id }, data: { entryDocumentId: own.documentId } });
  const { status } = await editor<{ data: Link }>('POST', path(id, '/rotate'));
  expect(status).toBe(200);
});
