import { describe, expect, it } from 'vitest';

import { databaseCounter, forgetOldCounts } from '../../server/src/limits/database';
import { mintToken } from '../../server/src/links/rules/token';
import { clientOf } from '../support/client';
import { afterMs } from '../support/clock';
import { useApp } from '../support/use-app';

const app = useApp({}, { limiterStore: 'database' });

const rows = () => app.strapi.db.connection('share_link_counts').select('*');

describe('a counter in the database', () => {
  it('gives each of many requests at once its own number', async () => {
    // Two nodes, as the database sees it.
    const nodes = [1, 2].map(() => databaseCounter(app.strapi, 'test', 60));
    const counts = await Promise.all(
      Array.from({ length: 40 }, (_, index) => nodes[index % 2]!.add('many', 1))
    );
    const points = counts.map((count) => count.points).sort((a, b) => a - b);
    expect(points).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
    expect(counts.every(({ msLeft }) => msLeft > 0 && msLeft <= 60_000)).toBe(true);
  });

  it('makes nobody wait longer than the window, even when the clock of another node is ahead', async () => {
    await app.strapi.db.connection('share_link_counts').insert({
      name: 'test:ahead',
      points: 1,
      ends_at: Date.now() + 90_000,
    });
    const counter = databaseCounter(app.strapi, 'test', 60);
    expect(await counter.count('ahead')).toEqual({ points: 1, msLeft: 60_000 });
    expect(await counter.add('ahead', 1)).toEqual({ points: 2, msLeft: 60_000 });
  });

  it('gives points back, and starts again with the next window', async () => {
    const counter = databaseCounter(app.strapi, 'test', 60);
    expect((await counter.add('short', 3)).points).toBe(3);
    expect((await counter.add('short', -1)).points).toBe(2);
    expect((await counter.count('short')).points).toBe(2);
    await afterMs(60_100, async () => {
      expect(await counter.count('short')).toEqual({ points: 0, msLeft: 0 });
      expect((await counter.add('short', 1)).points).toBe(1);
    });
    expect((await counter.count('never')).points).toBe(0);
  });

  it('deletes counts that have ended, and keeps the others', async () => {
    await databaseCounter(app.strapi, 'test', 600).add('kept', 1);
    await app.strapi.db.connection('share_link_counts').insert({
      name: 'test:ended',
      points: 1,
      ends_at: Date.now() - 1,
    });
    await forgetOldCounts(app.strapi);
    const names = ((await rows()) as { name: string }[]).map(({ name }) => name);
    expect(names).toContain('test:kept');
    expect(names).not.toContain('test:ended');
  });
});

it('the counter in the database limits the site, and stores no address of a visitor', async () => {
  const stranger = clientOf(app);
  for (let count = 0; count < 30; count += 1) {
    expect((await stranger('GET', `/share/${mintToken()}`)).status).toBe(404);
  }
  expect((await stranger('GET', `/share/${mintToken()}`)).status).toBe(429);
  const stored = JSON.stringify(await rows());
  expect(stored).toContain('misses:');
  expect(stored).not.toContain('127.0.0.1');
});
