import { afterEach, describe, expect, it } from 'vitest';

import type { Link } from '../../contracts/links';
import type { Settings, SettingsAnswer } from '../../contracts/settings';
import { DOCUMENT, PAGE, PROJECT, newDocument, newProject } from '../support/entries';
import { shareEntry, statusOf, visit } from '../support/sharing';
import { useActors, useApp } from '../support/use-app';
import { WRONG_SETTINGS } from '../support/wrong-settings';

const app = useApp();
const as = useActors(app);

const OWN = { enabled: true, level: 'view', relations: {}, parent: null };
const PROJECT_SETTINGS = { ...OWN, mode: 'single', relations: { documents: 1 } };
const DOCUMENT_SETTINGS = { ...OWN, mode: 'multiple', parent: 'project' };

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

  it('returns what config/plugins.ts sets for each type', async () => {
    const { body } = await as.admin<{ data: Settings }>('GET', '/share-links/settings');
    expect(body.data.contentTypes[PROJECT]).toEqual(PROJECT_SETTINGS);
    expect(body.data.contentTypes[DOCUMENT]).toEqual(DOCUMENT_SETTINGS);
    expect(body.data).toMatchObject({ ownerOnly: false, publicUrl: null });
  });

  it('keeps the values that a change does not name', async () => {
    await save({ contentTypes: { [DOCUMENT]: { mode: 'single' } } });
    const { body } = await save({ contentTypes: { [DOCUMENT]: { enabled: false } } });
    expect(body.data.contentTypes[DOCUMENT]).toEqual({
      ...DOCUMENT_SETTINGS,
      enabled: false,
      mode: 'single',
    });
    expect(body.data.contentTypes[PROJECT]).toEqual(PROJECT_SETTINGS);
    await save({ contentTypes: { [DOCUMENT]: { enabled: true, mode: 'multiple' } } });
  });

  it('keeps the other values of a type when a change names one of them', async () => {
    const typeOf = async (change: object) =>
      (await save({ contentTypes: { [PROJECT]: change } })).body.data.contentTypes[PROJECT];

    expect(await typeOf({ level: 'off' })).toEqual({ ...PROJECT_SETTINGS, level: 'off' });
    expect(await typeOf({ relations: { documents: 2 } })).toEqual({
      ...PROJECT_SETTINGS,
      level: 'off',
      relations: { documents: 2 },
    });
    expect(await typeOf({ level: 'view', relations: { documents: 1 } })).toEqual(PROJECT_SETTINGS);
  });

  it('changes the parent of a type, and removes it', async () => {
    const parentOf = async (parent: string | null) =>
      (await save({ contentTypes: { [DOCUMENT]: { parent } } })).body.data.contentTypes[DOCUMENT];

    expect(await parentOf(null)).toEqual({ ...DOCUMENT_SETTINGS, parent: null });
    expect(await parentOf('project')).toEqual(DOCUMENT_SETTINGS);
  });

  it.each(WRONG_SETTINGS)('refuses $what, names it and keeps the old values', async (wrong) => {
    const before = await as.admin<SettingsAnswer>('GET', '/share-links/settings');
    const answer = await as.admin('PUT', '/share-links/settings', { data: wrong.settings });
    expect(answer.status, answer.text).toBe(400);
    expect(answer.body.error.details.code).toBe('invalid');
    const [error] = answer.body.error.details.errors ?? [];
    expect(error?.path.slice(0, wrong.path.length)).toEqual(wrong.path);
    const after = await as.admin<SettingsAnswer>('GET', '/share-links/settings');
    expect(after.body.data).toEqual(before.body.data);
  });

  it('names every wrong setting at once, with what was meant', async () => {
    const { body } = await as.admin('PUT', '/share-links/settings', {
      data: {
        contentTypes: {
          'api::pages.page': { enabled: false },
          [PAGE]: { parent: 'papa', relations: { nope: 1 } },
        },
      },
    });
    expect(body.error.details.errors?.map(({ message }) => message)).toEqual([
      `Unknown content type: api::pages.page; did you mean ${PAGE}?`,
      `${PAGE} has no relation nope to a type that can be shared; it has parent, children`,
      `${PAGE} has no relation papa that leads to one entry above; it has parent`,
    ]);
  });

  it('keeps other values of visits and limits when a change names one', async () => {
    const { body: before } = await as.admin<SettingsAnswer>('GET', '/share-links/settings');
    const { body } = await save({
      visits: { retentionDays: null },
      limits: { readsPerMinute: 100 },
      reminderDays: 3,
    });
    expect(body.data).toEqual({
      ...before.data,
      visits: { address: 'truncated', retentionDays: null },
      limits: { ...before.data.limits, readsPerMinute: 100 },
      reminderDays: 3,
    });
    const { visits, limits, reminderDays } = before.data;
    expect((await save({ visits, limits, reminderDays })).body.data).toEqual(before.data);
  });

  it('lists the relations that can be followed, and whether each leads to one entry', async () => {
    const { body } = await as.admin<SettingsAnswer>('GET', '/share-links/settings');
    expect(body.meta.relations[PAGE]).toEqual([
      { name: 'parent', label: 'Parent', target: PAGE, isToOne: true },
      { name: 'children', label: 'Children', target: PAGE, isToOne: false },
    ]);
    expect(Object.keys(body.meta.relations).sort()).toEqual(
      Object.keys(body.data.contentTypes).sort()
    );
    const names = body.meta.relations[PROJECT]?.map(({ name }) => name);
    expect(names).toContain('documents');
    expect(names).not.toContain('taskGroups.tasks.assignee');
  });

  it('applies to the next request: mode', async () => {
    const { documentId } = await newDocument(app);
    const post = () =>
      as.editor('POST', '/share-links/links', { data: { contentType: DOCUMENT, documentId } });
    expect((await post()).status).toBe(201);
    await save({ contentTypes: { [DOCUMENT]: { mode: 'single' } } });
    expect((await post()).status).toBe(409);
    await save({ contentTypes: { [DOCUMENT]: { mode: 'multiple' } } });
    expect((await post()).status).toBe(201);
  });

  it('applies to the next request: only the owner may share', async () => {
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

  it('applies to the next request: the public address', async () => {
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

describe('code of the site that changes the settings', () => {
  it('reopens suspended links when it chooses to keep the links of lost makers', async () => {
    const { documentId } = await newDocument(app, 'author');
    const { id } = await shareEntry(app, { documentId, by: 'author' });
    const stateNow = async () =>
      (await as.admin<{ data: Link }>('GET', `/share-links/links/${id}`)).body.data.state;
    const users = app.strapi.db.query('admin::user');
    const where = { email: 'author@example.com' };
    const { update } = app.strapi.plugin('share-links').service('settings') as unknown as {
      update(input: object): Promise<Settings>;
    };
    await users.update({ where, data: { isActive: false } });
    await expect.poll(stateNow).toBe('suspended');
    expect((await update({ makerLost: 'keep' })).makerLost).toBe('keep');
    await expect.poll(stateNow).toBe('active');
    await update({ makerLost: 'suspend' });
    await expect.poll(stateNow).toBe('suspended');
    await users.update({ where, data: { isActive: true } });
    await expect.poll(stateNow).toBe('active');
  });
});

describe('a setting that the configuration fixes', () => {
  const fix = (names: string[]) => app.strapi.config.set('plugin::share-links.locked', names);
  afterEach(() => fix([]));

  it.each([
    ['ownerOnly', { ownerOnly: true }],
    ['visits', { visits: { retentionDays: 7 } }],
    ['contentTypes', { contentTypes: { [PAGE]: { mode: 'single' } } }],
  ])('can’t be changed, and the rest of that request is refused too: %s', async (name, change) => {
    fix([name]);
    const { body: before } = await as.admin<SettingsAnswer>('GET', '/share-links/settings');
    expect(before.meta.locked).toEqual([name]);
    const data = { ...change, reminderDays: 77 };
    const { status, body } = await as.admin('PUT', '/share-links/settings', { data });
    expect([status, body.error.details.code]).toEqual([400, 'invalid']);
    expect(body.error.details.errors?.[0]?.path).toEqual([name]);
    const { body: after } = await as.admin<SettingsAnswer>('GET', '/share-links/settings');
    expect(after.data).toEqual(before.data);
  });

  it('may be sent back unchanged', async () => {
    fix(['ownerOnly', 'visits', 'contentTypes']);
    const { body } = await as.admin<SettingsAnswer>('GET', '/share-links/settings');
    const back = await save({ ...body.data, reminderDays: 5 });
    expect(back.status).toBe(200);
    expect(back.body.data).toEqual({ ...body.data, reminderDays: 5 });
  });
});

describe('the kill switch', () => {
  it('closes every link at once, says who used it and when, and opens the links again', async () => {
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

describe('an import of settings from another site', () => {
  const stores = () => app.strapi.db.query('strapi::core-store');
  const key = 'plugin_share-links_settings';
  afterEach(async () => void (await save({ paused: false })));

  it.each([
    ['written over the old ones', { settings: { ownerOnly: false } }, true],
    ['in the place of the old ones', { settings: { ownerOnly: false } }, false],
    ['of an older version, which held the pause', { settings: { paused: false } }, true],
    ['that are empty', {}, true],
  ])('does not lift the pause: settings %s', async (_what, value, isUpdate) => {
    const { token } = await shareEntry(app);
    await save({ ownerOnly: true });
    await save({ paused: true });
    const data = { value: JSON.stringify(value), type: 'object' };
    if (isUpdate) await stores().update({ where: { key }, data });
    else {
      await stores().delete({ where: { key } });
      await stores().create({ data: { key, ...data } });
    }
    const { body } = await as.admin<SettingsAnswer>('GET', '/share-links/settings');
    expect(body.data).toMatchObject({ paused: true, ownerOnly: false });
    expect(body.meta.sitePaused).toMatchObject({ by: 'Ada Admin' });
    expect(await statusOf(app, token)).toBe(404);
  });
});

describe('a rule for every link', () => {
  it('can limit how long a link lasts, and set the default', async () => {
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

  it('can lead links to the site’s own front end', async () => {
    await save({ frontendUrl: 'https://www.example.com/shared/{token}/view' });
    const { url } = await shareEntry(app);
    expect(url).toMatch(/^https:\/\/www\.example\.com\/shared\/[\w-]{32}\/view$/);
    await save({ frontendUrl: null });
  });
});

it('the public pages show the site’s name, logo, colour and footer', async () => {
  await save({
    branding: { name: 'Nordlys', logo: '/favicon.ico', color: '#ffee00', footer: 'Bergen, Norway' },
  });
  const { token } = await shareEntry(app);
  const { page } = await visit(app, token);
  expect(page.text).toContain('Nordlys');
  expect(page.text).toContain('src="/favicon.ico"');
  expect(page.text).toContain('Bergen, Norway');
  // Yellow on white is hard to read, so the plugin darkens the colour.
  expect(page.text).not.toContain(':root{--accent:#ffee00}@media');
  const csp = page.headers.get('content-security-policy') ?? '';
  expect(csp.match(/'sha256-/g)).toHaveLength(2);
  await save({ branding: { name: null, logo: null, color: null, footer: null } });
});
