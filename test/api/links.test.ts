import { describe, expect, it } from 'vitest';

import type { EntrySharing } from '../../contracts/entries';
import type { Link, LinkList } from '../../contracts/links';
import { DOCUMENT, PROJECT, newDocument, newProject } from '../support/entries';
import { useActors, useApp } from '../support/use-app';

type Who = 'admin' | 'editor' | 'author' | 'reader' | 'nobody';

const app = useApp();
const as = useActors(app);

async function share(who: Who, documentId: string, extra: object = {}): Promise<Link> {
  const { body, status } = await as[who]<{ data: Link }>('POST', '/share-links/links', {
    data: { contentType: DOCUMENT, documentId, ...extra },
  });
  expect(status).toBe(201);
  return body.data;
}

describe('POST /share-links/links', () => {
  it.each<[Who, string, number, string | null]>([
    ['admin', 'editor', 201, null],
    ['editor', 'author', 201, null],
    ['author', 'author', 201, null],
    ['author', 'editor', 403, 'not-owner'],
    ['reader', 'editor', 403, 'not-allowed'],
  ])('%s on an entry of %s: %i', async (who, creator, status, code) => {
    const { documentId } = await newDocument(app, creator);
    const answer = await as[who]('POST', '/share-links/links', {
      data: { contentType: DOCUMENT, documentId },
    });
    expect(answer.status).toBe(status);
    if (code) expect(answer.body.error.details.code).toBe(code);
  });

  it('needs a login', async () => {
    const { documentId } = await newDocument(app);
    const answer = await as.nobody('POST', '/share-links/links', {
      data: { contentType: DOCUMENT, documentId },
    });
    expect(answer.status).toBe(401);
  });

  it('returns the whole link, with its address', async () => {
    const project = await newProject(app);
    const { body, status } = await as.editor<{ data: Link }>('POST', '/share-links/links', {
      data: { contentType: PROJECT, documentId: project.documentId, label: '  For Lumen  ' },
    });
    expect(status).toBe(201);
    expect(body.data).toMatchObject({
      label: 'For Lumen',
      state: 'active',
      level: 'view',
      shows: 'published',
      contentType: PROJECT,
      documentId: project.documentId,
      locale: null,
      entryTitle: project.title,
      slug: null,
      startsAt: null,
      expiresAt: null,
      hasPassword: false,
      maxViewers: null,
      viewCount: 0,
      viewerCount: 0,
      lastViewedAt: null,
      allowIndexing: false,
      includeChildren: false,
      sharedBy: { name: 'Edith Editor' },
      revokedBy: null,
      revokedAt: null,
    });
    const token = body.data.url?.split('/share/')[1];
    expect(token).toMatch(/^[A-Za-z0-9_-]{32}$/);
    expect(token?.startsWith(body.data.tokenHint)).toBe(true);
    expect(body.data.url?.startsWith(app.url)).toBe(true);
    expect(body.data.createdAt).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  });

  it('shows the draft of an entry that was never published', async () => {
    const documents = app.strapi.documents(PROJECT);
    const { documentId } = await documents.create({ data: { title: 'Only a draft' } as never });
    const { body } = await as.admin<{ data: Link }>('POST', '/share-links/links', {
      data: { contentType: PROJECT, documentId },
    });
    expect(body.data.shows).toBe('draft');
  });

  it('refuses a second live link in single mode, until the first is deleted', async () => {
    const { documentId } = await newProject(app);
    const post = () =>
      as.editor<{ data: Link }>('POST', '/share-links/links', {
        data: { contentType: PROJECT, documentId },
      });
    const first = await post();
    expect(first.status).toBe(201);

    const second = await post();
    expect(second.status).toBe(409);
    expect(second.body).toMatchObject({
      error: {
        message: 'A public link already exists for this entry',
        details: { code: 'link-exists' },
      },
    });

    await as.editor('DELETE', `/share-links/links/${first.body.data.id}`);
    const third = await post();
    expect(third.status).toBe(201);
    expect(third.body.data.url).not.toBe(first.body.data.url);
  });

  it('creates one link in single mode when twenty requests come at once', async () => {
    const { documentId } = await newProject(app);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        as.editor('POST', '/share-links/links', { data: { contentType: PROJECT, documentId } })
      )
    );
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([201, ...Array<number>(19).fill(409)]);
    const { body } = await as.editor<LinkList>(
      'GET',
      `/share-links/links?contentType=${PROJECT}&documentId=${documentId}`
    );
    expect(body.data).toHaveLength(1);
  });

  it('creates many named links in multiple mode', async () => {
    const { documentId } = await newDocument(app);
    const made = await Promise.all(
      ['Customer A', 'Customer B', 'Customer C'].map((label) =>
        share('editor', documentId, { label })
      )
    );
    expect(new Set(made.map(({ url }) => url)).size).toBe(3);
  });
});

describe('GET /share-links/entries/:uid/:documentId', () => {
  const panel = (who: Who, documentId: string) =>
    as[who]<{ data: EntrySharing }>('GET', `/share-links/entries/${DOCUMENT}/${documentId}`);

  it.each<[Who, string, { see: boolean; create: boolean }, string | null]>([
    ['admin', 'editor', { see: true, create: true }, null],
    ['editor', 'author', { see: true, create: true }, null],
    ['author', 'author', { see: true, create: true }, null],
    ['author', 'editor', { see: false, create: false }, 'not-owner'],
    ['reader', 'editor', { see: true, create: false }, 'not-allowed'],
  ])('says what %s may do with an entry of %s', async (who, creator, can, code) => {
    const { documentId } = await newDocument(app, creator);
    await share('admin', documentId);
    const { status, body } = await panel(who, documentId);
    expect(status).toBe(200);
    expect(body.data.can).toMatchObject(can);
    expect(body.data.reasons.create?.code ?? null).toBe(code);
    expect(body.data.counts).toEqual({ live: 1, total: 1 });
    expect(body.data.links).toHaveLength(can.see ? 1 : 0);
    if (can.see) expect(body.data.links[0]?.url).toContain('/share/');
  });

  it('needs a login', async () => {
    const { documentId } = await newDocument(app);
    expect((await panel('nobody', documentId)).status).toBe(401);
  });

  it('lists what would become public, with the labels of the content manager', async () => {
    const { documentId } = await newProject(app);
    const { body } = await as.editor<{ data: EntrySharing }>(
      'GET',
      `/share-links/entries/${PROJECT}/${documentId}`
    );
    const { exposure, mode, versions, addressesKept } = body.data;
    expect(mode).toBe('single');
    expect(versions).toEqual({ draftAndPublish: true, published: true });
    expect(addressesKept).toBe(true);
    expect(exposure?.shows).toBe('published');
    const labels = exposure?.fields.map(({ label }) => label);
    expect(labels).toContain('Title');
    expect(labels).toContain('Task groups');
    expect(labels?.join()).not.toMatch(/budget|internal|access code/i);
    expect(exposure?.relations.join()).toMatch(/assignee/i);
    expect(exposure?.files.labels.join()).toMatch(/attachments/i);
  });
});

describe('one link', () => {
  it.each<[Who, number, number, number]>([
    // The person, then the answers when they read, rename and delete the editor’s link.
    ['admin', 200, 200, 200],
    ['editor', 200, 200, 200],
    ['author', 403, 403, 403],
    ['reader', 200, 403, 403],
    ['nobody', 401, 401, 401],
  ])('%s: GET %i, PUT %i, DELETE %i', async (who, read, rename, remove) => {
    const { documentId } = await newDocument(app, 'editor');
    const { id } = await share('editor', documentId);
    const path = `/share-links/links/${id}`;

    expect((await as[who]('GET', path)).status).toBe(read);
    expect((await as[who]('PUT', path, { data: { label: 'Renamed' } })).status).toBe(rename);
    expect((await as[who]('DELETE', path)).status).toBe(remove);

    const { body } = await as.admin<{ data: Link }>('GET', path);
    expect(body.data.label).toBe(rename === 200 ? 'Renamed' : null);
    expect(body.data.state).toBe(remove === 200 ? 'revoked' : 'active');
  });

  it('can’t be deleted by somebody who does not own the entry, and the answer says so', async () => {
    const { documentId } = await newDocument(app, 'editor');
    const { id } = await share('editor', documentId);
    const { body } = await as.author('DELETE', `/share-links/links/${id}`);
    expect(body.error.details.code).toBe('not-owner');
  });

  it('is kept when it is deleted, with name and time, and can’t be changed any more', async () => {
    const { documentId } = await newDocument(app);
    const { id } = await share('editor', documentId);
    const deleted = await as.admin<{ data: Link }>('DELETE', `/share-links/links/${id}`);
    expect(deleted.body.data).toMatchObject({
      state: 'revoked',
      url: null,
      revokedBy: { name: 'Ada Admin' },
    });
    expect(deleted.body.data.revokedAt).not.toBeNull();

    for (const [method, path, body] of [
      ['DELETE', `/share-links/links/${id}`, undefined],
      ['POST', `/share-links/links/${id}/revoke`, undefined],
      ['PUT', `/share-links/links/${id}`, { data: { label: 'Back' } }],
    ] as const) {
      const answer = await as.editor(method, path, body);
      expect(answer.status).toBe(409);
      expect(answer.body.error.details.code).toBe('link-revoked');
    }
  });

  it('is deleted once when several people delete it at the same moment', async () => {
    const { documentId } = await newDocument(app);
    const { id } = await share('editor', documentId);
    const answers = await Promise.all(
      [as.admin, as.editor, as.admin, as.editor].map((client) =>
        client('POST', `/share-links/links/${id}/revoke`)
      )
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
  });
});

describe('GET /share-links/links', () => {
  const list = (who: Who, query: string) => as[who]<LinkList>('GET', `/share-links/links?${query}`);

  it('shows each person the links that they may see', async () => {
    const own = await newDocument(app, 'author');
    const foreign = await newDocument(app, 'editor');
    const links = {
      own: await share('author', own.documentId, { label: 'seen by author' }),
      onOwn: await share('editor', own.documentId, { label: 'seen on own entry' }),
      foreign: await share('editor', foreign.documentId, { label: 'foreign' }),
    };
    const idsFor = async (who: Who, query = 'pageSize=100') =>
      (await list(who, query)).body.data.map(({ id }) => id);

    for (const who of ['admin', 'editor', 'reader'] as const) {
      const ids = await idsFor(who);
      for (const { id } of Object.values(links)) expect(ids).toContain(id);
    }
    const authors = await idsFor('author');
    expect(authors).toContain(links.own.id);
    expect(authors).not.toContain(links.foreign.id);
    const onOwnEntry = `contentType=${DOCUMENT}&documentId=${own.documentId}`;
    expect(await idsFor('author', onOwnEntry)).toEqual([links.onOwn.id, links.own.id]);
    expect((await list('nobody', '')).status).toBe(401);
  });

  it('filters, searches, sorts and pages', async () => {
    const { documentId } = await newDocument(app);
    const entry = `contentType=${DOCUMENT}&documentId=${documentId}`;
    const labels = ['Beta', 'Alpha', 'Gamma'];
    const made = [];
    for (const label of labels) made.push(await share('editor', documentId, { label }));
    await as.editor('DELETE', `/share-links/links/${made[0]!.id}`);

    const labelsOf = async (query: string) =>
      (await list('editor', `${entry}&${query}`)).body.data.map(({ label }) => label);
    expect(await labelsOf('sort=label:asc')).toEqual(['Alpha', 'Beta', 'Gamma']);
    expect(await labelsOf('state=active&sort=label:desc')).toEqual(['Gamma', 'Alpha']);
    expect(await labelsOf('state=revoked')).toEqual(['Beta']);
    expect(await labelsOf('q=ALPH')).toEqual(['Alpha']);

    const { body } = await list('editor', `${entry}&sort=label:asc&page=2&pageSize=2`);
    expect(body.data.map(({ label }) => label)).toEqual(['Gamma']);
    expect(body.meta.pagination).toEqual({ page: 2, pageSize: 2, pageCount: 2, total: 3 });
  });

  it('shows the current title of the entry', async () => {
    const { documentId } = await newDocument(app, 'editor', { title: 'Old name' });
    await share('editor', documentId);
    await app.strapi
      .documents(DOCUMENT)
      .update({ documentId, data: { title: 'New name' } as never });
    const { body } = await list('editor', `contentType=${DOCUMENT}&documentId=${documentId}`);
    expect(body.data[0]?.entryTitle).toBe('New name');
  });
});
