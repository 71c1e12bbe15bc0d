import { afterAll, beforeAll, expect, it } from 'vitest';

import { SHARE_ACTION } from '../../contracts/permissions';
import { bootApp } from '../support/app';
import type { App } from '../support/app';
import { databaseServer } from '../support/databases';

let app: App;

beforeAll(async () => {
  const database = await databaseServer().empty();
  app = await bootApp(database, { DEMO_CONTENT: 'none' }, () => database.drop());
});
afterAll(async () => {
  await app.stop();
  delete process.env.DEMO_CONTENT;
});

interface Permission {
  role: { code: string };
}

it('gives nobody but super admins the right to share', async () => {
  const granted = (await app.strapi.db.query('admin::permission').findMany({
    where: { action: { $startsWith: 'plugin::share-links.' } },
    populate: ['role'],
  })) as unknown as Permission[];
  expect(granted.length).toBeGreaterThan(3);
  expect(new Set(granted.map(({ role }) => role.code))).toEqual(new Set(['strapi-super-admin']));

  const others = await app.strapi.db.query('admin::permission').count({
    where: { action: { $ne: SHARE_ACTION }, role: { code: 'strapi-editor' } },
  });
  expect(others).toBeGreaterThan(0);
});
