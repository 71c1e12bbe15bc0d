import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';

import { PRIVATE_VALUES, TEMPLATE, TEST_SECRETS, demoDir } from './paths';
import { secretIn } from './secrets';

// Strapi's ES modules don't load in Node by themselves; an app loads its CommonJS ones too.
const { createStrapi } = createRequire(import.meta.url)('@strapi/strapi') as {
  createStrapi(options: { appDir: string; distDir: string }): Core.Strapi;
};

export interface App {
  strapi: Core.Strapi;
  url: string;
  /** Everything the app logged, a line each. */
  logs: string[];
  /** Stops the app, and fails if any of its answers held a secret. */
  stop(): Promise<void>;
}

/** Boots the demo app in this process, on a copy of the seeded database. */
export async function startApp(env: Record<string, string> = {}): Promise<App> {
  const folder = mkdtempSync(path.join(tmpdir(), 'share-links-'));
  const database = path.join(folder, 'data.db');
  copyFileSync(TEMPLATE, database);
  return bootApp(database, env, () => rmSync(folder, { recursive: true, force: true }));
}

export async function bootApp(
  database: string,
  env: Record<string, string> = {},
  cleanUp: () => void = () => {}
): Promise<App> {
  const port = await freePort();
  Object.assign(process.env, TEST_SECRETS, {
    HOST: '127.0.0.1',
    PORT: String(port),
    DATABASE_CLIENT: 'sqlite',
    DATABASE_FILENAME: database,
    STRAPI_TELEMETRY_DISABLED: 'true',
    ...env,
  });

  const restoreListeners = keepListeners();
  const strapi = createStrapi({ appDir: demoDir, distDir: path.join(demoDir, 'dist') });
  const leaks: string[] = [];
  strapi.server.use(watchForSecrets(leaks));
  await strapi.load();
  const logs = captureLogs(strapi);
  await new Promise<void>((resolve, reject) => {
    strapi.server.listen(port, '127.0.0.1', (error?: Error | null) =>
      error ? reject(error) : resolve()
    );
  });

  return {
    strapi,
    url: `http://127.0.0.1:${port}`,
    logs,
    async stop() {
      await strapi.destroy();
      restoreListeners();
      cleanUp();
      if (leaks.length > 0) throw new Error(`Secrets in answers:\n${leaks.join('\n')}`);
    },
  };
}

/** Strapi removes every listener of the process when it stops, the test runner's own too. */
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

/** Reads every answer of the plugin that leaves the app, whoever asked for it. */
function watchForSecrets(leaks: string[]) {
  return async (ctx: Context, next: Next): Promise<void> => {
    await next();
    if (!/\/share(-links)?(\/|$)|\/public-link$/.test(ctx.path)) return;
    const body = typeof ctx.body === 'string' ? ctx.body : JSON.stringify(ctx.body ?? '');
    const found = secretIn(body, PRIVATE_VALUES);
    if (found) leaks.push(`${ctx.method} ${ctx.path} sent ${found}`);
  };
}

function captureLogs(strapi: Core.Strapi): string[] {
  const lines: string[] = [];
  strapi.log.on('data', (entry: { message?: unknown }) => lines.push(String(entry.message)));
  return lines;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
