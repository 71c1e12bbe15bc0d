import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

import type { Core } from '@strapi/strapi';

import type { RateLimits } from '../../contracts/attempt-limits';
import { databaseServer } from './databases';
import type { Database } from './databases';
import { TEST_SECRETS, demoDir } from './paths';
import { refuseSecrets } from './secrets';
import { watchForSecrets } from './watch';

// Node can’t load Strapi’s ES modules by themselves; an app also loads the CommonJS ones.
const { createStrapi } = createRequire(import.meta.url)('@strapi/strapi') as {
  createStrapi(options: { appDir: string; distDir: string }): Core.Strapi;
};

export interface App {
  strapi: Core.Strapi;
  url: string;
  /** Everything that the app logged, one line each. */
  logs: string[];
  /** Stops the app, and fails if a secret was in an answer, in an error or in its log. */
  stop(): Promise<void>;
}

/** Options of the plugin as in `config/plugins.ts`; they override those of the demo. */
export type PluginOptions = Record<string, unknown>;

/** Changes the app like its own `register`, and before Strapi reads the rest of its configuration. */
export type Adapt = (strapi: Core.Strapi) => void;

/** All tests of a file are one client, which would soon exceed the default limits. */
export const WIDE_LIMITS: RateLimits = {
  unknownPerMinute: 100_000,
  passwordsPerClient: 1_000,
  passwordsPerLink: 1_000,
  readsPerMinute: 100_000,
};

/** Starts the demo app in this process, on a copy of the seeded database. */
export async function startApp(
  env: Record<string, string> = {},
  options: PluginOptions = { limits: WIDE_LIMITS },
  adapt: Adapt = () => {}
): Promise<App> {
  const database = await databaseServer().copy();
  return bootApp(database, env, () => database.drop(), options, adapt);
}

interface AppDirs {
  appDir: string;
  distDir: string;
}

const DEMO: AppDirs = { appDir: demoDir, distDir: path.join(demoDir, 'dist') };

/** Starts the app of a site of its own. */
export const bootSite = (
  { dir }: { dir: string },
  database: Database,
  env: Record<string, string> = {}
): Promise<App> => bootApp(database, env, undefined, {}, undefined, { appDir: dir, distDir: dir });

/**
 * Starts the app on an existing database, which stays unless `cleanUp` drops it. If the app does
 * not start, it is stopped before the error reaches the caller.
 */
export async function bootApp(
  database: Database,
  env: Record<string, string> = {},
  cleanUp: () => Promise<void> = async () => {},
  options: PluginOptions = {},
  adapt: Adapt = () => {},
  dirs: AppDirs = DEMO
): Promise<App> {
  const port = await freePort();
  const before = { ...process.env };
  Object.assign(process.env, TEST_SECRETS, {
    HOST: '127.0.0.1',
    PORT: String(port),
    ...database.env,
    STRAPI_TELEMETRY_DISABLED: 'true',
    ...env,
  });

  const restoreListeners = keepListeners();
  const strapi = createStrapi(dirs);
  const watched = watchForSecrets(strapi);
  const restoreEnv = () => {
    for (const name of Object.keys(env)) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
  };
  try {
    await strapi.register();
    // All people of a test log in from one address, and Strapi counts them in the process.
    strapi.config.set('admin.rateLimit', { enabled: false });
    for (const [name, value] of Object.entries(options)) {
      strapi.config.set(`plugin::share-links.${name}`, value);
    }
    adapt(strapi);
    await strapi.bootstrap();
  } catch (error) {
    // Parts that have not started yet can't stop.
    await strapi.destroy().catch(() => {});
    restoreListeners();
    restoreEnv();
    throw error;
  }
  strapi.isLoaded = true;
  await new Promise<void>((resolve, reject) => {
    strapi.server.listen(port, '127.0.0.1', (error?: Error | null) =>
      error ? reject(error) : resolve()
    );
  });

  return {
    strapi,
    url: `http://127.0.0.1:${port}`,
    logs: watched.logs,
    async stop() {
      await settle(strapi);
      await strapi.destroy();
      restoreListeners();
      // The next app in this process must not get these values.
      restoreEnv();
      await cleanUp();
      refuseSecrets(watched.found());
    },
  };
}

/** Waits for the pool: if it is destroyed while it opens a connection, the error reaches nobody. */
async function settle(strapi: Core.Strapi): Promise<void> {
  const { pool } = strapi.db.connection.client as {
    pool: { numPendingCreates(): number; numPendingAcquires(): number; numUsed(): number };
  };
  const isBusy = () => pool.numPendingCreates() + pool.numPendingAcquires() + pool.numUsed() > 0;
  for (let tries = 0; isBusy() && tries < 100; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** When Strapi stops, it removes all listeners of the process, also those of the test runner. */
function keepListeners(): () => void {
  const names = process.eventNames() as 'exit'[];
  const kept = names.map((name) => [name, process.listeners(name)] as const);
  return () => {
    for (const [name, listeners] of kept) {
      process.removeAllListeners(name);
      for (const listener of listeners) process.on(name, listener);
    }
  };
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
