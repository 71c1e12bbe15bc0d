/**
 * A node of the demo app in a process of its own, started by `startNode`. It answers questions about
 * itself over the channel to its parent.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';

const demoDir = path.resolve(import.meta.dirname, '../../demo');
const { createStrapi } = createRequire(import.meta.url)('@strapi/strapi');

const strapi = createStrapi({ appDir: demoDir, distDir: path.join(demoDir, 'dist') });
const logs = [];
strapi.log.on('data', ({ message }) => logs.push(String(message)));
await strapi.load();
const { host, port } = strapi.config.get('server');
await new Promise((resolve) => strapi.server.listen(port, host, resolve));

const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();
let queries = [];
let cpu = process.cpuUsage();
strapi.db.connection.on('query', ({ sql }) => queries.push(sql));

const answers = {
  /** Forgets what was measured so far. */
  reset() {
    delay.reset();
    queries = [];
    cpu = process.cpuUsage();
    globalThis.gc?.();
  },
  figures() {
    globalThis.gc?.();
    const { heapUsed, rss } = process.memoryUsage();
    const ms = (nanoseconds) => nanoseconds / 1e6;
    return {
      p99: ms(delay.percentile(99)),
      max: ms(delay.max),
      cpu: process.cpuUsage(cpu).user / 1e3,
      heapUsed,
      rss,
      queries,
    };
  },
  logs: () => logs,
  /** Runs a job of the plugin at once. */
  run: (name) => strapi.cron.jobs.find((job) => job.name === name).job.trigger(),
};

process.on('message', async ({ id, question, about }) => {
  process.send({ id, answer: (await answers[question](about)) ?? null });
});
process.on('disconnect', () => process.exit());
process.send({ id: 0, answer: null });
