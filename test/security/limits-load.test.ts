import { expect, it } from 'vitest';

import { mintToken } from '../../server/src/links/rules/token';
import { DEFAULT_SETTINGS } from '../../server/src/settings/schema';
import { later } from '../support/later';
import { MB, flood, guessAtOnce, readMeanwhile } from '../support/load';
import { startNode } from '../support/nodes';
import { PASSWORD, shareOn } from '../support/sharing';
import { useDatabase } from '../support/use-app';
import { from } from '../support/visitors';

const { limits } = DEFAULT_SETTINGS;

const database = useDatabase();
const node = later(
  () => startNode(database, { IS_PROXIED: 'true', LOG_LEVEL: 'warn' }),
  (started) => started.stop()
);

/** Jobs that run every minute also ask for links, but by other columns. */
const lookUps = (queries: string[]) =>
  queries.filter((sql) => /\bshare_links\b.*\bwhere\b.*\b(?:token_hash|slug)\b/i.test(sql));
const as = (address: string) => ({ 'X-Forwarded-For': address });

it('S53: a flood of random tokens costs no memory and opens nothing', async () => {
  const request = () => ({ url: `${node.url}/share/${mintToken()}`, headers: as('203.0.113.1') });
  await flood(1_000, request);
  await node.reset();
  const before = await node.figures();
  const statuses = await flood(4_000, request);
  const after = await node.figures();
  expect(Object.keys(statuses)).toEqual(['429']);
  expect(after.heapUsed - before.heapUsed).toBeLessThan(10 * MB);
  // Above the limit on reads, the plugin looks nothing up. A minute may end during the flood.
  expect(lookUps(after.queries).length).toBeLessThanOrEqual(limits.readsPerMinute * 2);
  // Proves that a look-up is counted at all.
  const { url } = node;
  await node.reset();
  await from(url, '203.0.113.200').get(`/share/${mintToken()}`);
  expect(lookUps((await node.figures()).queries)).toHaveLength(1);
});

it('S53: a flood in which every request comes from a new network costs little memory and no look-up', async () => {
  await node.reset();
  const before = await node.figures();
  const hex = (index: number) => index.toString(16);
  const statuses = await flood(4_000, (index) => ({
    url: `${node.url}/share/no~such~thing`,
    headers: as(`2001:db8:${hex(index >> 8)}:${hex(index & 255)}::1`),
  }));
  const after = await node.figures();
  expect(statuses).toEqual({ 404: 4_000 });
  expect(after.heapUsed - before.heapUsed).toBeLessThan(15 * MB);
  expect(lookUps(after.queries)).toEqual([]);
});

it('S09: two hundred passwords at once do not delay other visitors', async () => {
  const open = { url: await shareOn(node.url, {}), headers: as('203.0.113.5') };
  await flood(20, () => open);

  for (let round = 0; round < 3; round += 1) {
    const locked = await shareOn(node.url, { password: PASSWORD });
    await node.reset();
    const posts = guessAtOnce(200, `${locked}/unlock`, as(`203.0.113.${10 + round}`));
    const reads = await readMeanwhile(open, posts);
    expect((await node.figures()).p99).toBeLessThan(200);
    const count = (status: number) => posts.then((all) => all.filter((one) => one === status));
    expect(await count(401)).toHaveLength(limits.passwordsPerClient);
    expect(await count(429)).toHaveLength(200 - limits.passwordsPerClient);
    expect(reads.map(({ status }) => status)).toEqual(reads.map(() => 200));
  }
}, 180_000);
