import { afterEach, describe, expect, it } from 'vitest';

import type { SettingsAnswer, SiteStatus } from '../../contracts/settings';
import { shareEntry } from '../support/sharing';
import { useActors, useApp } from '../support/use-app';

const app = useApp();
const as = useActors(app);

const answer = async () => (await as.admin<SettingsAnswer>('GET', '/share-links/settings')).body;
const codes = async () => (await answer()).meta.status.map(({ code }) => code);
const save = (data: object) => as.admin('PUT', '/share-links/settings', { data });

/** Sets values of Strapi's configuration for one test. */
const before = new Map<string, unknown>();
function configure(values: Record<string, unknown>): void {
  for (const [key, value] of Object.entries(values)) {
    if (!before.has(key)) before.set(key, app.strapi.config.get(key));
    app.strapi.config.set(key, value);
  }
}
afterEach(() => {
  for (const [key, value] of before) app.strapi.config.set(key, value);
  before.clear();
});

const UNTOUCHED = {
  'plugin::email': {
    provider: 'sendmail',
    providerOptions: {},
    settings: { defaultFrom: 'Strapi <no-reply@strapi.io>' },
  },
};

describe('the status of a site', () => {
  it('is empty if all is well, and nobody without the right sees it', async () => {
    expect(await codes()).toEqual([]);
    for (const who of ['editor', 'author', 'reader'] as const) {
      const { status, text } = await as[who]('GET', '/share-links/settings');
      expect(status).toBe(403);
      expect(text).not.toContain('status":[');
    }
  });

  it('tells of a proxy that Strapi does not trust, in the answer to a save too', async () => {
    const { body } = await as.admin<SettingsAnswer>('PUT', '/share-links/settings', {
      data: { publicUrl: 'https://share.example.com/' },
    });
    const expected: SiteStatus[] = [
      { code: 'untrusted-proxy', level: 'warning', url: 'https://share.example.com' },
    ];
    expect(body.meta.status).toEqual(expected);
    configure({ 'server.proxy.koa': true });
    expect(await codes()).toEqual([]);
    configure({ 'server.proxy.maxIpsCount': 0 });
    expect(await codes()).toEqual(['forgeable-address']);
    await save({ publicUrl: null });
  });

  it('tells of a missing encryption key', async () => {
    configure({ 'admin.secrets.encryptionKey': undefined });
    expect(await codes()).toEqual(['no-encryption-key']);
  });

  it('tells of a missing e-mail provider as long as somebody wants mails', async () => {
    configure(UNTOUCHED);
    expect(await codes()).toEqual([]);
    await save({ reminderDays: 3 });
    expect(await codes()).toEqual(['email-not-configured']);
    await save({ reminderDays: null });
    expect(await codes()).toEqual([]);
    const { id } = await shareEntry(app, { notifyFirstVisit: true });
    expect(await codes()).toEqual(['email-not-configured']);
    await as.editor('DELETE', `/share-links/links/${id}`);
    expect(await codes()).toEqual([]);
  });

  it('tells of a default that another rule forbids, which the settings API refuses', async () => {
    const refused = await save({ allowNever: false });
    expect(refused.status).toBe(400);
    expect(refused.body.error.details.errors).toEqual([
      {
        path: ['defaultExpiry'],
        message:
          'Links must have an end, so the default can’t be never; choose how long new links last',
        name: 'ValidationError',
      },
    ]);
    expect((await save({ allowNever: false, defaultExpiry: '1m' })).status).toBe(200);
    expect((await save({ defaultExpiry: 'never' })).status).toBe(400);
    expect((await save({ allowNever: true, defaultExpiry: 'never' })).status).toBe(200);
  });

  it('has no secrets', async () => {
    configure({ ...UNTOUCHED, 'admin.secrets.encryptionKey': undefined });
    const { meta } = await answer();
    expect(JSON.stringify(meta.status)).not.toMatch(/test\w+(Secret|Salt|Key)/);
  });
});
