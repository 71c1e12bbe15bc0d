/**
 * A node of the demo app in its own process, started by `startNode` in the app’s folder. It answers
 * questions about itself through the channel to its parent.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';

import type { Core } from '@strapi/strapi';

import type { Figures, Question } from './nodes';
import { watchForSecrets } from './watch';

const appDir = process.cwd();
const { createStrapi } = createRequire(path.join(appDir, 'package.json'))('@strapi/strapi') as {
  createStrapi(options: { appDir: string; distDir: string }): Core.Strapi;
};

const strapi = createStrapi({ appDir, distDir: path.join(appDir, 'dist') });
// A bench sends so many tokens that remembering them would change the figures.
const watched =
  process.env.WATCHED === 'false' ? { logs: [], found: () => [] } : watchForSecrets(strapi);
await strapi.load();
const { host, port } = strapi.config.get<{ host: string; port: number }>('server');
await new Promise<void>((resolve) => strapi.server.listen(port, host, () => resolve()));

const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();
let queries: string[] = [];
let cpu = process.cpuUsage();
strapi.db.connection.on('query', ({ sql }: { sql: string }) => queries.push(sql));

const answers = {
  /** Resets all figures. */
  async reset(): Promise<void> {
    // A garbage collection stops everything; it must be over before the measuring starts.
    globalThis.gc?.();
    await new Promise(setImmediate);
    delay.reset();
    queries = [];
    cpu = process.cpuUsage();
  },
  figures(): Figures {
    const ms = (nanoseconds: number) => nanoseconds / 1e6;
    const [p99, max] = [ms(delay.percentile(99)), ms(delay.max)];
    globalThis.gc?.();
    const { heapUsed, rss } = process.memoryUsage();
    return { p99, max, cpu: process.cpuUsage(cpu).user / 1e3, heapUsed, rss, queries };
  },
  logs: (): string[] => watched.logs,
  /** Places where a secret was sent or logged. */
  secrets: (): string[] => watched.found(),
  /** Runs a job of the plugin at once. */
  run(name: string): unknown {
    const found = strapi.cron.jobs.find((job) => job.name === name);
    if (!found) throw new Error(`There is no job ${name}`);
    return (found.job as unknown as { trigger(): unknown }).trigger();
  },
} satisfies Record<Question, (about: string) => unknown>;

process.on('message', async ({ id, question, about }: Asked) => {
  process.send?.({ id, answer: (await answers[question](about ?? '')) ?? null });
});
process.on('disconnect', () => process.exit());
process.send?.({ id: 0, answer: null });

interface Asked {
  id: number;
  question: Question;
  about?: string;
}
