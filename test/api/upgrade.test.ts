import { beforeAll, describe, expect, it } from 'vitest';

import type { TimelineList } from '../../contracts/links';
import type { ShownFile } from '../../contracts/shown';
import { bootApp } from '../support/app';
import type { App } from '../support/app';
import { login } from '../support/client';
import { newDocument } from '../support/entries';
import { shareEntry, strangerAt } from '../support/sharing';
import type { Shared } from '../support/sharing';
import { newUpload, removeUploads } from '../support/uploads';
import { useDatabase } from '../support/use-app';
import { openLink, visitsOf, writeVisits } from '../support/visits';

/** The tables that named their link by its id, with their indexes. */
const NAMING = {
  share_link_events: ['share_link_events_link_idx', 'share_link_events_type_idx'],
  share_link_visits: ['share_link_visits_link_idx'],
  share_link_visit_days: [],
};
const ADDED = ['maker_key', 'maker_email_hash', 'shapes'];

interface StoredSchema {
  tables: {
    name: string;
    columns: { name: string; type: string; args: unknown[] }[];
    indexes: { name: string; columns: string[] }[];
  }[];
}

const database = useDatabase();

/** Makes the database what an older version has left: rows name their link by its id. */
async function makeOld(app: App): Promise<void> {
  const db = app.strapi.db.connection;
  for (const [table, indexes] of Object.entries(NAMING)) {
    await db.schema.alterTable(table, (columns) => void columns.integer('link_id'));
    await db(table).update({
      link_id: db('share_links')
        .select('id')
        .where('share_links.document_id', db.ref(`${table}.link_document_id`)),
    });
    for (const index of indexes) {
      await db.schema.alterTable(table, (columns) => columns.dropIndex([], index));
    }
    if (table === 'share_link_visit_days') {
      await db.schema.alterTable(table, (columns) =>
        columns.dropUnique([], 'share_link_visit_days_uq')
      );
    }
    await db.schema.alterTable(table, (columns) => columns.dropColumn('link_document_id'));
  }
  await db.schema.alterTable('share_links', (columns) => columns.dropColumns(...ADDED));
  const snapshots = (await db('share_link_snapshots')) as { id: number; content: unknown }[];
  for (const { id, content } of snapshots) {
    const { files: _files, ...old } = (
      typeof content === 'string' ? JSON.parse(content) : content
    ) as { files: unknown };
    await db('share_link_snapshots')
      .where({ id })
      .update({ content: JSON.stringify(old) });
  }
  await db('strapi_core_store_settings').where({ key: 'plugin_share-links_named-files' }).del();
  await db('strapi_migrations_internal').where('name', 'like', 'share-links%').del();
  await storeOldSchema(app);
}

/** Strapi drops a column only if it was in the schema of the last start. */
async function storeOldSchema(app: App): Promise<void> {
  const db = app.strapi.db.connection;
  const row = (await db('strapi_database_schema').first()) as { id: number; schema: unknown };
  const schema = (
    typeof row.schema === 'string' ? JSON.parse(row.schema) : row.schema
  ) as StoredSchema;
  for (const table of schema.tables) {
    if (table.name === 'share_links') {
      table.columns = table.columns.filter(({ name }) => !ADDED.includes(name));
    }
    if (!(table.name in NAMING)) continue;
    for (const column of table.columns) {
      if (column.name === 'link_document_id')
        Object.assign(column, { name: 'link_id', type: 'integer', args: [] });
    }
    for (const index of table.indexes) {
      index.columns = index.columns.map((name) => (name === 'link_document_id' ? 'link_id' : name));
    }
  }
  await db('strapi_database_schema')
    .where({ id: row.id })
    .update({ schema: JSON.stringify(schema), hash: 'of an older version' });
}

describe('A start after an older version', () => {
  let app: App;
  let link: Shared;
  let frozen: Shared;

  beforeAll(async () => {
    const before = await bootApp(database);
    link = await shareEntry(before);
    await (
      await login(before, 'editor')
    )('PUT', `/share-links/links/${link.id}`, {
      data: { label: 'Renamed' },
    });
    const { id } = await newUpload(before, 'Offer.txt', 'The offer', 'text/plain');
    const { documentId } = await newDocument(before, 'editor', { files: [id] });
    frozen = await shareEntry(before, { documentId, shows: 'frozen' });
    await openLink(before, link.token);
    await writeVisits(before);
    await makeOld(before);
    await before.stop();
    app = await bootApp(database);
    return async () => {
      await removeUploads(app);
      await app.stop();
    };
  }, 120_000);

  it('keeps the timeline, the visits and the counts of each link', async () => {
    const editor = await login(app, 'editor');
    const path = `/share-links/links/${link.id}/timeline`;
    const { body } = await editor<TimelineList>('GET', path);
    expect(body.data.map(({ type }) => type)).toEqual(['update', 'create']);
    const { data, meta } = await visitsOf(app, link.id, 1);
    expect([data.length, meta.totals.opened, meta.days.at(-1)?.opened]).toEqual([1, 1, 1]);
  });

  it.each(Object.keys(NAMING))('leaves no column of the older version in %s', async (table) => {
    const { schema } = app.strapi.db.connection;
    expect(await schema.hasColumn(table, 'link_id')).toBe(false);
  });

  it('names the makers and the shapes of all links', async () => {
    const rows = (await app.strapi.db.connection('share_links').whereNull('revoked_at')) as {
      shared_by_id: number | null;
      maker_key: string | null;
      shapes: unknown;
    }[];
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      expect(row.maker_key === null).toBe(row.shared_by_id === null);
      expect(row.shapes).not.toBeNull();
    }
  });

  it('still shows the files of a frozen link', async () => {
    const { body } = await strangerAt(app).json(frozen.token);
    const field = body.data.fields.find(({ name }) => name === 'files') as { value: ShownFile[] };
    expect(field.value.map(({ name }) => name)).toEqual(['Offer.txt']);
  });

  it('counts further visits of a day that it already knew', async () => {
    await openLink(app, link.token);
    await writeVisits(app);
    expect((await visitsOf(app, link.id, 2)).meta.days.at(-1)?.opened).toBe(2);
  });
});
