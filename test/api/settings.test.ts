import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Link } from '../../contracts/links';
import type { Settings, SettingsAnswer } from '../../contracts/settings';
import { startApp } from '../support/app';
import type { App } from '../support/app';
import { actors } from '../support/client';
import type { Client } from '../support/client';
import { DOCUMENT, PROJECT, newDocument, newProject } from '../support/entries';
import { shareEntry, statusOf, visit } from '../support/sharing';

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

describe('the kill switch', () => {
  it('closes every link at once, says who and when, and opens them again', async () => {
    const { token } = await shareEntry(app);
    const { body } = await as.admin<SettingsAnswer>('PUT', '/share-links/settings', {
      data: { paused: true },
    });
    expect(body.data.paused).toBe(true);
    expect(body.meta.sitePaused).toMatchObject({ by: 'Ada Admin' });
    expect(await statusOf(app, token)).toBe(404);
    expect((await save({ paused: false })).body.data.paused).toBe(false);
    expect(await statusOf(app, token)).toBe(200);
  });
});

describe('rules for every link', () => {
  it('a longest life bounds what may be asked for, and what is proposed', async () => {
    await save({ maxExpiryDays: 10, defaultExpiry: '1w', allowNever: false });
    const { documentId } = await newDocument(app);
    const post = (data: object) =>
      as.editor<{ data: Link }>('POST', '/share-links/links', {
        data: { contentType: DOCUMENT, documentId, ...data },
      });
    expect((await post({ expiresIn: '1m' })).status).toBe(400);
    expect((await post({ expiresIn: 'never' })).status).toBe(400);
    expect((await post({ expiresAt: null })).status).toBe(400);
    const { body, status } = await post({});
    expect(status).toBe(201);
    const days = (new Date(body.data.expiresAt!).getTime() - Date.now()) / 86_400_000;
    expect(Math.round(days)).toBe(7);
    await save({ maxExpiryDays: null, defaultExpiry: 'never', allowNever: true });
  });

  it('links can point to a front end of the site’s own', async () => {
    await save({ frontendUrl: 'https://www.example.com/shared/{token}/view' });
    const { url } = await shareEntry(app);
    expect(url).toMatch(/^https:\/\/www\.example\.com\/shared\/[\w-]{32}\/view$/);
    await save({ frontendUrl: null });
  });
});

it('puts the site’s name, logo, colour and footer on the public pages', async () => {
  await save({
    branding: { name: 'Nordlys', logo: '/favicon.ico', color: '#ffee00', footer: 'Bergen, Norway' },
  });
  const { token } = await shareEntry(app);
  const { page } = await visit(app, token);
  expect(page.text).toContain('Nordlys');
  expect(page.text).toContain('src="/favicon.ico"');
  expect(page.text).toContain('Bergen, Norway');
  // Yellow on white can't be read: the colour is darkened until it can.
  expect(page.text).not.toContain(':root{--accent:#ffee00}@media');
  const csp = page.headers.get('content-security-policy') ?? '';
  expect(csp.match(/'sha256-/g)).toHaveLength(2);
  await save({ branding: { name: null, logo: null, color: null, footer: null } });
});
