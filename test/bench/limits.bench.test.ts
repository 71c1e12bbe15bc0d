import { expect, it } from 'vitest';

import { mintToken } from '../../server/src/links/rules/token';
import { databaseServer } from '../support/databases';
import { MB, flood, guessAtOnce, readMeanwhile, statusOf } from '../support/load';
import { startNode } from '../support/nodes';
import type { Node } from '../support/nodes';
import { shareOn } from '../support/sharing';

const mb = (bytes: number) => `${(bytes / MB).toFixed(1)} MB`;
const as = (address: string) => ({ 'X-Forwarded-For': address });

async function onNode(work: (node: Node) => Promise<void>): Promise<void> {
  const database = await databaseServer().copy();
  const env = { IS_PROXIED: 'true', LOG_LEVEL: 'warn', WATCHED: 'false' };
  const node = await startNode(database, env);
  try {
    await work(node);
  } finally {
    await node.stop();
    await database.drop();
  }
}

/** Prints what a flood leaves in the process, with samples on the way. */
it(
  '100,000 random tokens from one client, then 100,000 from ever new clients',
  () =>
    onNode(async (node) => {
      const sample = async (name: string, count: number, address: (index: number) => string) => {
        await node.reset();
        const start = performance.now();
        const statuses = await flood(count, (index) => ({
          url: `${node.url}/share/${mintToken()}`,
          headers: as(address(index)),
        }));
        const { heapUsed, rss, queries, p99 } = await node.figures();
        const rate = Math.round((count / (performance.now() - start)) * 1000);
        console.log(
          `${name}: ${JSON.stringify(statuses)}, heap ${mb(heapUsed)}, rss ${mb(rss)}, ` +
            `${queries.length} queries, ${rate} requests/s, event loop p99 ${p99.toFixed(0)} ms`
        );
      };
      for (let part = 1; part <= 10; part += 1) {
        await sample(`one client, ${part * 10_000}`, 10_000, () => '203.0.113.1');
      }
      for (let part = 0; part < 10; part += 1) {
        const network = (index: number) => (part * 10_000 + index).toString(16).padStart(8, '0');
        const address = (index: number) =>
          `2001:db8:${network(index).slice(0, 4)}:${network(index).slice(4)}::1`;
        await sample(`new clients, ${(part + 1) * 10_000}`, 10_000, address);
      }
    }),
  3_600_000
);

it(
  '200 wrong passwords at once',
  () =>
    onNode(async (node) => {
      const open = { url: await shareOn(node.url, {}), headers: as('203.0.113.5') };
      await flood(50, () => open);
      // Each round logs in again, which Strapi allows five times in a row.
      for (let round = 1; round <= 4; round += 1) {
        const locked = await shareOn(node.url, { password: 'correct horse battery' });
        await node.reset();
        const posts = guessAtOnce(200, `${locked}/unlock`, as(`203.0.113.${10 + round}`));
        const reads = await readMeanwhile(open, posts);
        const { p99, max } = await node.figures();
        const slowest = Math.max(...reads.map(({ ms }) => ms));
        const limited = (await posts).filter((status) => status === 429).length;
        expect(reads.every(({ status }) => status === 200)).toBe(true);
        console.log(
          `round ${round}: ${limited} of 200 answered 429, event loop p99 ${p99.toFixed(0)} ms, ` +
            `max ${max.toFixed(0)} ms; ${reads.length} reads meanwhile, the slowest ${slowest.toFixed(0)} ms`
        );
      }
    }),
  300_000
);

it(
  '200 pages at once',
  () =>
    onNode(async (node) => {
      const open = { url: await shareOn(node.url, {}), headers: as('203.0.113.5') };
      await flood(50, () => open);
      // Two rounds, since one client may read only so many pages in a minute.
      for (let round = 1; round <= 2; round += 1) {
        await node.reset();
        const start = performance.now();
        const pages = Promise.all(
          Array.from({ length: 200 }, () => statusOf({ ...open, isAlone: true }))
        );
        const others = await readMeanwhile({ url: `${node.url}/_health` }, pages);
        const ms = performance.now() - start;
        const { max } = await node.figures();
        const slowest = Math.max(...others.map((other) => other.ms));
        expect(new Set(await pages)).toEqual(new Set([200]));
        console.log(
          `round ${round}: 200 pages in ${ms.toFixed(0)} ms, event loop max ${max.toFixed(0)} ms; ` +
            `the slowest of ${others.length} other requests ${slowest.toFixed(0)} ms`
        );
      }
    }),
  300_000
);
