import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { SHARE_ACTION } from '../../contracts/permissions';
import { bootApp } from '../support/app';
import type { App } from '../support/app';

const folder = mkdtempSync(path.join(tmpdir(), 'share-links-empty-'));
let app: App;

beforeAll(async () => {
  app = await bootApp(path.join(folder, 'data.db'), { DEMO_CONTENT: 'none' });
});
afterAll(async () => {
  await app.stop();
  rmSync(folder, { recursive: true, force: true });
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
