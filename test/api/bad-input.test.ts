import { beforeAll, describe, expect, it } from 'vitest';

import { adminToken } from '../support/client';
import { DOCUMENT, PAGE, createEntry, newDocument } from '../support/entries';
import { send } from '../support/http';
import { useActors, useApp } from '../support/use-app';

const app = useApp();
const { editor, admin } = useActors(app);
let documentId: string;

beforeAll(async () => {
  ({ documentId } = await newDocument(app));
});

const create = (data: unknown) => editor('POST', '/share-links/links', { data });
const valid = () => ({ contentType: DOCUMENT, documentId });

async function linkCount(): Promise<number> {
  return app.strapi.db.query('plugin::share-links.link').count();
}

describe('a create with bad input names the field, gives a reason and stores nothing', () => {
  it.each<[string, () => object, string]>([
    ['no content type', () => ({ documentId }), 'contentType'],
    ['an unknown type', () => ({ ...valid(), contentType: 'api::no.no' }), 'contentType'],
    ['a name every object has', () => ({ ...valid(), contentType: 'constructor' }), 'contentType'],
    ['a type of Strapi’s own', () => ({ ...valid(), contentType: 'admin::user' }), 'contentType'],
    [
      'a plugin’s type',
      () => ({ ...valid(), contentType: 'plugin::users-permissions.user' }),
      'contentType',
    ],
    ['no entry', () => ({ contentType: DOCUMENT }), 'documentId'],
    ['an unknown entry', () => ({ ...valid(), documentId: 'x'.repeat(24) }), 'documentId'],
    ['an unsaved entry', () => ({ ...valid(), documentId: 'create' }), 'documentId'],
    ['a locale the site has not', () => ({ ...valid(), locale: 'xx' }), 'locale'],
    ['a label of 121 characters', () => ({ ...valid(), label: 'x'.repeat(121) }), 'label'],
    ['a label that is no text', () => ({ ...valid(), label: { a: 1 } }), 'label'],
    ['an unknown version', () => ({ ...valid(), shows: 'secret' }), 'shows'],
    ['an unknown field of the entry', () => ({ ...valid(), fields: ['title', 'no'] }), 'fields'],
    ['no fields at all', () => ({ ...valid(), fields: [] }), 'fields'],
    ['a level that there is not', () => ({ ...valid(), level: 'own' }), 'level'],
    ['an unknown option', () => ({ ...valid(), colour: 'red' }), 'colour'],
  ])('%s', async (_what, data, field) => {
    const before = await linkCount();
    const { status, body } = await create(data());
    expect(status).toBe(400);
    expect(body.error).toMatchObject({ name: 'ValidationError', details: { code: 'invalid' } });
    expect(body.error.details.errors?.map(({ path }) => path[0])).toContain(field);
    expect(body.error.message).not.toBe('');
    expect(await linkCount()).toBe(before);
  });

  it.each([
    ['no body', undefined],
    ['a list', []],
    ['data that is text', { data: 'x' }],
    ['data that is a list', { data: [] }],
  ])('%s', async (_what, body) => {
    const answer = await editor('POST', '/share-links/links', body);
    expect(answer.status).toBe(400);
    expect(answer.body.error.details.code).toBe('invalid');
  });

  it('text that is not JSON, on an admin route and on a public one', async () => {
    for (const [path, token] of [
      ['/share-links/links', await adminToken(app, 'editor')],
      ['/api/share-links/public/nobody-knows/unlock', null],
    ] as const) {
      const answer = await send(app.url + path, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          ...(token ? { Authorization: `Bearer ${token}` } : {}),
        },
        body: '{"data": {',
      });
      expect(answer.status).toBe(400);
      expect(JSON.parse(answer.text)).toEqual({
        data: null,
        error: {
          status: 400,
          name: 'ValidationError',
          message: 'The body must be a JSON object; check its quotes, commas and brackets',
          details: { code: 'invalid' },
        },
      });
    }
  });

  it('while the level that links have is accepted', async () => {
    const { status, body } = await editor<{ data: { id: number; level: string } }>(
      'POST',
      '/share-links/links',
      { data: { ...valid(), level: 'view' } }
    );
    expect([status, body.data.level]).toEqual([201, 'view']);
    const edit = { data: { label: 'Renamed', level: 'view' } };
    expect((await editor('PUT', `/share-links/links/${body.data.id}`, edit)).status).toBe(200);
  });

  it('while a label of exactly 120 characters is accepted', async () => {
    expect((await create({ ...valid(), label: 'x'.repeat(120) })).status).toBe(201);
  });

  it('an entry without a version in that locale', async () => {
    const page = await createEntry(app, PAGE, { title: 'Only English' }, { locale: 'en' });
    const answer = await create({
      contentType: PAGE,
      documentId: page.documentId,
      locale: 'fr',
    });
    expect(answer.status).toBe(400);
    expect(answer.body.error.details.errors?.[0]?.path).toEqual(['locale']);
  });

  it('a type that may not be shared', async () => {
    await admin('PUT', '/share-links/settings', {
      data: { contentTypes: { [PAGE]: { enabled: false } } },
    });
    const page = await createEntry(app, PAGE, { title: 'Private page' }, { locale: 'en' });
    const answer = await create({ contentType: PAGE, documentId: page.documentId });
    expect(answer.status).toBe(403);
    expect(answer.body.error.details.code).toBe('type-not-shareable');
    await admin('PUT', '/share-links/settings', {
      data: { contentTypes: { [PAGE]: { enabled: true } } },
    });
  });
});

describe('other bad input is refused', () => {
  it.each([
    ['state=nonsense', 'state'],
    ['page=0', 'page'],
    ['pageSize=101', 'pageSize'],
    ['sort=tokenHash', 'sort'],
    ['populate=*', 'populate'],
    ['filters[tokenHash][$startsWith]=a', 'filters'],
  ])('a list request with %s', async (query, field) => {
    const { status, body } = await editor('GET', `/share-links/links?${query}`);
    expect(status).toBe(400);
    expect(body.error.details.errors?.[0]?.path[0]).toBe(field);
  });

  it.each(['0', '-1', '1.5', 'abc', '9007199254740993', '999999'])(
    'a link with the number %s',
    async (id) => {
      for (const method of ['GET', 'PUT', 'DELETE']) {
        const { status, body } = await editor(
          method,
          `/share-links/links/${id}`,
          method === 'PUT' ? { data: { label: 'x' } } : undefined
        );
        expect(status).toBe(404);
        expect(body.error.details.code).toBe('not-found');
      }
    }
  );

  it('an edit that changes nothing, or that changes what is fixed', async () => {
    const { body } = await editor<{ data: { id: number } }>('POST', '/share-links/links', {
      data: valid(),
    });
    for (const data of [{}, { documentId: 'other' }, { label: 'x'.repeat(121) }]) {
      const answer = await editor('PUT', `/share-links/links/${body.data.id}`, { data });
      expect(answer.status).toBe(400);
      expect(answer.body.error.details.code).toBe('invalid');
    }
  });

  it('the panel of an unknown entry', async () => {
    const { status, body } = await editor('GET', `/share-links/entries/${DOCUMENT}/nothing`);
    expect(status).toBe(404);
    expect(body.error.details.code).toBe('not-found');
  });

  it('a body that is too long', async () => {
    const answer = await create({ ...valid(), label: 'x'.repeat(70_000) });
    expect(answer.status).toBe(413);
    expect(answer.body.error.details.code).toBe('body-too-large');
  });

  it.each([
    [{ nonsense: 1 }, 'nonsense'],
    [{ ownerOnly: 'yes' }, 'ownerOnly'],
    [{ publicUrl: 'javascript:alert(1)' }, 'publicUrl'],
    [{ publicUrl: 'https://cms.example.com/?x' }, 'publicUrl'],
    [{ contentTypes: { 'api::no.no': { enabled: true } } }, 'contentTypes'],
    [{ contentTypes: { [DOCUMENT]: { mode: 'some' } } }, 'contentTypes'],
  ])('the settings %o', async (data, field) => {
    const { status, body } = await admin('PUT', '/share-links/settings', { data });
    expect(status).toBe(400);
    expect(body.error.details.errors?.[0]?.path[0]).toBe(field);
  });
});
