import { beforeAll, describe, expect, it } from 'vitest';

import { PLUGIN_ID } from '../../contracts/permissions';
import { bootSite } from '../support/app';
import type { App } from '../support/app';
import { login } from '../support/client';
import { DOCUMENT, PROJECT, newDocument } from '../support/entries';
import { personWith } from '../support/people';
import { setPolicy } from '../support/policies';
import { PASSWORD, shareEntry, statusOf } from '../support/sharing';
import type { Shared } from '../support/sharing';
import { useSiteFolder } from '../support/site';
import { ownedProgram, program } from '../support/tokens';
import { useDatabase } from '../support/use-app';
import { openLink, writeVisits } from '../support/visits';

const SHARE = `plugin::${PLUGIN_ID}.share`;
const ACTIONS = `plugin::${PLUGIN_ID}.%`;

/** Every table of the plugin. */
const TABLES = [
  'share_links',
  'share_link_slugs',
  'share_link_events',
  'share_link_snapshots',
  'share_link_policies',
  'share_link_counts',
  'share_link_places',
  'share_link_previews',
  'share_link_visits',
  'share_link_visit_days',
];

/** Tables of Strapi that grant the plugin's actions, with the tables that say to whom. */
const GRANTS = [
  ['admin_permissions', 'admin_permissions_role_lnk', 'permission_id'],
  ['admin_permissions', 'admin_permissions_api_token_lnk', 'permission_id'],
  [
    'strapi_api_token_permissions',
    'strapi_api_token_permissions_token_lnk',
    'api_token_permission_id',
  ],
  ['up_permissions', 'up_permissions_role_lnk', 'permission_id'],
] as const;

const site = useSiteFolder();
const database = useDatabase();

const withPlugin = () => {
  site.plugins({});
  return bootSite(site, database);
};
const withoutPlugin = () => {
  site.plugins({ [PLUGIN_ID]: { enabled: false } });
  return bootSite(site, database);
};

async function rowsOf(app: App): Promise<Record<string, unknown[]>> {
  const db = app.strapi.db.connection;
  const entries = TABLES.map(async (table) => [table, await db(table).orderBy('id')] as const);
  return Object.fromEntries(await Promise.all(entries));
}

/** All rights on the plugin's actions, without the ids that Strapi gives their rows. */
async function rightsOf(app: App): Promise<string[]> {
  const db = app.strapi.db.connection;
  const found: string[] = [];
  for (const [table, links, column] of GRANTS) {
    const rows = (await db(table)
      .join(links, `${table}.id`, `${links}.${column}`)
      .where(`${table}.action`, 'like', ACTIONS)) as Record<string, unknown>[];
    for (const row of rows) {
      const { action, subject, properties, conditions, role_id: role, api_token_id: token } = row;
      const text = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
      found.push([table, action, subject, text(properties), text(conditions), role, token].join());
    }
  }
  return found.sort();
}

const grantCustomers = (app: App) =>
  app.strapi.db
    .query('plugin::users-permissions.role' as never)
    .findOne({ where: { type: 'authenticated' } as never })
    .then((role) =>
      app.strapi.db.query('plugin::users-permissions.permission' as never).create({
        data: {
          action: `plugin::${PLUGIN_ID}.link.find`,
          role: (role as { id: number }).id,
        } as never,
      })
    );

describe('A start without the plugin', () => {
  let before: { rows: Record<string, unknown[]>; rights: string[] };
  let open: Shared;
  let lost: Shared;
  let locked: Shared;
  let tables: string[];
  let after: App;

  beforeAll(async () => {
    const first = await withPlugin();
    open = await shareEntry(first, { slug: 'stays-with-us', shows: 'frozen' });
    locked = await shareEntry(first, { password: PASSWORD });
    lost = await shareEntry(first);
    const off = await newDocument(first);
    expect((await setPolicy(await login(first, 'editor'), DOCUMENT, off, 'off')).status).toBe(200);
    await personWith(first, [
      {
        action: SHARE,
        subject: PROJECT,
        properties: { fields: ['title'] },
        conditions: ['admin::is-creator'],
      },
    ]);
    await program(first, { type: 'custom', permissions: [`plugin::${PLUGIN_ID}.link.find`] });
    await ownedProgram(first, 'editor', [
      { action: SHARE, subject: DOCUMENT, properties: { fields: ['title'] } },
    ]);
    await grantCustomers(first);
    await openLink(first, open.token);
    await writeVisits(first);
    await first.strapi.db.connection('share_link_counts').del();
    await first.stop();

    const second = await withPlugin();
    before = { rows: await rowsOf(second), rights: await rightsOf(second) };
    await second.stop();

    // Strapi cleans up at the first start without the plugin, and again at the next.
    for (let times = 0; times < 2; times += 1) {
      const without = await withoutPlugin();
      expect(without.strapi.contentTypes).not.toHaveProperty([`plugin::${PLUGIN_ID}.link`]);
      expect(await rightsOf(without)).toEqual([]);
      if (times === 0) {
        await without.strapi.documents(DOCUMENT).delete({ documentId: lost.documentId });
      }
      await without.stop();
    }
    after = await withPlugin();
    tables = (await after.strapi.db.dialect.schemaInspector.getTables()) as string[];
    return () => after.stop();
  }, 120_000);

  it('loses no row of any table of the plugin', async () => {
    const own = tables.filter((name) => name.startsWith('share_link')).sort();
    expect(own).toEqual([...TABLES].sort());
    const now = await rowsOf(after);
    for (const table of TABLES) {
      const changed = (rows: unknown[]) =>
        rows.filter((row) => (row as { id: number }).id !== lost.id || table !== 'share_links');
      const kept = table === 'share_link_events' ? now[table]!.slice(0, -1) : now[table]!;
      expect(changed(kept), table).toEqual(changed(before.rows[table]!));
    }
  });

  it('loses no right of a role, a token or a customer', async () => {
    expect(before.rights.filter((right) => right.includes('is-creator')).length).toBeGreaterThan(0);
    for (const [table] of GRANTS) {
      expect(
        before.rights.some((right) => right.startsWith(table)),
        table
      ).toBe(true);
    }
    expect(await rightsOf(after)).toEqual(before.rights);
  });

  it('leaves links open, and a password asked for', async () => {
    expect(await statusOf(after, open.token)).toBe(200);
    expect(await statusOf(after, locked.token)).toBe(401);
  });

  it('leaves each slug to its entry', async () => {
    const { documentId } = await newDocument(after);
    const editor = await login(after, 'editor');
    const { body } = await editor('POST', '/share-links/links', {
      data: { contentType: DOCUMENT, documentId, slug: 'stays-with-us' },
    });
    expect(body.error.details.code).toBe('slug-taken');
  });

  it('ends the link of an entry that was deleted meanwhile, and says why', async () => {
    const editor = await login(after, 'editor');
    const path = `/share-links/history?contentType=${DOCUMENT}&documentId=${lost.documentId}`;
    const { body } = await editor<{ data: { state: string; endReason: string }[] }>('GET', path);
    expect(body.data).toMatchObject([{ state: 'revoked', endReason: 'entry-deleted' }]);
  });

  it('gives no right back that somebody has taken away before it', async () => {
    const { grant } = await personWith(after, [{ action: SHARE, subject: PROJECT }]);
    await grant([]);
    const rights = await rightsOf(after);
    await after.stop();
    await (await withoutPlugin()).stop();
    after = await withPlugin();
    expect(await rightsOf(after)).toEqual(rights);
  });
});

describe('A process without the plugin, while another one runs with it', () => {
  it('takes no right away for good', async () => {
    const running = await withPlugin();
    const rights = await rightsOf(running);
    // What the other process has done to the database.
    const key = { type: 'strapi', name: 'content_types', key: 'schema' };
    const types = (await running.strapi.store!.get(key)) as Record<string, object>;
    const others = Object.entries(types).filter(([uid]) => !uid.includes(PLUGIN_ID));
    await running.strapi.store!.set({ ...key, value: Object.fromEntries(others) });
    const db = running.strapi.db.connection;
    const lost = db('admin_permissions').where('action', 'like', ACTIONS).select('id');
    await db('admin_permissions_role_lnk').whereIn('permission_id', lost).del();
    await db('admin_permissions').where('action', 'like', ACTIONS).del();
    // Somebody saves another role meanwhile.
    await personWith(running, [{ action: 'plugin::upload.read', subject: null }]);
    await running.stop();

    const next = await withPlugin();
    expect(await rightsOf(next)).toEqual(rights);
    await next.stop();
  }, 60_000);
});

describe('The option to uninstall', () => {
  it('deletes every row, right and setting, and lets Strapi drop the tables', async () => {
    site.plugins({ [PLUGIN_ID]: { config: { uninstall: true } } });
    const last = await bootSite(site, database);
    for (const rows of Object.values(await rowsOf(last))) expect(rows).toEqual([]);
    expect(last.logs.some((line) => line.includes('"uninstall" is set'))).toBe(true);
    await last.stop();

    const without = await withoutPlugin();
    const tables = (await without.strapi.db.dialect.schemaInspector.getTables()) as string[];
    const keys = await without.strapi.db.connection('strapi_core_store_settings').pluck('key');
    expect(tables.filter((name) => name.startsWith('share_link'))).toEqual([]);
    expect(keys.filter((key: string) => key.includes('plugin_share-links'))).toEqual([]);
    expect(await rightsOf(without)).toEqual([]);
    await without.stop();
  });

  it('leaves a site that can begin again', async () => {
    const again = await withPlugin();
    const link = await shareEntry(again, { by: 'admin' });
    expect(await statusOf(again, link.token)).toBe(200);
    await again.stop();
  });
});
