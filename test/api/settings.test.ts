import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Link } from '../../contracts/links';
import type { Settings } from '../../contracts/settings';
import { startApp } from '../support/app';
import type { App } from '../support/app';
import { actors } from '../support/client';
import type { Client } from '../support/client';
import { DOCUMENT, PROJECT, newDocument, newProject } from '../support/entries';

let app: App;
let as: Record<'admin' | 'editor' | 'author' | 'reader' | 'nobody', Client>;

beforeAll(async () => {
  app = await startApp();
  as = await actors(app);
});
afterAll(() => app.stop());

const save = (data: object) =>
  as.admin<{ data: Settings }>('PUT', '/share-links/settings', { data });

describe('/share-links/settings', () => {
  it.each([
    ['admin', 200, 200],
    ['editor', 403, 403],
    ['author', 403, 403],
    ['reader', 403, 403],
    ['nobody', 401, 401],
  ] as const)('%s: GET %i, PUT %i', async (who, get, put) => {
    expect((await as[who]('GET', '/share-links/settings')).status).toBe(get);
    const answer = await as[who]('PUT', '/share-links/settings', { data: { ownerOnly: false } });
    expect(answer.status).toBe(put);
  });

  it('has the defaults of config/plugins.ts for every type', async () => {
    const { body } = await as.admin<{ data: Settings }>('GET', '/share-links/settings');
    expect(body.data.contentTypes[PROJECT]).toEqual({ enabled: true, mode: 'single' });
    expect(body.data.contentTypes[DOCUMENT]).toEqual({ enabled: true, mode: 'multiple' });
    expect(body.data).toMatchObject({ ownerOnly: false, publicUrl: null });
  });

  it('keeps what a change does not name', async () => {
    await save({ contentTypes: { [DOCUMENT]: { mode: 'single' } } });
    const { body } = await save({ contentTypes: { [DOCUMENT]: { enabled: false } } });
    expect(body.data.contentTypes[DOCUMENT]).toEqual({ enabled: false, mode: 'single' });
    expect(body.data.contentTypes[PROJECT]).toEqual({ enabled: true, mode: 'single' });
    await save({ contentTypes: { [DOCUMENT]: { enabled: true, mode: 'multiple' } } });
  });

  it('takes hold on the next request: mode', async () => {
    const { documentId } = await newDocument(app);
    const post = () =>
      as.editor('POST', '/share-links/links', { data: { contentType: DOCUMENT, documentId } });
    expect((await post()).status).toBe(201);
    await save({ contentTypes: { [DOCUMENT]: { mode: 'single' } } });
    expect((await post()).status).toBe(409);
    await save({ contentTypes: { [DOCUMENT]: { mode: 'multiple' } } });
    expect((await post()).status).toBe(201);
  });

  it('takes hold on the next request: only the owner may share', async () => {
    await save({ ownerOnly: true });
    for (const [who, creator, status] of [
      ['editor', 'editor', 201],
      ['editor', 'author', 403],
      ['author', 'author', 201],
      ['admin', 'editor', 403],
    ] as const) {
      const { documentId } = await newDocument(app, creator);
      const answer = await as[who]('POST', '/share-links/links', {
        data: { contentType: DOCUMENT, documentId },
      });
      expect([who, creator, answer.status]).toEqual([who, creator, status]);
      if (status === 403) expect(answer.body.error.details.code).toBe('not-owner');
    }
    await save({ ownerOnly: false });
  });

  it('takes hold on the next request: the public address', async () => {
    await save({ publicUrl: 'https://share.example.com/cms/' });
    const { documentId } = await newProject(app);
    const { body } = await as.editor<{ data: Link }>('POST', '/share-links/links', {
      data: { contentType: PROJECT, documentId },
    });
    expect(body.data.url).toMatch(/^https:\/\/share\.example\.com\/cms\/share\/[\w-]{32}$/);
    await save({ publicUrl: null });
    const again = await as.editor<{ data: Link }>('GET', `/share-links/links/${body.data.id}`);
    expect(again.body.data.url?.startsWith(app.url)).toBe(true);
  });
});
