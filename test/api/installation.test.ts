import { expect, it } from 'vitest';

import { SHARE_ACTION } from '../../contracts/permissions';
import { bootApp } from '../support/app';
import { databaseServer } from '../support/databases';
import { later } from '../support/later';

const app = later(
  async () => {
    const database = await databaseServer().empty();
    return bootApp(database, { DEMO_CONTENT: 'none' }, () => database.drop());
  },
  (started) => started.stop()
);

interface Permission {
  role: { code: string };
}

it('after the installation, only super admins may share', async () => {
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
