import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { TEMPLATE, demoDir } from './paths';

/** A database on which an app can start. */
export interface Database {
  /** The variables that the demo’s `config/database.ts` reads. */
  env: Record<string, string>;
  drop(): Promise<void>;
}

/** How the suites use one kind of database server. */
export interface DatabaseServer {
  /** The seeded database from which every suite starts. */
  template: Database;
  /** Whether the template exists and is newer than `time`. */
  isNewerThan(time: number): Promise<boolean>;
  /** Empties the template, so that it can be seeded. */
  clearTemplate(): Promise<void>;
  /** A copy of the template. */
  copy(): Promise<Database>;
  /** An empty database. */
  empty(): Promise<Database>;
}

interface Connection {
  query(statement: string): Promise<{ rows: unknown[] } | [unknown[]]>;
  end(): Promise<void>;
}

const requireFromDemo = createRequire(path.join(demoDir, 'package.json'));
const TEMPLATE_NAME = 'share_links_template';

/** The database on which the suites run. `npm test` sets `TEST_DATABASE`. */
export function databaseServer(): DatabaseServer {
  switch (process.env.TEST_DATABASE ?? 'sqlite') {
    case 'sqlite':
      return sqlite;
    case 'postgres':
      return postgres;
    case 'mysql':
      return mysql;
    default:
      throw new Error(`TEST_DATABASE is "${process.env.TEST_DATABASE}"; there is no such suite`);
  }
}

const sqliteAt = (file: string, drop = async () => {}): Database => ({
  env: { DATABASE_CLIENT: 'sqlite', DATABASE_FILENAME: file },
  drop,
});

function temporaryFile(): Database {
  const folder = mkdtempSync(path.join(tmpdir(), 'share-links-'));
  return sqliteAt(path.join(folder, 'data.db'), async () =>
    rmSync(folder, { recursive: true, force: true })
  );
}

const sqlite: DatabaseServer = {
  template: sqliteAt(TEMPLATE),
  isNewerThan: async (time) => existsSync(TEMPLATE) && statSync(TEMPLATE).mtimeMs > time,
  async clearTemplate() {
    mkdirSync(path.dirname(TEMPLATE), { recursive: true });
    rmSync(TEMPLATE, { force: true });
  },
  async copy() {
    const database = temporaryFile();
    copyFileSync(TEMPLATE, database.env.DATABASE_FILENAME as string);
    return database;
  },
  empty: async () => temporaryFile(),
};

const newName = () => `share_links_${randomBytes(6).toString('hex')}`;

/** The connection to the server that `npm test` has started. */
function serverEnv(client: string): Record<string, string> {
  const { TEST_DATABASE_PORT = '', TEST_DATABASE_USER = '' } = process.env;
  return {
    DATABASE_CLIENT: client,
    DATABASE_HOST: '127.0.0.1',
    DATABASE_PORT: TEST_DATABASE_PORT,
    DATABASE_USERNAME: TEST_DATABASE_USER,
    DATABASE_PASSWORD: 'strapi',
  };
}

async function postgresDo(...statements: string[]): Promise<unknown[]> {
  const { Client } = requireFromDemo('pg') as {
    Client: new (options: object) => Connection & { connect(): Promise<void> };
  };
  const { DATABASE_PORT, DATABASE_USERNAME } = serverEnv('postgres');
  const client = new Client({
    host: '127.0.0.1',
    port: Number(DATABASE_PORT),
    user: DATABASE_USERNAME,
    password: 'strapi',
    database: 'postgres',
  });
  await client.connect();
  let rows: unknown[] = [];
  for (const statement of statements) {
    rows = ((await client.query(statement)) as { rows: unknown[] }).rows;
  }
  await client.end();
  return rows;
}

const postgresNamed = (name: string): Database => ({
  env: { ...serverEnv('postgres'), DATABASE_NAME: name },
  drop: async () => void (await postgresDo(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)),
});

const postgres: DatabaseServer = {
  get template() {
    return postgresNamed(TEMPLATE_NAME);
  },
  async isNewerThan(time) {
    const [row] = (await postgresDo(
      `SELECT (pg_stat_file('base/' || oid || '/PG_VERSION')).modification AS made
       FROM pg_database WHERE datname = '${TEMPLATE_NAME}'`
    )) as { made: Date }[];
    return row !== undefined && row.made.getTime() > time;
  },
  async clearTemplate() {
    await postgresNamed(TEMPLATE_NAME).drop();
    await postgresDo(`CREATE DATABASE ${TEMPLATE_NAME}`);
  },
  async copy() {
    const name = newName();
    await postgresDo(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE_NAME}`);
    return postgresNamed(name);
  },
  async empty() {
    const name = newName();
    await postgresDo(`CREATE DATABASE ${name}`);
    return postgresNamed(name);
  },
};

async function mysqlDo(...statements: string[]): Promise<unknown[]> {
  const { createConnection } = requireFromDemo('mysql2/promise') as {
    createConnection(options: object): Promise<Connection>;
  };
  const { DATABASE_PORT, DATABASE_USERNAME } = serverEnv('mysql');
  const connection = await createConnection({
    host: '127.0.0.1',
    port: Number(DATABASE_PORT),
    user: DATABASE_USERNAME,
    password: 'strapi',
  });
  let rows: unknown[] = [];
  for (const statement of statements) {
    [rows] = (await connection.query(statement)) as [unknown[]];
  }
  await connection.end();
  return rows;
}

const mysqlNamed = (name: string): Database => ({
  env: { ...serverEnv('mysql'), DATABASE_NAME: name },
  drop: async () => void (await mysqlDo(`DROP DATABASE IF EXISTS ${name}`)),
});

/** MariaDB has no templates, so its own tools copy the database. */
function copyMysql(name: string): void {
  const { DATABASE_PORT: port, DATABASE_USERNAME: user } = serverEnv('mysql');
  const options = ['--host=127.0.0.1', `--port=${port}`, `--user=${user}`, '--password=strapi'];
  const dump = execFileSync('mariadb-dump', [...options, TEMPLATE_NAME], {
    maxBuffer: 200 * 1024 * 1024,
  });
  execFileSync('mariadb', [...options, name], { input: dump });
}

const mysql: DatabaseServer = {
  get template() {
    return mysqlNamed(TEMPLATE_NAME);
  },
  async isNewerThan(time) {
    const [row] = (await mysqlDo(
      `SELECT MAX(create_time) AS made FROM information_schema.tables
       WHERE table_schema = '${TEMPLATE_NAME}'`
    )) as { made: Date | null }[];
    return row?.made !== undefined && row.made !== null && new Date(row.made).getTime() > time;
  },
  async clearTemplate() {
    await mysqlDo(
      `DROP DATABASE IF EXISTS ${TEMPLATE_NAME}`,
      `CREATE DATABASE ${TEMPLATE_NAME} CHARACTER SET utf8mb4`
    );
  },
  async copy() {
    const database = await mysql.empty();
    copyMysql(database.env.DATABASE_NAME as string);
    return database;
  },
  async empty() {
    const name = newName();
    await mysqlDo(`CREATE DATABASE ${name} CHARACTER SET utf8mb4`);
    return mysqlNamed(name);
  },
};
