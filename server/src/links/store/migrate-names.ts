import type { Core } from '@strapi/strapi';

import { emailHash } from '../../rights/maker-keys';

type Knex = Core.Strapi['db']['connection'];

const LINKS = 'share_links';

export const MIGRATION = 'share-links::names-that-survive';

/**
 * Renames what older versions named by ids, which an import changes: rows of other tables name
 * their link by its document id, and a link names its maker by keys that survive. Runs once, before
 * Strapi drops the old columns.
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
      for (const table of tables) await nameLinks(db, table);
      await nameMakers(db);
    },
    async down() {},
  });
}

interface Migration {
  name: string;
  up(db: Knex): Promise<void>;
  down(db: Knex): Promise<void>;
}

async function nameLinks(db: Knex, table: string): Promise<void> {
  const isOld = (await db.schema.hasTable(table)) && (await db.schema.hasColumn(table, 'link_id'));
  if (!isOld || (await db.schema.hasColumn(table, 'link_document_id'))) return;
  await db.schema.alterTable(table, (columns) => void columns.string('link_document_id'));
  await db(table).update({
    link_document_id: db(LINKS)
      .select('document_id')
      .where(`${LINKS}.id`, db.ref(`${table}.link_id`)),
  });
  // A row whose link is gone belongs to nobody.
  await db(table).whereNull('link_document_id').del();
}

async function nameMakers(db: Knex): Promise<void> {
  if (await db.schema.hasColumn(LINKS, 'maker_key')) return;
  await db.schema.alterTable(LINKS, (columns) => {
    columns.string('maker_key');
    columns.string('maker_email_hash');
  });
  const users = (await db('admin_users')
    .whereIn('id', db(LINKS).distinct('shared_by_id').whereNotNull('shared_by_id'))
    .select('id', 'document_id', 'email')) as { id: number; document_id: string; email: string }[];
  for (const { id, document_id: makerKey, email } of users) {
    const keys = { maker_key: makerKey, maker_email_hash: emailHash(email) };
    await db(LINKS).where({ shared_by_id: id }).update(keys);
  }
}
