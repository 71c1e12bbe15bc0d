import { fork } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';

import { buildSync } from 'esbuild';

import { freePort } from './app';
import type { Database } from './databases';
import { TEST_SECRETS, demoDir, rootDir } from './paths';
import { refuseSecrets } from './secrets';

export interface Figures {
  /** Delays of the event loop in milliseconds. */
  p99: number;
  max: number;
  /** Computing time since `reset` in milliseconds, in all threads. */
  cpu: number;
  /** Bytes, after a garbage collection. */
  heapUsed: number;
  rss: number;
  /** SQL statements that were sent to the database. */
  queries: string[];
}

/** The app as a site runs it: in its own process, with the default limits. */
export interface Node {
  url: string;
  logs(): Promise<string[]>;
  reset(): Promise<void>;
  figures(): Promise<Figures>;
  /** Runs a cron job of the plugin, given by its name. */
  run(job: string): Promise<void>;
  /** Kills the process, and fails if a secret was in an answer, in an error or in its log. */
  stop(): Promise<void>;
}

export type Question = 'logs' | 'reset' | 'figures' | 'run' | 'secrets';

/** Compiles `node-process.ts` for Node, into a file as deep below the root as the source. */
function builtProcess(name: string): string {
  const outfile = path.join(rootDir, `test/.tmp/${name}.mjs`);
  buildSync({
    entryPoints: [path.join(rootDir, 'test/support/node-process.ts')],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
  });
  return outfile;
}

export async function startNode(
  database: Database,
  env: Record<string, string> = {},
  appDir = demoDir
): Promise<Node> {
  const port = await freePort();
  const built = builtProcess(`node-${port}`);
  const child = fork(built, {
    cwd: appDir,
    execArgv: ['--expose-gc'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {
      ...process.env,
      ...TEST_SECRETS,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: String(port),
      ...database.env,
      STRAPI_TELEMETRY_DISABLED: 'true',
      STARTUP_TABLE: 'false',
      ...env,
    },
  });
  const waiting = new Map<number, (answer: unknown) => void>();
  child.on('message', ({ id, answer }: { id: number; answer: unknown }) => {
    waiting.get(id)?.(answer);
    waiting.delete(id);
  });
  await new Promise<void>((resolve, reject) => {
    waiting.set(0, () => resolve());
    child.once('exit', (code) => reject(new Error(`The node ended with ${code}`)));
  }).finally(() => rmSync(built));

  let last = 0;
  const ask = <T>(question: Question, about?: string) =>
    new Promise<T>((resolve) => {
      last += 1;
      waiting.set(last, resolve as (answer: unknown) => void);
      child.send({ id: last, question, about });
    });
  return {
    url: `http://127.0.0.1:${port}`,
    logs: () => ask('logs'),
    reset: () => ask('reset'),
    figures: () => ask('figures'),
    run: (job) => ask('run', job),
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const found = child.connected ? await ask<string[]>('secrets') : [];
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await ended;
      refuseSecrets(found);
    },
  };
}
