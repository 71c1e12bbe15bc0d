import { beforeAll, expect, it } from 'vitest';

import { login } from '../support/client';
import { send } from '../support/http';
import { shareEntry } from '../support/sharing';
import { useApp } from '../support/use-app';
import { openLink, visitsOf } from '../support/visits';

const ADDRESS = '203.0.113.77';

const app = useApp();

beforeAll(async () => {
  // Sets up the app as behind a proxy that the site trusts.
  app.strapi.server.app.proxy = true;
});

/** Every value in every row that the plugin stores, and the whole log. */
async function everythingKept(): Promise<string> {
  const db = app.strapi.db.connection;
  const tables = await app.strapi.db.dialect.schemaInspector.getTables();
  const own = tables.filter((name) => name.startsWith('share_link'));
  expect(own).toContain('share_link_visits');
  const rows = await Promise.all(own.map((name) => db(name).select('*')));
  return JSON.stringify(rows) + app.logs.join('\n');
}

it.each(['truncated', 'hashed', 'off'])(
  'S54: with addresses %s, the full address of a visitor is stored nowhere',
  async (address) => {
    const admin = await login(app, 'admin');
    await admin('PUT', '/share-links/settings', { data: { visits: { address } } });
    const { id, token } = await shareEntry(app, { password: 'correct horse battery' });
    const from = { 'X-Forwarded-For': ADDRESS };
    await openLink(app, token, from);
    await send(`${app.url}/share/${token}/unlock`, {
      method: 'POST',
      headers: from,
      body: new URLSearchParams({ password: 'wrong' }),
    });
    await visitsOf(app, id, 2);
    expect(await everythingKept()).not.toContain(ADDRESS);
  }
);

it('S54: full addresses are stored where the site says so, which proves the test above', async () => {
  const admin = await login(app, 'admin');
  await admin('PUT', '/share-links/settings', { data: { visits: { address: 'full' } } });
  const { id, token } = await shareEntry(app);
  await openLink(app, token, { 'X-Forwarded-For': ADDRESS });
  await visitsOf(app, id, 1);
  expect(await everythingKept()).toContain(ADDRESS);
});

it.each([`${ADDRESS}:51234`, `"${ADDRESS}:51234"`, `[::ffff:${ADDRESS}]:443`])(
  'A15: an address with a port is stored without the port: %s',
  async (given) => {
    const admin = await login(app, 'admin');
    await admin('PUT', '/share-links/settings', { data: { visits: { address: 'full' } } });
    const { id, token } = await shareEntry(app);
    await openLink(app, token, { 'X-Forwarded-For': given });
    expect((await visitsOf(app, id, 1)).data[0]!.address).toBe(ADDRESS);
  }
);

it('S06: an address that the visitor claims counts only behind a trusted proxy', async () => {
  app.strapi.server.app.proxy = false;
  const { id, token } = await shareEntry(app);
  await openLink(app, token, { 'X-Forwarded-For': ADDRESS });
  const { data } = await visitsOf(app, id, 1);
  expect(data[0]!.address).toBe('127.0.0.1');
});
