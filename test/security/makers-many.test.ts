import { setTimeout as wait } from 'node:timers/promises';

import { afterAll, beforeAll, expect, it } from 'vitest';

import type { Link } from '../../contracts/links';
import { LINK_UID } from '../../server/src/links/store/link-uid';
import { startApp } from '../support/app';
import type { App } from '../support/app';
import { DOCUMENT, newDocument } from '../support/entries';
import { personWith } from '../support/people';
import type { Granted, Person } from '../support/people';

/** Makers who lose the same right at the same time. */
const MANY = 50;
/** What a busy machine may take; a doubt of its own for each of them takes twice as long. */
const SOON_MS = 9_000;

const RIGHTS = ['plugin::share-links.share', 'plugin::content-manager.explorer.read'].map(
  (action): Granted => ({ action, subject: DOCUMENT, properties: { fields: ['title'] } })
);

let app: App;
let person: Person;
let link: Link;
let makers: number[];

beforeAll(async () => {
  app = await startApp();
  person = await personWith(app, RIGHTS);
  const { documentId } = await newDocument(app);
  const data = { contentType: DOCUMENT, documentId };
  const made = await person.client<{ data: Link }>('POST', '/share-links/links', { data });
  expect(made.status, made.text).toBe(201);
  link = made.body.data;
  makers = [person.id, ...(await colleagues(MANY - 1))];
});
afterAll(() => app.stop());

/** People with the same role, each with a copy of the person’s link. */
async function colleagues(count: number): Promise<number[]> {
  const { db } = app.strapi;
  const { roles } = (await db
    .query('admin::user')
    .findOne({ where: { id: person.id }, populate: ['roles'] })) as { roles: { id: number }[] };
  const row = (await db.query(LINK_UID).findOne({ where: { id: link.id } })) as object;
  const ids: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const { id } = (await db.query('admin::user').create({
      data: {
        email: `colleague${index}@example.com`,
        firstname: 'Colleague',
        isActive: true,
        roles: roles.map((role) => role.id),
      } as never,
    })) as { id: number };
    await db.query(LINK_UID).create({
      data: {
        ...row,
        id: undefined,
        documentId: undefined,
        tokenHash: `colleague ${index}`,
        singleKey: null,
        sharedById: id,
      } as never,
    });
    ids.push(id);
  }
  return ids;
}

const suspended = () =>
  app.strapi.db.query(LINK_UID).count({
    where: { sharedById: { $in: makers }, suspendedAt: { $notNull: true } },
  });

/** Takes the right away from all of them, and returns how long it takes to close their links. */
async function timeToClose(): Promise<number> {
  await person.grant(RIGHTS);
  await expect.poll(suspended, { timeout: 60_000, interval: 50 }).toBe(0);
  await wait(1_000);
  await person.grant([]);
  const start = performance.now();
  await expect.poll(suspended, { timeout: 60_000, interval: 50 }).toBe(MANY);
  return performance.now() - start;
}

it('A03: many makers lose a right → all their links are closed soon', async () => {
  expect(await timeToClose()).toBeLessThan(SOON_MS);
});

it('A03: somebody saves their profile all the time → this delays nothing', async () => {
  let isOver = false;
  const saving = (async () => {
    while (!isOver) {
      const profile = { firstname: `Person ${Date.now()}` };
      expect((await person.client('PUT', '/admin/users/me', profile)).status).toBe(200);
      await wait(100);
    }
  })();
  try {
    expect(await timeToClose()).toBeLessThan(SOON_MS);
  } finally {
    isOver = true;
    await saving;
  }
});
