import { fork } from 'node:child_process';
import path from 'node:path';

import { freePort } from './app';
import type { Database } from './databases';
import { TEST_SECRETS, rootDir } from './paths';

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
  stop(): Promise<void>;
}

export async function startNode(
  database: Database,
  env: Record<string, string> = {}
): Promise<Node> {
  const port = await freePort();
  const child = fork(path.join(rootDir, 'test/support/node-process.mjs'), {
    cwd: path.join(rootDir, 'demo'),
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
  });

  let last = 0;
  const ask = <T>(question: string, about?: string) =>
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
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await ended;
    },
  };
}
