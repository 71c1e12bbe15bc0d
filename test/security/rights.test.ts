import { describe, expect, it } from 'vitest';

import type { EntrySharing } from '../../contracts/entries';
import type { Link, LinkList } from '../../contracts/links';
import { clientOf, login } from '../support/client';
import { afterMs } from '../support/clock';
import { DOCUMENT, PAGE, PROJECT, createEntry, newDocument, newProject } from '../support/entries';
import { requestTo } from '../support/http';
import { userWith } from '../support/people';
import type { Granted } from '../support/people';
import { shareEntry, visit } from '../support/sharing';
import { program } from '../support/tokens';
import { useApp } from '../support/use-app';
import { addFrench } from '../support/versions';

const SHARE = 'plugin::share-links.share';
const READ = 'plugin::content-manager.explorer.read';
const FIELDS = ['title', 'category', 'description', 'files', 'project'];

const app = useApp();

const can = (action: string, subject: string, more: Partial<Granted> = {}): Granted => ({
  action,
  subject,
  properties: { fields: FIELDS },
  ...more,
});

describe('S30: no spelling of an address avoids the headers or the log filter', () => {
  it.each([
    (token: string) => `/SHARE/${token}`,
    (token: string) => `/Share/${token}/`,
    (token: string) => `/share/${token}/`,
    (token: string) => `/API/Share-Links/PUBLIC/${token}`,
    (token: string) => `/share//${token}`,
    (token: string) => `/share/%50${token.slice(1)}`,
  ])('%s', async (spell) => {
    const { token } = await shareEntry(app);
    const { headers } = await clientOf(app)('GET', spell(token));
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect(headers.get('x-robots-tag')).toBe('noindex, nofollow');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    const tail = token.slice(8);
    expect(app.logs.join('\n')).not.toContain(tail);
  });

  it('or the limit on the size of a body, chunked or not', async () => {
    const long = 'x'.repeat(70_000);
    const spelled = await clientOf(app)('POST', '/SHARE-LINKS/links', { data: { label: long } });
    expect(spelled.status).toBe(413);
    const chunked = requestTo(`${app.url}/share/${'A'.repeat(32)}`, { method: 'POST' });
    chunked.write(long);
    expect((await chunked).status).toBe(413);
  });
});

describe('C11: conditions of a role are checked against the real entry', () => {
  it('so the list shows no address of a link whose entry does not meet them', async () => {
    const person = await userWith(app, [
      can(READ, DOCUMENT, { conditions: ['admin::is-creator'] }),
      { action: 'plugin::share-links.links.read', subject: null as never },
    ]);
    const { id } = await shareEntry(app);
    const { body } = await person<LinkList>('GET', '/share-links/links?pageSize=100');
    const listed = body.data.find((link) => link.id === id);
    expect(listed?.url).toBeNull();
    expect(listed?.entryTitle).toBeNull();
  });

  it('and a role that may share but not read sees no links of others', async () => {
    const person = await userWith(app, [can(SHARE, DOCUMENT)]);
    const { id } = await shareEntry(app, { label: 'Confidential name' });
    const { body, text } = await person<LinkList>('GET', '/share-links/links?pageSize=100');
    expect(body.data.map((link) => link.id)).not.toContain(id);
    expect(text).not.toContain('Confidential name');
  });

  it('and related titles need the right to read each related entry', async () => {
    const person = await userWith(app, [
      can(READ, PROJECT, { properties: { fields: ['title', 'documents'] } }),
      can(SHARE, PROJECT, { properties: { fields: ['title', 'documents'] } }),
      can(READ, DOCUMENT, { conditions: ['admin::is-creator'] }),
    ]);
    const secret = await newDocument(app, 'editor', { title: 'NOT FOR THIS PERSON' });
    const { documentId } = await newProject(app, 'editor', {
      documents: { connect: [{ documentId: secret.documentId }] },
    });
    const { body } = await person<{ data: Link }>('POST', '/share-links/links', {
      data: { contentType: PROJECT, documentId },
    });
    expect(body.data.fields).toEqual(['title']);
    const { page, json } = await visit(app, body.data.url!.split('/').at(-1)!);
    expect(page.text + json.text).not.toContain('NOT FOR THIS PERSON');
  });

  it('and the languages of a role count in lists too', async () => {
    const page = await createEntry(app, PAGE, { title: 'English title' }, { locale: 'en' });
    await addFrench(app, page.documentId, { title: 'Titre français' });
    const french = await shareEntry(app, {
      contentType: PAGE,
      documentId: page.documentId,
      locale: 'fr',
    });
    const english = { fields: ['title', 'intro', 'body'], locales: ['en'] };
    const person = await userWith(app, [
      can(READ, PAGE, { properties: english }),
      can(SHARE, PAGE, { properties: english }),
    ]);
    const { body, text } = await person<LinkList>(
      'GET',
      `/share-links/links?contentType=${PAGE}&documentId=${page.documentId}`
    );
    expect(body.data).toEqual([]);
    expect(text).not.toContain(french.token);
  });
});

describe('C01: a link never shows more than before', () => {
  it('when a related type gets another title field', async () => {
    const related = await newDocument(app, 'editor', {
      title: 'Related title',
      description: 'CHOSEN LATER',
    });
    const admin = await login(app, 'admin');
    const follow = (depth: number) =>
      admin('PUT', '/share-links/settings', {
        data: { contentTypes: { [PROJECT]: { relations: { documents: depth } } } },
      });
    await follow(0);
    const { documentId } = await newProject(app, 'editor', {
      documents: { connect: [{ documentId: related.documentId }] },
    });
    const { token } = await shareEntry(app, { contentType: PROJECT, documentId });
    const service = app.strapi.plugin('content-manager').service('content-types') as {
      findConfiguration(model: object): Promise<{ settings: object }>;
      updateConfiguration(model: object, configuration: object): Promise<unknown>;
    };
    const model = app.strapi.getModel(DOCUMENT);
    const configuration = await service.findConfiguration(model);
    await service.updateConfiguration(model, {
      ...configuration,
      settings: { ...configuration.settings, mainField: 'description' },
    });
    // Strapi keeps the title fields of types for five seconds.
    const { json } = await afterMs(5_100, () => visit(app, token));
    expect(json.text).toContain('Related title');
    expect(json.text).not.toContain('CHOSEN LATER');
    await service.updateConfiguration(model, configuration);
    await follow(1);
  });
});

it('S12: the content manager shows no hashes and no ciphers, not even to a super admin', async () => {
  await shareEntry(app);
  const admin = await login(app, 'admin');
  const { text } = await admin(
    'GET',
    '/content-manager/collection-types/plugin::share-links.link?pageSize=100'
  );
  expect(text).not.toMatch(/tokenHash|tokenCipher|singleKey|passwordHash|passwordCipher/);
});

it('S22: a locale that is given twice, or as a list, is refused', async () => {
  const page = await createEntry(app, PAGE, { title: 'One page' }, { locale: 'en' });
  const full = await program(app, { type: 'full-access' });
  const editor = await login(app, 'editor');
  for (const query of ['locale[]=fr', 'locale=fr&locale=en', 'locale[a]=b']) {
    const path = `/api/pages/${page.documentId}/public-link?${query}`;
    expect((await full('POST', path)).status).toBe(400);
    const entries = `/share-links/entries/${PAGE}/${page.documentId}?${query}`;
    expect((await editor('GET', entries)).status).toBe(400);
  }
});

/**
 * A row in the form in which it can be inserted: drivers read JSON as objects but do not write
 * objects.
 */
const asWritten = (row: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      typeof value === 'object' && value !== null && !(value instanceof Date)
        ? JSON.stringify(value)
        : value,
    ])
  );

it('S29: the panel counts all links, also when it shows only some', async () => {
  const { documentId } = await newDocument(app);
  const first = await shareEntry(app, { documentId });
  const { id: _id, ...row } = (await app.strapi.db
    .connection('share_links')
    .where({ id: first.id })
    .first()) as Record<string, unknown>;
  const copies = Array.from({ length: 520 }, (_, index) => ({
    ...asWritten(row),
    document_id: `copy${index}`,
    token_hash: `copy ${index}`,
  }));
  await app.strapi.db.connection.batchInsert('share_links', copies, 50);
  const editor = await login(app, 'editor');
  const { body } = await editor<{ data: EntrySharing }>(
    'GET',
    `/share-links/entries/${DOCUMENT}/${documentId}`
  );
  expect(body.data.counts).toEqual({ live: 521, total: 521 });
  expect(body.data.links).toHaveLength(500);
});

it.each(['label', 'documentId', 'contentType', 'locale'])(
  'a NUL character in %s is refused before it reaches the database',
  async (field) => {
    const { documentId } = await newDocument(app);
    const editor = await login(app, 'editor');
    const answer = await editor('POST', '/share-links/links', {
      data: { contentType: DOCUMENT, documentId, [field]: 'a\0b' },
    });
    expect(answer.status).toBe(400);
    expect(answer.body.error.details.errors?.[0]?.path).toEqual([field]);
  }
);

it('a title that is longer than its column is cut and causes no error', async () => {
  const { documentId } = await newDocument(app, 'editor', { title: 'long '.repeat(50) });
  expect((await shareEntry(app, { documentId })).entryTitle).toContain('long long');
});
