import { describe, expect, it } from 'vitest';

import type { Settings, SettingsAnswer } from '../../contracts/settings';
import { DOCUMENT, PROJECT } from '../support/entries';
import { send } from '../support/http';
import { shareEntry } from '../support/sharing';
import { useActor, useApp } from '../support/use-app';

const ROUNDS = 50;

const app = useApp();
const admin = useActor(app, 'admin');

const rounds = Array.from({ length: ROUNDS }, (_, round) => round);
const save = (data: object) => admin<SettingsAnswer>('PUT', '/share-links/settings', { data });
const current = async (): Promise<Settings> =>
  (await admin<SettingsAnswer>('GET', '/share-links/settings')).body.data;
const storedRows = () =>
  app.strapi.db
    .connection('strapi_core_store_settings')
    .where('key', 'like', 'plugin_share-links_%')
    .select('key', 'value') as Promise<{ key: string; value: string }[]>;
const forgetSettings = () =>
  app.strapi.db
    .connection('strapi_core_store_settings')
    .where('key', 'like', 'plugin_share-links_%')
    .del();

describe('A10: two people who save settings at the same time', () => {
  it('lose no setting of each other', async () => {
    const lost: number[] = [];
    for (const round of rounds) {
      const wanted = { reminderDays: round + 1, passwordMinLength: round + 2 };
      const answers = await Promise.all([
        save({ reminderDays: wanted.reminderDays }),
        save({ passwordMinLength: wanted.passwordMinLength }),
      ]);
      expect(answers.map(({ status }) => status)).toEqual([200, 200]);
      const { reminderDays, passwordMinLength } = await current();
      if (reminderDays !== wanted.reminderDays) lost.push(round);
      if (passwordMinLength !== wanted.passwordMinLength) lost.push(round);
    }
    expect(lost).toEqual([]);
  });

  it('lose no part of a group or of a content type', async () => {
    for (const round of rounds.slice(0, 10)) {
      await Promise.all([
        save({ limits: { readsPerMinute: 90_000 + round } }),
        save({ limits: { unknownPerMinute: 90_000 + round } }),
        save({ contentTypes: { [DOCUMENT]: { level: round % 2 ? 'off' : 'view' } } }),
        save({ contentTypes: { [PROJECT]: { mode: round % 2 ? 'multiple' : 'single' } } }),
      ]);
      const { limits, contentTypes } = await current();
      expect(limits).toMatchObject({
        readsPerMinute: 90_000 + round,
        unknownPerMinute: 90_000 + round,
      });
      expect(contentTypes[DOCUMENT]!.level).toBe(round % 2 ? 'off' : 'view');
      expect(contentTypes[PROJECT]!.mode).toBe(round % 2 ? 'multiple' : 'single');
    }
    await save({
      contentTypes: { [DOCUMENT]: { level: 'view' }, [PROJECT]: { mode: 'single' } },
    });
  });

  it('lose nothing when twelve of them save', async () => {
    const changes = [
      { ownerOnly: true },
      { defaultExpiry: '1w' },
      { maxExpiryDays: 44 },
      { makerLost: 'keep' },
      { passwordRequired: true },
      { passwordMinLength: 9 },
      { refusal: 'explained' },
      { publicUrl: 'https://cms.example.com' },
      { branding: { name: 'Nordlys' } },
      { branding: { footer: 'Bergen' } },
      { visits: { retentionDays: 5 } },
      { reminderDays: 6 },
    ];
    const before = await current();
    const answers = await Promise.all(changes.map(save));
    expect(answers.map(({ status }) => status)).toEqual(changes.map(() => 200));
    const after = await current();
    for (const change of changes) expect(after).toMatchObject(change);
    expect((await save({ ...before })).status).toBe(200);
  });

  it('lose nothing when the site’s own code also saves, in its own transactions', async () => {
    const settings = app.strapi.plugin('share-links').service('settings') as {
      update(input: object): Promise<Settings>;
    };
    for (const round of rounds.slice(0, 10)) {
      const wanted = { reminderDays: round + 1, passwordMinLength: round + 2, maxExpiryDays: 9 };
      const inTransaction = (change: object) =>
        app.strapi.db.transaction(async () => {
          // From here on, MySQL shows this transaction the data of this moment.
          await app.strapi.db.query('strapi::core-store').count();
          return settings.update(change);
        });
      await Promise.all([
        inTransaction({ reminderDays: wanted.reminderDays }),
        inTransaction({ passwordMinLength: wanted.passwordMinLength }),
        save({ maxExpiryDays: wanted.maxExpiryDays }),
      ]);
      expect(await current()).toMatchObject(wanted);
      await save({ maxExpiryDays: null });
    }
  });

  it('keep one row when no settings were ever saved before', async () => {
    for (const round of rounds.slice(0, 10)) {
      await forgetSettings();
      await Promise.all([
        save({ reminderDays: round + 1 }),
        save({ passwordMinLength: round + 2 }),
        save({ paused: true }),
        save({ paused: true }),
      ]);
      expect((await storedRows()).map(({ key }) => key).sort()).toEqual([
        'plugin_share-links_pause',
        'plugin_share-links_settings',
      ]);
      expect(await current()).toMatchObject({
        reminderDays: round + 1,
        passwordMinLength: round + 2,
        paused: true,
      });
    }
    await forgetSettings();
  });
});

describe('A10: the kill switch, while another setting is saved', () => {
  it('stays on each time, and the other setting is saved too', async () => {
    const { token } = await shareEntry(app);
    const open = () => send(`${app.url}/share/${token}`).then(({ status }) => status);
    for (const round of rounds) {
      expect((await save({ paused: false })).body.data.paused).toBe(false);
      const [paused, other] = await Promise.all([
        save({ paused: true }),
        save({ reminderDays: round + 1 }),
      ]);
      expect([paused.status, other.status]).toEqual([200, 200]);
      expect(paused.body.data.paused).toBe(true);
      expect(paused.body.meta.sitePaused).toMatchObject({ by: 'Ada Admin' });
      expect(await current()).toMatchObject({ paused: true, reminderDays: round + 1 });
      expect(await open()).toBe(404);
    }
    expect((await save({ paused: false })).status).toBe(200);
    expect(await open()).toBe(200);
  });

  it('stays on when older settings are restored from a copy', async () => {
    await save({ reminderDays: 3 });
    const copy = (await storedRows()).find(({ key }) => key.endsWith('_settings'))!;
    await save({ paused: true });
    await app.strapi.db
      .connection('strapi_core_store_settings')
      .where({ key: copy.key })
      .update({ value: copy.value });
    expect(await current()).toMatchObject({ paused: true, reminderDays: 3 });
    await save({ paused: false });
  });
});

describe('a pause that an older version of the plugin stored', () => {
  const pausedBy = { by: 'Ada Admin', at: '2026-01-02T03:04:05.000Z' };
  const storeOld = async (paused: boolean) => {
    await forgetSettings();
    await app.strapi.store!({ type: 'plugin', name: 'share-links' }).set({
      key: 'settings',
      value: {
        settings: { paused, reminderDays: 4, contentTypes: {} },
        ...(paused ? { pausedBy } : {}),
      },
    });
  };

  it('stays on when another setting is saved, until somebody ends it', async () => {
    await storeOld(true);
    const { body } = await save({ passwordMinLength: 9 });
    expect(body.data).toMatchObject({ paused: true, reminderDays: 4, passwordMinLength: 9 });
    expect(body.meta.sitePaused).toEqual(pausedBy);
    expect((await save({ paused: false })).body.data.paused).toBe(false);
    expect(await current()).toMatchObject({ paused: false, reminderDays: 4 });
  });

  it('stays off, once ended, under a configuration that pauses the site', async () => {
    await storeOld(false);
    app.strapi.config.set('plugin::share-links.paused', true);
    expect((await current()).paused).toBe(false);
    await forgetSettings();
    expect((await current()).paused).toBe(true);
    app.strapi.config.set('plugin::share-links.paused', undefined);
    await storeOld(false);
  });
});
