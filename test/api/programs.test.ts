import { beforeAll, describe, expect, it } from 'vitest';

import type { Link, LinkList } from '../../contracts/links';
import { ACTOR_PASSWORD, clientOf, login } from '../support/client';
import type { Client } from '../support/client';
import { DOCUMENT, HOMEPAGE, PROJECT, newDocument, newProject } from '../support/entries';
import { send } from '../support/http';
import { ownedProgram, program } from '../support/tokens';
import { useApp } from '../support/use-app';

const ALL = ['find', 'findOne', 'create', 'update', 'delete'].map(
  (action) => `plugin::share-links.link.${action}`
);
const PUBLIC_LINK = ['findOne', 'create', 'delete'].map(
  (action) => `plugin::share-links.public-link.${action}`
);

const app = useApp();
let full: Client;

beforeAll(async () => {
  full = await program(app, { type: 'full-access' });
});

describe('/api/:pluralApiId/:documentId/public-link', () => {
  it('creates, returns and deletes the link of an entry', async () => {
    const { documentId } = await newProject(app);
    const path = `/api/projects/${documentId}/public-link`;

    expect((await full('GET', path)).status).toBe(404);
    const created = await full<{ data: Link }>('POST', path);
    expect(created.status).toBe(201);
    expect(created.body.data.sharedBy).toEqual({
      id: null,
      name: expect.stringContaining('API token') as string,
    });
    const opened = await send(created.body.data.url!);
    expect(opened.status).toBe(200);

    const found = await full<{ data: Link }>('GET', path);
    expect(found.body.data.id).toBe(created.body.data.id);
    expect(found.body.data.url).toBe(created.body.data.url);

    const second = await full('POST', path);
    expect(second.status).toBe(409);
    expect(second.body.error.details.code).toBe('link-exists');

    const deleted = await full<{ data: Link }>('DELETE', path);
    expect(deleted.body.data.state).toBe('revoked');
    expect((await send(created.body.data.url!)).status).toBe(404);
    expect((await full('DELETE', path)).status).toBe(404);
  });

  it('accepts the options of a create', async () => {
    const { documentId } = await newDocument(app);
    const { body } = await full<{ data: Link }>(
      'POST',
      `/api/documents/${documentId}/public-link`,
      { data: { label: 'By a program', fields: ['title'] } }
    );
    expect(body.data).toMatchObject({ label: 'By a program', fields: ['title'] });
  });

  it('of a single type is at its singular, with or without a document id', async () => {
    const entry = (await app.strapi.documents(HOMEPAGE).findFirst({})) as { documentId: string };
    const id = entry.documentId;
    const paths = [
      '/api/homepage/public-link',
      `/api/homepage/${id}/public-link`,
      `/api/homepages/${id}/public-link`,
    ];
    for (const path of paths) {
      const made = await full<{ data: Link }>('POST', path, { data: { label: path } });
      expect(made.status, made.text).toBe(201);
      expect(made.body.data).toMatchObject({ contentType: HOMEPAGE, documentId: id, label: path });
      for (const other of paths) {
        const found = await full<{ data: Link }>('GET', other);
        expect([other, found.body.data.id]).toEqual([other, made.body.data.id]);
      }
      expect((await full<{ data: Link }>('DELETE', path)).body.data.state).toBe('revoked');
      expect((await full('GET', path)).status).toBe(404);
    }
  });

  it.each([
    ['a collection type without a document id', '/api/project/public-link', 404, 'not-found'],
    ['the plural of a single type without one', '/api/homepages/public-link', 404, 'not-found'],
    ['the singular of a collection type', '/api/project/x/public-link', 404, 'not-found'],
    ['an unknown type', '/api/nothings/x/public-link', 404, 'not-found'],
    ['a plugin’s type', '/api/users/1/public-link', 404, 'not-found'],
    ['an unknown entry', `/api/projects/${'x'.repeat(24)}/public-link`, 400, 'invalid'],
  ])('refuses %s', async (_what, path, status, code) => {
    const answer = await full('POST', path);
    expect(answer.status).toBe(status);
    expect(answer.body.error.details.code).toBe(code);
  });

  it('shares the entry in the path, whatever the body names', async () => {
    const { documentId } = await newDocument(app);
    const other = await newDocument(app);
    const { body } = await full<{ data: Link }>(
      'POST',
      `/api/documents/${documentId}/public-link`,
      { data: { documentId: other.documentId, contentType: PROJECT } }
    );
    expect(body.data).toMatchObject({ documentId, contentType: DOCUMENT });
  });
});

describe('/api/share-links/links', () => {
  it('creates, lists, returns, renames and deletes links', async () => {
    const { documentId } = await newDocument(app);
    const created = await full<{ data: Link }>('POST', '/api/share-links/links', {
      data: { contentType: DOCUMENT, documentId },
    });
    expect(created.status).toBe(201);
    const path = `/api/share-links/links/${created.body.data.id}`;

    const listed = await full<LinkList>(
      'GET',
      `/api/share-links/links?contentType=${DOCUMENT}&documentId=${documentId}`
    );
    expect(listed.body.data.map(({ id }) => id)).toEqual([created.body.data.id]);
    expect(listed.body.meta.pagination.total).toBe(1);
    expect((await full<{ data: Link }>('GET', path)).body.data.url).toBe(created.body.data.url);

    const renamed = await full<{ data: Link }>('PUT', path, { data: { label: 'Renamed' } });
    expect(renamed.body.data.label).toBe('Renamed');
    const deleted = await full<{ data: Link }>('DELETE', path);
    expect(deleted.body.data.state).toBe('revoked');
    expect((await full('PUT', path, { data: { label: 'x' } })).status).toBe(409);
  });

  it('answers each token by its permissions', async () => {
    const { documentId } = await newDocument(app);
    const data = { contentType: DOCUMENT, documentId };
    const { body } = await full<{ data: Link }>('POST', '/api/share-links/links', { data });
    const path = `/api/share-links/links/${body.data.id}`;
    const publicLink = `/api/documents/${documentId}/public-link`;
    const readType = `${DOCUMENT}.findOne`;

    const callers: [string, Client, Record<'find' | 'create' | 'get' | 'remove', number>][] = [
      ['nobody', clientOf(app), { find: 403, create: 403, get: 403, remove: 403 }],
      ['a wrong token', clientOf(app, 'wrong'), { find: 401, create: 401, get: 401, remove: 401 }],
      [
        'a token without the scope',
        await program(app, { type: 'custom', permissions: [readType] }),
        { find: 403, create: 403, get: 403, remove: 403 },
      ],
      [
        'a read-only token',
        await program(app, { type: 'read-only' }),
        { find: 200, create: 403, get: 200, remove: 403 },
      ],
      [
        'a token that may share but not read the type',
        await program(app, { type: 'custom', permissions: [...ALL, ...PUBLIC_LINK] }),
        { find: 200, create: 403, get: 200, remove: 403 },
      ],
      [
        'a token with all it needs',
        await program(app, { type: 'custom', permissions: [...ALL, ...PUBLIC_LINK, readType] }),
        { find: 200, create: 201, get: 200, remove: 200 },
      ],
    ];
    for (const [who, client, expected] of callers) {
      const actual = {
        find: (await client('GET', '/api/share-links/links')).status,
        create: (await client('POST', '/api/share-links/links', { data })).status,
        get: (await client('GET', path)).status,
        remove: (await client('DELETE', path)).status,
      };
      expect([who, actual]).toEqual([who, expected]);
      expect([who, (await client('POST', publicLink)).status]).toEqual([who, expected.create]);
    }
  });

  it('hides the address from a token that may not read the type', async () => {
    const { documentId } = await newDocument(app);
    const data = { contentType: DOCUMENT, documentId };
    const { body } = await full<{ data: Link }>('POST', '/api/share-links/links', { data });
    const narrow = await program(app, { type: 'custom', permissions: ALL });
    const seen = await narrow<{ data: Link }>('GET', `/api/share-links/links/${body.data.id}`);
    expect(seen.body.data.url).toBeNull();
  });

  it('stays closed to the public role, even when somebody grants it the actions', async () => {
    const permissions = app.strapi.db.query('plugin::users-permissions.permission');
    const role = await app.strapi.db
      .query('plugin::users-permissions.role')
      .findOne({ where: { type: 'public' } });
    for (const action of [...ALL, ...PUBLIC_LINK, `${DOCUMENT}.findOne`]) {
      await permissions.create({ data: { action, role: (role as { id: number }).id } });
    }
    const answer = await clientOf(app)('GET', '/api/share-links/links');
    expect(answer.status).toBe(403);
    expect(answer.body.error.details.code).toBe('not-allowed');
  });

  it('works for a signed-in user whose role has the action', async () => {
    const role = await app.strapi.db
      .query('plugin::users-permissions.role')
      .findOne({ where: { type: 'authenticated' } });
    for (const action of [...ALL, `${DOCUMENT}.findOne`]) {
      await app.strapi.db
        .query('plugin::users-permissions.permission')
        .create({ data: { action, role: (role as { id: number }).id } });
    }
    const { body } = await clientOf(app)<{ jwt: string }>('POST', '/api/auth/local', {
      identifier: 'customer@example.com',
      password: ACTOR_PASSWORD,
    });
    const customer = clientOf(app, body.jwt);
    const { documentId } = await newDocument(app);
    const created = await customer<{ data: Link }>('POST', '/api/share-links/links', {
      data: { contentType: DOCUMENT, documentId },
    });
    expect(created.status).toBe(201);
    expect(created.body.data.sharedBy.name).toBe('Carla Customer');
  });

  it('tells a token which permission it lacks, and a person that it is their role', async () => {
    const { documentId } = await newDocument(app);
    const made = await full<{ data: Link }>('POST', '/api/share-links/links', {
      data: { contentType: DOCUMENT, documentId },
    });
    const data = { contentType: DOCUMENT, documentId };
    const token = await program(app, { type: 'custom', permissions: [...ALL, ...PUBLIC_LINK] });
    const one = `/api/share-links/links/${made.body.data.id}`;
    for (const [method, path, body] of [
      ['POST', '/api/share-links/links', { data }],
      ['POST', `/api/documents/${documentId}/public-link`, undefined],
      ['PUT', one, { data: { label: 'Renamed' } }],
      ['DELETE', one, undefined],
      ['DELETE', `/api/documents/${documentId}/public-link`, undefined],
    ] as const) {
      const { message, details } = (await token(method, path, body)).body.error;
      expect([method, path, details.code]).toEqual([method, path, 'not-allowed']);
      expect(message).toContain(`This token has no permission ${DOCUMENT}.findOne`);
    }

    const single = await full<{ data: { documentId: string } }>('GET', '/api/homepage');
    const home = { contentType: HOMEPAGE, documentId: single.body.data.documentId };
    const refused = await token('POST', '/api/share-links/links', { data: home });
    expect(refused.body.error.message).toContain(`This token has no permission ${HOMEPAGE}.find,`);

    const owned = await ownedProgram(app, 'editor', [
      {
        action: 'plugin::content-manager.explorer.read',
        subject: DOCUMENT,
        properties: { fields: ['title'] },
      },
    ]);
    const admin = await owned('POST', '/share-links/links', { data });
    expect(admin.body.error.message).toBe('This token has no permission plugin::share-links.share');
    const reader = await login(app, 'reader');
    const person = await reader('POST', '/share-links/links', { data });
    expect(person.body.error.message).toContain('Your role');
  });

  it('is refused where only the owner of an entry may share', async () => {
    const admin = await login(app, 'admin');
    await admin('PUT', '/share-links/settings', { data: { ownerOnly: true } });
    const { documentId } = await newDocument(app);
    const answer = await full('POST', '/api/share-links/links', {
      data: { contentType: DOCUMENT, documentId },
    });
    expect(answer.status).toBe(403);
    expect(answer.body.error.details.code).toBe('not-owner');
    await admin('PUT', '/share-links/settings', { data: { ownerOnly: false } });
  });
});
