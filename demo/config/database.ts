import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { appDir } from '../src/app-dir';

type Env = Core.Config.Shared.ConfigParams['env'];

const sqlite = (env: Env): Core.Config.Database<'sqlite'> => ({
  connection: {
    client: 'sqlite',
    connection: { filename: path.resolve(appDir, env('DATABASE_FILENAME', '.tmp/data.db')) },
    useNullAsDefault: true,
  },
});

const server = (env: Env, defaultPort: number) => ({
  host: env('DATABASE_HOST', '127.0.0.1'),
  port: env.int('DATABASE_PORT', defaultPort),
  database: env('DATABASE_NAME', 'share_links'),
  user: env('DATABASE_USERNAME', 'strapi'),
  password: env('DATABASE_PASSWORD', 'strapi'),
  ssl: env.bool('DATABASE_SSL', false) && {
    rejectUnauthorized: env.bool('DATABASE_SSL_REJECT_UNAUTHORIZED', true),
  },
});

const pool = { min: 0, max: 10 };

const postgres = (env: Env): Core.Config.Database<'postgres'> => ({
  connection: {
    client: 'postgres',
    connection: { ...server(env, 5432), schema: env('DATABASE_SCHEMA', 'public') },
    pool,
  },
});

const mysql = (env: Env): Core.Config.Database<'mysql'> => ({
  connection: { client: 'mysql', connection: server(env, 3306), pool },
});

const database = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Database => {
  const client = env('DATABASE_CLIENT', 'sqlite');
  switch (client) {
    case 'sqlite':
      return sqlite(env);
    case 'postgres':
      return postgres(env);
    case 'mysql':
      return mysql(env);
    default:
      throw new Error(`DATABASE_CLIENT is "${client}"; use sqlite, postgres or mysql`);
  }
};

export default database;
