import { afterAll, beforeAll, expect, it } from 'vitest';

import type { Link } from '../../contracts/links';
import { WIDE_LIMITS, startApp } from '../support/app';
import type { App } from '../support/app';
import { login } from '../support/client';
import type { Client } from '../support/client';
import { DOCUMENT, newDocument } from '../support/entries';
import { userWith } from '../support/people';
import type { Granted } from '../support/people';
import { shareEntry } from '../support/sharing';
import { program } from '../support/tokens';

const ALLOWED = 30;
const TAKEN = 'a-name-of-others';
const RIGHTS = ['plugin::share-links.share', 'plugin::content-manager.explorer.read'].map(
  (action): Granted => ({ action, subject: DOCUMENT, properties: { fields: ['title'] } })
);

let app: App;
let editor: Client;

beforeAll(async () => {
  app = await startApp({}, { limits: { ...WIDE_LIMITS, unknownPerMinute: ALLOWED } });
  editor = await login(app, 'editor');
  await shareEntry(app, { slug: TAKEN });
});
afterAll(() => app.stop());

const times = <T>(count: number, work: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => work(index));
let counter = 0;
const freeSlug = () => `nobody-has-this-${(counter += 1)}`;

const create = async (by: Client, slug?: string, root = '/share-links') => {
  const { documentId } = await newDocument(app);
  return by<{ data: Link }>('POST', `${root}/links`, {
    data: { contentType: DOCUMENT, documentId, ...(slug ? { slug } : {}) },
  });
};

it('S49: a person who has tried too many taken addresses no longer learns which are free', async () => {
  const person = await userWith(app, RIGHTS);
  const { id } = (await create(person)).body.data;
  const rename = (slug: string) => person('PUT', `/share-links/links/${id}`, { data: { slug } });
  expect((await rename(freeSlug())).status).toBe(200);
  for (let attempt = 0; attempt < ALLOWED; attempt += 1) {
    expect((await rename(TAKEN)).status).toBe(409);
  }
  const answers = [await rename(TAKEN), await rename(freeSlug()), await create(person, freeSlug())];
  for (const { status, text, headers } of answers) {
    expect(status, text).toBe(429);
    expect(text).toContain('too-many-attempts');
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  }
  expect((await create(person)).status).toBe(201);
  expect((await create(editor, TAKEN)).status).toBe(409);
});

it('S49: many tries at once get no more answers than the limit', async () => {
  const person = await userWith(app, RIGHTS);
  const answers = await Promise.all(times(60, () => create(person, TAKEN)));
  const statuses = answers.map(({ status }) => status);
  expect(statuses.filter((status) => status === 409).length).toBe(ALLOWED);
  expect(statuses.filter((status) => status === 429).length).toBe(60 - ALLOWED);
});

it('S49: many free addresses can be taken at once', async () => {
  const person = await userWith(app, RIGHTS);
  const answers = await Promise.all(times(ALLOWED + 20, () => create(person, freeSlug())));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
});

it('A01: a link whose password somebody else has set → gets no readable address without a new password', async () => {
  const person = await userWith(app, RIGHTS);
  const { id } = await shareEntry(app, { password: 'the password of the maker' });
  const change = async (by: Client, data: object) =>
    (await by('PUT', `/share-links/links/${id}`, { data })).status;
  expect(await change(person, { password: 'the password of another' })).toBe(200);
  const slug = freeSlug();
  const refused = await editor('PUT', `/share-links/links/${id}`, { data: { slug } });
  expect(refused.status, refused.text).toBe(400);
  expect(refused.body.error.details.errors).toMatchObject([{ path: ['password'] }]);
  expect(await change(editor, { slug, password: 'another one of the maker' })).toBe(200);
  expect(await change(editor, { slug: null })).toBe(200);
  expect(await change(editor, { slug })).toBe(200);

  const own = await shareEntry(app, { password: 'the password of the maker' });
  const first = await editor('PUT', `/share-links/links/${own.id}`, { data: { slug: freeSlug() } });
  expect(first.status).toBe(200);
});

it('S49: tries by programs count as well', async () => {
  const token = await program(app, { type: 'full-access' });
  const answers = await Promise.all(
    times(ALLOWED + 5, () => create(token, TAKEN, '/api/share-links'))
  );
  expect(answers.filter(({ status }) => status === 429).length).toBe(5);
});
