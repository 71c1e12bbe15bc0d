import { it } from 'vitest';

import { DAY_MS } from '../../contracts/dates';
import { startApp } from '../support/app';
import type { App } from '../support/app';
import { login } from '../support/client';
import { DOCUMENT } from '../support/entries';
import { shareEntry } from '../support/sharing';
import type { Shared } from '../support/sharing';
import { insertDays, nameOfLink } from '../support/visits';
import { mediansOf } from '../support/medians';

const ROUNDS = 15;
const FEW = 1_000;
const MANY = 1_000_000;

/**
 * Prints how much longer everything about visits takes when a link has a million of them instead of
 * a thousand, in one run on one machine: `npm run bench`.
 */
it('a link with 1,000,000 visits compared with one with 1,000', async () => {
  const app = await startApp();
  const admin = await login(app, 'admin');
  const link = await shareEntry(app, { label: 'Opened often' });
  const path = `/share-links/links/${link.id}/visits`;
  const monthAgo = new Date(Date.now() - 30 * DAY_MS).toISOString();
  const queries = [
    '/share-links/links',
    '/share-links/links?sort=viewCount:desc',
    `/share-links/entries/${DOCUMENT}/${link.documentId}`,
    '/share-links/visits/summary',
    path,
    `${path}?robots=false&from=${monthAgo}`,
    `${path}?outcome=wrong-password`,
    `${path}?page=40`,
  ];
  const medians = () => mediansOf(admin, queries, ROUNDS);
  await addVisits(app, link, 0, FEW);
  const few = await medians();
  await addVisits(app, link, FEW, MANY);
  const many = await medians();
  await app.stop();

  queries.forEach((query, index) => {
    const [before, after] = [few[index]!, many[index]!];
    console.log(
      `${query}: ${before.toFixed(1)} ms → ${after.toFixed(1)} ms, × ${(after / before).toFixed(1)}`
    );
  });
}, 900_000);

/** Adds visits over the last 90 days, with the counts that belong to them. */
async function addVisits(app: App, link: Shared, from: number, to: number): Promise<void> {
  const knex = app.strapi.db.connection;
  const start = Date.now() - 89 * DAY_MS;
  const at = (index: number) => new Date(start + (index / MANY) * 89 * DAY_MS);
  const batch = 10_000;
  const name = await nameOfLink(app, link.id);
  for (let first = from; first < to; first += batch) {
    const rows = Array.from({ length: Math.min(batch, to - first) }, (_, index) => ({
      ...name,
      at: at(first + index),
      outcome: (first + index) % 1000 === 0 ? 'wrong-password' : 'opened',
      address: '203.0.113.0/24',
      browser: 'Firefox',
      device: 'desktop',
      visitor_id: `visitor${(first + index) % 5000}`,
      is_returning: true,
      is_robot: (first + index) % 10 === 0,
    }));
    await knex.batchInsert('share_link_visits', rows, 400);
  }
  await knex('share_link_visit_days').where(name).del();
  const days = Array.from({ length: 90 }, (_, index) => ({
    day: new Date(start + index * DAY_MS).toISOString().slice(0, 10),
    opened: Math.floor(to / 90),
    visitors: Math.floor(to / 200),
  }));
  await insertDays(app, link.id, days);
  await knex('share_links')
    .where({ id: link.id })
    .update({ view_count: to, viewer_count: 5000, last_viewed_at: new Date() });
}
