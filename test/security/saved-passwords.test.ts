import { describe, expect, it } from 'vitest';

import type { LinkList } from '../../contracts/links';
import type { Settings, SettingsAnswer } from '../../contracts/settings';
import { send } from '../support/http';
import { PASSWORD, shareEntry } from '../support/sharing';
import { useActors, useApp } from '../support/use-app';

const app = useApp();
const { admin, editor } = useActors(app);

const save = (data: object) => admin<SettingsAnswer>('PUT', '/share-links/settings', { data });
const settingsService = () =>
  app.strapi.plugin('share-links').service('settings') as unknown as {
    update(input: object): Promise<Settings>;
  };
const passwordOf = async (id: number) =>
  (await admin<{ data: { password: string | null } }>('GET', `/share-links/links/${id}/password`))
    .body.data.password;
const ciphers = () =>
  app.strapi.db.connection('share_links').whereNotNull('password_cipher').pluck('id') as Promise<
    number[]
  >;

describe('A15: passwords that are saved so that they can be shown again', () => {
  it.each<[string, (passwordReveal: boolean) => Promise<unknown>]>([
    ['on the settings page', (passwordReveal) => save({ passwordReveal })],
    ['by code of the site', (passwordReveal) => settingsService().update({ passwordReveal })],
  ])('are deleted for good when this is turned off %s', async (_, turn) => {
    const open = await shareEntry(app, { password: PASSWORD });
    const ended = await shareEntry(app, { password: PASSWORD });
    await editor('DELETE', `/share-links/links/${ended.id}`);
    expect(await passwordOf(open.id)).toBe(PASSWORD);

    await turn(false);
    expect(await ciphers()).toEqual([]);
    await turn(true);
    expect([await passwordOf(open.id), await passwordOf(ended.id)]).toEqual([null, null]);

    const unlock = await send(`${app.url}/api/share-links/public/${open.token}/unlock`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ password: PASSWORD }),
    });
    expect(unlock.status).toBe(200);
    const later = await shareEntry(app, { password: PASSWORD });
    expect(await passwordOf(later.id)).toBe(PASSWORD);
  });

  it('stay when another setting is saved', async () => {
    const { id } = await shareEntry(app, { password: PASSWORD });
    await save({ reminderDays: 3 });
    expect(await passwordOf(id)).toBe(PASSWORD);
  });

  it('are not saved for links that are created or edited while this is turned off', async () => {
    const { id } = await shareEntry(app);
    for (let round = 0; round < 10; round += 1) {
      const edit = () =>
        editor('PUT', `/share-links/links/${id}`, { data: { password: PASSWORD } });
      await Promise.all([
        ...[1, 2, 3].map(() => shareEntry(app, { password: PASSWORD })),
        edit(),
        save({ passwordReveal: false }),
      ]);
      expect(await ciphers()).toEqual([]);
      await save({ passwordReveal: true });
    }
  });
});

describe('a site that requires a password for every link', () => {
  it('shows how many links have none, and lists them', async () => {
    const listed = async () =>
      (await admin<LinkList>('GET', '/share-links/links?password=none&pageSize=100')).body;
    const before = (await admin<SettingsAnswer>('GET', '/share-links/settings')).body.meta;
    const made = await Promise.all(
      ['open', 'paused', 'used up', 'ended', 'deleted', 'locked'].map((label) =>
        shareEntry(app, { label, ...(label === 'locked' ? { password: PASSWORD } : {}) })
      )
    );
    const [open, paused, full, ended, deleted] = made.map(({ id }) => id);
    await editor('POST', `/share-links/links/${paused}/pause`);
    await editor('DELETE', `/share-links/links/${deleted}`);
    const rows = app.strapi.db.query('plugin::share-links.link');
    await rows.update({
      where: { id: full },
      data: { maxViewers: 1, viewerCount: 1, isFull: true },
    });
    const past = new Date(Date.now() - 60_000).toISOString();
    await rows.update({ where: { id: ended }, data: { expiresAt: past } });

    const { data, meta } = (await save({ passwordRequired: true })).body;
    expect(data.passwordRequired).toBe(true);
    expect(meta.withoutPassword).toBe(before.withoutPassword + 3);
    const { data: links, meta: list } = await listed();
    expect(list.pagination.total).toBe(meta.withoutPassword);
    const ids = links.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining([open, paused, full]));
    expect(ids).not.toContain(ended);
    expect(ids).not.toContain(deleted);
    await save({ passwordRequired: false });
  });
});
