import { it } from 'vitest';

import { startApp } from '../support/app';
import type { App } from '../support/app';
import { login } from '../support/client';
import { shareEntry } from '../support/sharing';
import { mediansOf } from '../support/medians';

const QUERIES = [
  '/share-links/links',
  '/share-links/links?page=20',
  '/share-links/links?state=active&sort=expiresAt:asc',
  '/share-links/links?state=suspended',
  '/share-links/links?q=number%2099',
];
const ROUNDS = 15;

/**
 * Prints how much longer the page of all links takes with 100,000 links than with 1,000, and what
 * opens an entry that has one of them, in one run on one machine: `npm run bench`.
 */
it('the list of links: 100,000 compared with 1,000', async () => {
  const app = await startApp();
  const admin = await login(app, 'admin');
  const { contentType, documentId } = await shareEntry(app);
  const queries = [...QUERIES, `/share-links/entries/${contentType}/${documentId}`];
  const medians = () => mediansOf(admin, queries, ROUNDS);
  await addLinks(app, 0, 1_000);
  const few = await medians();
  await addLinks(app, 1_000, 100_000);
  const many = await medians();
  await app.stop();

  queries.forEach((query, index) => {
    const [before, after] = [few[index]!, many[index]!];
    console.log(
      `${query}: ${before.toFixed(1)} ms → ${after.toFixed(1)} ms, × ${(after / before).toFixed(1)}`
    );
  });
}, 300_000);

async function addLinks(app: App, from: number, to: number): Promise<void> {
  const { id } = await shareEntry(app);
  const knex = app.strapi.db.connection;
  const row = (await knex('share_links').where({ id }).first()) as Record<string, unknown>;
  const copies = Array.from({ length: to - from }, (_, index) => ({
    ...row,
    id: undefined,
    document_id: `copy ${from + index}`,
    token_hash: `copy ${from + index}`,
    label: `Link number ${from + index}`,
    label_folded: `link number ${from + index}`,
    created_at: Date.now() - (from + index) * 60_000,
    expires_at: Date.now() + (from + index) * 60_000,
  }));
  await knex.batchInsert('share_links', copies, 20);
}
