import { fork } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';

import { buildSync } from 'esbuild';

import { freePort } from './app';
import type { Database } from './databases';
import { TEST_SECRETS, demoDir, rootDir } from './paths';
import { refuseSecrets } from './secrets';

export interface Figures {
  /** Milliseconds by which the event loop was late. */
  p99: number;
  max: number;
  /** Milliseconds of computing since `reset`, in all threads. */
  cpu: number;
  /** Bytes, after a collection. */
  heapUsed: number;
  rss: number;
  /** Statements sent to the database. */
  queries: string[];
}

/** The app as a site runs it: a process of its own, with the limits that sites start with. */
export interface Node {
  url: string;
  logs(): Promise<string[]>;
  reset(): Promise<void>;
  figures(): Promise<Figures>;
  /** Runs a cron job of the plugin by its name. */
  run(job: string): Promise<void>;
  /** Kills it, and fails if a secret was in an answer, in an error or in its log. */
  stop(): Promise<void>;
}

export type Question = 'logs' | 'reset' | 'figures' | 'run' | 'secrets';

/** `node-process.ts` as Node can run it, as deep below the root as that. */
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
  env: Record<string, string> = {}
): Promise<Node> {
  const port = await freePort();
  const built = builtProcess(`node-${port}`);
  const child = fork(built, {
    cwd: demoDir,
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
      const found = child.connected ? await ask<string[]>('secrets') : [];
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await ended;
      refuseSecrets(found);
    },
  };
}
