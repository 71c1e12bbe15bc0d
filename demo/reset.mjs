/**
 * Deletes the demo's data: the database and the uploaded files. The next start creates them again.
 * It is a separate process, so that the Strapi whose database connection it uses ends with it.
 */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { demoDir, distDir, requireFromDemo } from './prepare.mjs';

/** Strapi's own tables about the database. They are no models, so no schema contains them. */
const bookkeeping = ['strapi_database_schema', 'strapi_migrations', 'strapi_migrations_internal'];

const removeUploads = () => {
  const uploads = path.join(demoDir, 'public', 'uploads');
  if (!existsSync(uploads)) return;
  for (const name of readdirSync(uploads)) {
    if (name !== '.gitkeep') rmSync(path.join(uploads, name), { recursive: true, force: true });
  }
};

const removeSqliteFile = (filename) => {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(filename + suffix, { force: true });
  console.log(`Removed ${path.relative(process.cwd(), filename)} and the uploaded files.`);
};

const dropTables = async (db, client, database) => {
  // The tables of this app, as Strapi stored them at its last start.
  const stored = await db.schema.schemaStorage.read();
  const tables = [...(stored?.schema.tables ?? []).map(({ name }) => name), ...bookkeeping];
  const schema = db.getSchemaName();
  await db.connection.transaction(async (trx) => {
    if (client === 'mysql') await trx.raw('set foreign_key_checks = 0');
    for (const table of tables) {
      const name = schema ? [schema, table] : [table];
      const cascade = client === 'postgres' ? ' cascade' : '';
      await trx.raw(`drop table if exists ${name.map(() => '??').join('.')}${cascade}`, name);
    }
    if (client === 'mysql') await trx.raw('set foreign_key_checks = 1');
  });
  console.log(
    `Dropped the ${tables.length} tables of this app from the ${client} database "${database}" ` +
      'and removed the uploaded files. Other tables there are untouched.'
  );
};

process.chdir(demoDir);
process.env.NODE_ENV = 'production';
const { createStrapi } = requireFromDemo('@strapi/strapi');
const strapi = createStrapi({ appDir: demoDir, distDir, serveAdminPanel: false });
const { client, connection } = strapi.config.get('database.connection');

if (client !== 'sqlite') await dropTables(strapi.db, client, connection.database);
await strapi.db.destroy();
removeUploads();
if (client === 'sqlite') removeSqliteFile(connection.filename);
process.exit(0);
