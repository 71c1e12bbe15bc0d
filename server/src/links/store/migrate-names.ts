import type { Core } from '@strapi/strapi';

import { fileIdsIn } from '../../content/file-ids';
import type { Snapshot } from '../../content/snapshot';
import { emailHash } from '../../rights/maker-keys';

type Knex = Core.Strapi['db']['connection'];

const LINKS = 'share_links';
const SNAPSHOTS = 'share_link_snapshots';

export const MIGRATION = 'share-links::names-that-survive';

/** The rows of one statement. A larger one would block a table with a million visits for too long. */
const BATCH = 20_000;

/**
 * Renames what older versions named by ids, which an import changes: rows of other tables name
 * their link by its document id, links name their maker, and snapshots their uploads, by keys that
 * survive. Runs once for a database. MySQL commits each change of a table by itself, so a run that
 * was stopped goes on where it ended.
 *
 * @param tables the tables whose rows belong to a link
 */
export function registerNameMigration(strapi: Core.Strapi, tables: string[]): void {
  const { internal } = strapi.db.migrations.providers as unknown as {
    internal: { register(migration: Migration): Promise<void> };
  };
  void internal.register({
    name: MIGRATION,
    async up(db) {
      if (!(await db.schema.hasTable(LINKS))) return;
      for (const table of tables) await nameLinks(strapi, db, table);
      await nameMakers(db);
      await nameFiles(db);
    },
    async down() {},
  });
}

interface Migration {
  name: string;
  up(db: Knex): Promise<void>;
  down(db: Knex): Promise<void>;
}

async function nameLinks(strapi: Core.Strapi, db: Knex, table: string): Promise<void> {
  const isOld = (await db.schema.hasTable(table)) && (await db.schema.hasColumn(table, 'link_id'));
  if (!isOld) return;
  if (!(await db.schema.hasColumn(table, 'link_document_id'))) {
    await db.schema.alterTable(table, (columns) => void columns.string('link_document_id'));
  }
  const [{ last }] = (await db(table).max({ last: 'id' })) as [{ last: number | null }];
  for (let first = 0; first <= Number(last ?? 0); first += BATCH) {
    await db(table)
      .whereNull('link_document_id')
      .andWhere('id', '>=', first)
      .andWhere('id', '<', first + BATCH)
      .update({
        link_document_id: db(LINKS)
          .select('document_id')
          .where(`${LINKS}.id`, db.ref(`${table}.link_id`)),
      });
  }
  // A row whose link is gone belongs to nobody.
  await db(table).whereNull('link_document_id').del();
  await dropLinkId(strapi, db, table);
}

/** The indexes of the older version that contain the id of a link. */
const INDEXES = [
  'share_link_events_link_idx',
  'share_link_events_type_idx',
  'share_link_visits_link_idx',
  'share_link_visit_days_uq',
];

/** A site may keep Strapi from dropping columns, and the old one must not be empty. */
async function dropLinkId(strapi: Core.Strapi, db: Knex, table: string): Promise<void> {
  for (const index of INDEXES.filter((name) => name.startsWith(`${table}_`))) {
    await dropIndex(db, strapi.db.dialect.client, table, index);
  }
  await db.schema.alterTable(table, (builder) => builder.dropColumn('link_id'));
}

/** Strapi's own inspection of indexes would wait for this transaction to end. */
async function dropIndex(db: Knex, client: string, table: string, index: string): Promise<void> {
  if (client === 'mysql') {
    const [found] = (await db.raw(
      `select 1 from information_schema.statistics
       where table_schema = database() and table_name = ? and index_name = ?`,
      [table, index]
    )) as [unknown[]];
    if (found.length > 0) await db.raw('alter table ?? drop index ??', [table, index]);
    return;
  }
  if (client === 'postgres') {
    await db.raw('alter table ?? drop constraint if exists ??', [table, index]);
  }
  await db.raw('drop index if exists ??', [index]);
}

async function nameMakers(db: Knex): Promise<void> {
  for (const column of ['maker_key', 'maker_email_hash']) {
    if (await db.schema.hasColumn(LINKS, column)) continue;
    await db.schema.alterTable(LINKS, (columns) => void columns.string(column));
  }
  const unnamed = () => db(LINKS).whereNull('maker_key').whereNotNull('shared_by_id');
  const users = (await db('admin_users')
    .whereIn('id', unnamed().distinct('shared_by_id'))
    .select('id', 'document_id', 'email')) as { id: number; document_id: string; email: string }[];
  for (const { id, document_id: makerKey, email } of users) {
    const keys = { maker_key: makerKey, maker_email_hash: emailHash(email) };
    await unnamed().andWhere({ shared_by_id: id }).update(keys);
  }
  // Their makers are deleted. Nobody who gets the same id elsewhere must become the maker.
  await unnamed().update({ maker_key: GONE });
}

/** The key of a maker of whom nothing is known but that they are gone. */
export const GONE = 'gone';

/** Adds the names of their uploads to snapshots, which had only ids. */
async function nameFiles(db: Knex): Promise<void> {
  if (!(await db.schema.hasTable(SNAPSHOTS))) return;
  const ids = (await db(SNAPSHOTS).orderBy('id').pluck('id')) as number[];
  for (const id of ids) {
    const row = (await db(SNAPSHOTS).where({ id }).first('content')) as { content: unknown };
    const content = (
      typeof row.content === 'string' ? JSON.parse(row.content) : row.content
    ) as Partial<Snapshot> | null;
    // The oldest snapshots are the entry itself.
    const entry = content && 'version' in content ? content.entry : (content as Snapshot['entry']);
    if (!content || content.files || !Array.isArray(entry?.fields)) continue;
    const files = (await db('files')
      .whereIn('id', [...fileIdsIn(entry)])
      .select('id', 'document_id')) as { id: number; document_id: string }[];
    const names = Object.fromEntries(files.map((file) => [file.id, file.document_id]));
    await db(SNAPSHOTS)
      .where({ id })
      .update({ content: JSON.stringify({ ...content, files: names }) });
  }
}
