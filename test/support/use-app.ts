import { beforeAll } from 'vitest';

import { startApp } from './app';
import type { Adapt, App, PluginOptions } from './app';
import { clientOf, login } from './client';
import type { ActorName, Client } from './client';
import { databaseServer } from './databases';
import type { Database } from './databases';
import { later } from './later';
import { startMailServer } from './smtp';
import type { MailServer } from './smtp';
import { removeUploads } from './uploads';

type Env = Record<string, string>;

/**
 * The demo app, running for the tests of a file; `env` may be a function for values that are known
 * late.
 */
export function useApp(env: Env | (() => Env) = {}, options?: PluginOptions, adapt?: Adapt): App {
  return later(
    () => startApp(typeof env === 'function' ? env() : env, options, adapt),
    async (app) => {
      await removeUploads(app);
      await app.stop();
    }
  );
}

/** A copy of the seeded database, for tests that start and stop apps on it. */
export const useDatabase = (): Database =>
  later(
    () => databaseServer().copy(),
    (database) => database.drop()
  );

/** A mail server that runs for the tests of a file. Create it before the app that sends to it. */
export const useMailServer = (): MailServer => later(startMailServer, (post) => post.stop());

/** A demo user who is logged in to the admin API. */
export function useActor(app: App, name: ActorName): Client {
  let client: Client;
  beforeAll(async () => {
    client = await login(app, name);
  });
  return (method, path, body) => client(method, path, body);
}

/** The five people in the tests of rights. */
export const useActors = (app: App) => ({
  admin: useActor(app, 'admin'),
  editor: useActor(app, 'editor'),
  author: useActor(app, 'author'),
  reader: useActor(app, 'reader'),
  nobody: clientOf(app),
});
