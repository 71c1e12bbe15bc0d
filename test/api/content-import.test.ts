import { beforeAll, describe, expect, it } from 'vitest';

import type { HistoryList, Link, LinkList, TimelineList } from '../../contracts/links';
import type { ShownFile } from '../../contracts/shown';
import type { VisitList } from '../../contracts/visits';
import { bootSite } from '../support/app';
import type { App } from '../support/app';
import { clientOf, login } from '../support/client';
import { databaseServer } from '../support/databases';
import { DOCUMENT, newDocument, userId } from '../support/entries';
import { send } from '../support/http';
import { runJob } from '../support/jobs';
import { later } from '../support/later';
import { newEditor } from '../support/people';
import { setPolicy } from '../support/policies';
import { PASSWORD, shareEntry, statusOf, strangerAt } from '../support/sharing';
import type { Shared } from '../support/sharing';
import { useSiteFolder } from '../support/site';
import { copyContent, pushContent } from '../support/transfer';
import { newUpload } from '../support/uploads';
import { useDatabase } from '../support/use-app';
import { openLink, visitsOf, writeVisits } from '../support/visits';

/** Every table that Strapi copies, with the columns whose value is another site's own. */
const TABLES = {
  share_links: ['shared_by_id', 'maker_key', 'suspended_at', 'updated_at', 'is_full'],
  share_link_slugs: [],
  share_link_events: ['actor_id'],
  share_link_snapshots: [],
  share_link_policies: [],
} as const;
const EVERYWHERE = ['id', 'created_by_id', 'updated_by_id', 'published_at', 'locale'];

type Table = keyof typeof TABLES;
type Row = Record<string, unknown>;

const production = { site: useSiteFolder(), database: useDatabase() };
// A database that was seeded by itself: the same people have other ids there.
const staging = {
  site: useSiteFolder(),
  database: later(
    () => databaseServer().empty(),
    (database) => database.drop()
  ),
};

/** The rows of a table by the only identity that Strapi copies. */
async function rowsOf(app: App, table: Table): Promise<Row[]> {
  const rows = (await app.strapi.db.connection(table).orderBy('document_id')) as Row[];
  const own: string[] = [...EVERYWHERE, ...TABLES[table]];
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(row)
        .filter(([name]) => !own.includes(name))
        .map(([name, value]) => [name, plain(value)])
    )
  );
}

/** Drivers return dates and JSON in different forms. */
function plain(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== 'string' || !/^[[{"]/.test(value)) return value;
  return JSON.parse(value) as unknown;
}

const allRows = async (app: App) =>
  Object.fromEntries(
    await Promise.all(
      (Object.keys(TABLES) as Table[]).map(async (table) => [table, await rowsOf(app, table)])
    )
  ) as Record<Table, Row[]>;

/** The link of the other site, which has another id here. */
async function found(app: App, { documentId }: { documentId: string }): Promise<Link> {
  const editor = await login(app, 'editor');
  const path = `/share-links/links?contentType=${DOCUMENT}&documentId=${documentId}`;
  const { body } = await editor<LinkList>('GET', path);
  expect(body.data).toHaveLength(1);
  return body.data[0]!;
}

async function uploadNamed(app: App, id: number): Promise<string | undefined> {
  const query = app.strapi.db.query('plugin::upload.file');
  return ((await query.findOne({ where: { id } })) as { name: string } | null)?.name;
}

const timelineOf = async (app: App, id: number) =>
  (await (await login(app, 'editor'))<TimelineList>('GET', `/share-links/links/${id}/timeline`))
    .body.data;

describe('An import into a site that has content', () => {
  let open: Shared;
  let locked: Shared;
  let frozen: Shared;
  let gone: Shared;
  let strangers: Shared;
  let proof: string;
  let file: { id: number; text: string; name: string };
  let wanted: Record<Table, Row[]>;
  let app: App;

  /** Fills production, which is the source. */
  async function fill(): Promise<void> {
    const source = await bootSite(production.site, production.database);
    open = await shareEntry(source, { slug: 'shown-everywhere' });
    const editor = await login(source, 'editor');
    await editor('PUT', `/share-links/links/${open.id}`, { data: { label: 'Renamed' } });
    locked = await shareEntry(source, { password: PASSWORD });
    gone = await shareEntry(source);
    await editor('DELETE', `/share-links/links/${gone.id}`);
    const off = await newDocument(source);
    expect((await setPolicy(editor, DOCUMENT, off, 'off')).status).toBe(200);

    // Uploads in front of it make the ids differ between the sites.
    for (let count = 0; count < 3; count += 1)
      await newUpload(source, `Other ${count}.txt`, 'other', 'text/plain');
    const [name, text] = ['Offer.txt', 'The offer as it was when the link was made'];
    const { id } = await newUpload(source, name, text, 'text/plain');
    file = { id, name, text };
    const { documentId } = await newDocument(source, 'editor', { files: [id] });
    frozen = await shareEntry(source, { documentId, shows: 'frozen' });

    const { client } = await newEditor(source);
    const { body } = await client<{ data: Link }>('POST', '/share-links/links', {
      data: { contentType: DOCUMENT, documentId: (await newDocument(source)).documentId },
    });
    strangers = { ...body.data, token: body.data.url!.split('/').at(-1)! };
    await openLink(source, open.token);
    await writeVisits(source);
    wanted = await allRows(source);
    await source.stop();
  }

  /** Fills staging with links of its own, before anything is imported. */
  async function fillTarget(): Promise<void> {
    const target = await bootSite(staging.site, staging.database);
    for (let count = 0; count < 8; count += 1) {
      const own = await shareEntry(target, { password: PASSWORD });
      const { body } = await clientOf(target)<{ data: { unlockToken: string } }>(
        'POST',
        `/api/share-links/public/${own.token}/unlock`,
        { password: PASSWORD }
      );
      proof = body.data.unlockToken;
      await openLink(target, own.token);
    }
    await newUpload(target, 'Ours.txt', 'A file of staging alone', 'text/plain');
    await writeVisits(target);
    await target.stop();
  }

  beforeAll(async () => {
    await fill();
    await fillTarget();
    await copyContent(production, staging);
    await copyContent(production, staging);
    app = await bootSite(staging.site, staging.database);
    return () => app.stop();
  }, 300_000);

  it.each(Object.keys(TABLES) as Table[])(
    'keeps every row of %s, also the second time',
    async (table) => {
      const now = await rowsOf(app, table);
      // The link whose maker is unknown here is suspended, which its timeline tells.
      const same =
        table === 'share_link_events' ? now.filter(({ type }) => type !== 'suspend') : now;
      expect(same).toEqual(wanted[table]);
      expect(wanted[table].length).toBeGreaterThan(0);
    }
  );

  it('leaves each timeline with its link', async () => {
    expect((await timelineOf(app, (await found(app, open)).id)).map(({ type }) => type)).toEqual([
      'update',
      'create',
    ]);
    const path = `/share-links/history?contentType=${DOCUMENT}&documentId=${gone.documentId}`;
    const { body } = await (await login(app, 'editor'))<HistoryList>('GET', path);
    expect(body.data).toMatchObject([{ state: 'revoked' }]);
    expect((await timelineOf(app, body.data[0]!.id)).map(({ type }) => type)).toEqual([
      'revoke',
      'create',
    ]);
  });

  it('opens the same addresses, and asks for the same passwords', async () => {
    expect(await statusOf(app, open.token)).toBe(200);
    expect(await statusOf(app, 'shown-everywhere')).toBe(200);
    expect(await statusOf(app, gone.token)).toBe(404);
    const unlock = `/api/share-links/public/${locked.token}/unlock`;
    expect((await clientOf(app)('POST', unlock, { password: PASSWORD })).status).toBe(200);
  });

  it('serves the file of a frozen link and never another upload', async () => {
    const { body } = await strangerAt(app).json(frozen.token);
    const field = body.data.fields.find(({ name }) => name === 'files');
    const [shown, ...others] = (field as { value: ShownFile[] }).value;
    expect(others).toEqual([]);
    expect(shown!.name).toBe(file.name);
    // The old id is another upload here.
    expect(shown!.id).not.toBe(file.id);
    expect(await uploadNamed(app, file.id)).not.toBe(file.name);
    const reply = await send(app.url + shown!.url, {});
    expect([reply.status, reply.text]).toEqual([200, file.text]);
  });

  it('gives a link to the person with the same e-mail address', async () => {
    const { id } = (await app.strapi.db
      .query('admin::user')
      .findOne({ where: { email: 'editor@example.com' } })) as { id: number };
    const link = await found(app, open);
    expect([link.state, link.sharedBy.id]).toEqual(['active', id]);
  });

  it('suspends a link whose maker is not here, until somebody takes it over', async () => {
    await expect.poll(async () => (await found(app, strangers)).state).toBe('suspended');
    const link = await found(app, strangers);
    expect(link.sharedBy.name).toBe(strangers.sharedBy.name);
    expect(await statusOf(app, strangers.token)).toBe(404);
    const editor = await login(app, 'editor');
    const { status } = await editor('POST', `/share-links/links/${link.id}/take-over`);
    expect(status).toBe(200);
    expect(await statusOf(app, strangers.token)).toBe(200);
  });

  it('attributes no visit of another link, and accepts no proof of one', async () => {
    for (const link of [open, locked, strangers]) {
      const { id } = await found(app, link);
      const editor = await login(app, 'editor');
      const path = `/share-links/links/${id}/visits?outcome=unlocked`;
      const { body } = await editor<VisitList>('GET', path);
      const own = link === locked ? 1 : 0;
      expect(body.meta.pagination.total).toBeLessThanOrEqual(own);
    }
    const reply = await send(`${app.url}/api/share-links/public/${locked.token}`, {
      headers: { 'X-Share-Unlock': proof },
    });
    expect(reply.status).toBe(401);
    expect((await visitsOf(app, (await found(app, open)).id, 1)).data.length).toBeGreaterThan(0);
  });
});

describe('A copy into an empty site', () => {
  const empty = {
    site: useSiteFolder(),
    database: later(
      () => databaseServer().empty(),
      (database) => database.drop()
    ),
  };

  it('keeps links closed until their maker signs up, and then opens them', async () => {
    const source = await bootSite(production.site, production.database);
    const link = await shareEntry(source);
    await source.stop();
    await copyContent(production, empty);
    const app = await bootSite(empty.site, empty.database, { DEMO_CONTENT: 'none' });
    expect(await statusOf(app, link.token)).toBe(404);
    const role = (await app.strapi.db
      .query('admin::role')
      .findOne({ where: { code: 'strapi-super-admin' } })) as { id: number };
    const users = app.strapi.service('admin::user') as unknown as {
      create(user: object): Promise<unknown>;
    };
    const person = { firstname: 'Edith', lastname: 'Editor', password: 'Demo-Passw0rd' };
    const data = { ...person, isActive: true, roles: [role.id] };
    await users.create({ ...data, email: 'first@example.com' });
    expect(await statusOf(app, link.token)).toBe(404);
    await users.create({ ...data, email: 'Editor@Example.com' });
    await expect.poll(() => statusOf(app, link.token), { timeout: 10_000 }).toBe(200);
    await app.stop();
  }, 120_000);

  it('by a transfer into a running site gives no link to whoever has the id of its maker', async () => {
    const before = await bootSite(staging.site, staging.database);
    const id = await userId(before, 'editor');
    await before.stop();
    const source = await bootSite(production.site, production.database);
    // The ids are equal by chance, as they often are.
    const foreign = { maker_key: 'somebodyelsewhere0000000', maker_email_hash: 'nobody here' };
    await source.strapi.db.connection('share_links').update({ shared_by_id: id, ...foreign });
    await source.stop();
    const app = await bootSite(staging.site, staging.database);
    await pushContent(production, app);
    const client = await login(app, 'editor');
    expect(await statusOf(app, 'shown-everywhere')).toBe(404);
    await runJob(app, 'shareLinksMakers');
    expect((await client<LinkList>('GET', `/share-links/links?sharedBy=${id}`)).body.data).toEqual(
      []
    );
    const lost = await client<LinkList>('GET', '/share-links/links?maker=lost&pageSize=100');
    expect(lost.body.data.map(({ label }) => label)).toContain('Renamed');
    await app.stop();
  }, 120_000);
});
