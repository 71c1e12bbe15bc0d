import { expect, it } from 'vitest';

import type { SettingsAnswer } from '../../contracts/settings';
import { bootApp } from '../support/app';
import type { App, PluginOptions } from '../support/app';
import { login } from '../support/client';
import { PASSWORD, shareEntry } from '../support/sharing';
import { useDatabase } from '../support/use-app';

const database = useDatabase();

/** Starts the app, does the work and stops the app; all starts share one database. */
async function during<T>(options: PluginOptions, work: (app: App) => Promise<T>): Promise<T> {
  const app = await bootApp(database, {}, undefined, options);
  try {
    return await work(app);
  } finally {
    await app.stop();
  }
}

const ciphers = (app: App) =>
  app.strapi.db.connection('share_links').whereNotNull('password_cipher').pluck('id');
const storeOf = (app: App) => app.strapi.store!({ type: 'plugin', name: 'share-links' });

it('a configuration that forbids showing passwords deletes the saved ones', async () => {
  await during({}, async (app) => {
    await shareEntry(app, { password: PASSWORD });
    expect(await ciphers(app)).toHaveLength(1);
  });
  for (const passwordReveal of [false, true]) {
    await during({ passwordReveal }, async (app) => expect(await ciphers(app)).toEqual([]));
  }
});

it('a pause that an older version stored is moved to its own key, once', async () => {
  const pausedBy = { by: 'Ada Admin', at: '2026-01-02T03:04:05.000Z' };
  await during({}, (app) =>
    storeOf(app).set({
      key: 'settings',
      value: { settings: { paused: true, reminderDays: 4 }, pausedBy },
    })
  );
  for (const paused of [true, false]) {
    await during({}, async (app) => {
      const { settings } = (await storeOf(app).get({ key: 'settings' })) as { settings: object };
      expect(settings).toEqual({ reminderDays: 4 });
      const store = (await storeOf(app).get({ key: 'pause' })) as { paused: boolean };
      expect(store).toMatchObject({ paused, ...(paused ? pausedBy : {}) });
      const admin = await login(app, 'admin');
      const { body } = await admin<SettingsAnswer>('GET', '/share-links/settings');
      expect(body.data).toMatchObject({ paused, reminderDays: 4 });
      expect(body.meta.sitePaused).toEqual(paused ? pausedBy : null);
      await admin('PUT', '/share-links/settings', { data: { paused: false } });
    });
  }
});
