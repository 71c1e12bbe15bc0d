import { expect, it } from 'vitest';

import { bootApp } from '../support/app';
import { databaseServer } from '../support/databases';
import { shareEntry } from '../support/sharing';
import { nameOfLink, openLink } from '../support/visits';

it('visits that are not yet written when the app stops are written then', async () => {
  const database = await databaseServer().copy();
  const app = await bootApp(database);
  const { id, token } = await shareEntry(app);
  for (let count = 0; count < 5; count += 1) await openLink(app, token);
  await app.stop();

  const again = await bootApp(database, {}, () => database.drop());
  const db = again.strapi.db.connection;
  const visits = (await db('share_link_visits').where(await nameOfLink(again, id))) as unknown[];
  const link = (await db('share_links').where({ id }).first()) as { view_count: number };
  await again.stop();
  expect(visits).toHaveLength(5);
  expect(link.view_count).toBe(5);
});
