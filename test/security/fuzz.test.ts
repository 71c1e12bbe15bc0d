import fc from 'fast-check';
import { expect, it } from 'vitest';

import { shareablePaths } from '../../server/src/schema/paths';
import { SETTING_NAMES } from '../../server/src/settings/schema';
import { login } from '../support/client';
import type { Answer, ErrorAnswer } from '../support/client';
import { PROJECT, newProject } from '../support/entries';
import { runs } from '../support/fuzz';
import { shareEntry } from '../support/sharing';
import { useActor, useApp } from '../support/use-app';

const app = useApp();
const admin = useActor(app, 'admin');

const RUNS = runs(120);

const CREATE = ['label', 'expiresIn', 'expiresAt', 'startsAt', 'password', 'shows', 'fields'];
const RULES = [...CREATE, 'slug', 'maxViewers', 'allowIndexing', 'refreshSeconds', 'locales'];
const value = fc.oneof(
  fc.jsonValue(),
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.constantFrom(null, true, 0, -1, 1e21, '', '1d', 'never', 'frozen', '2026-02-30T00:00:00Z'),
  fc.constantFrom('9999-12-31T23:59:59Z', '0001-01-01T00:00:00Z', [], {}, ['title'], ['__proto__'])
);

/** Makes the password different from every other value: an error may not quote it. */
const apart = (data: Record<string, unknown>) =>
  typeof data.password === 'string' ? { ...data, password: `k3pt-apart ${data.password}` } : data;

/** Only objects: Strapi itself refuses every other body. */
const aBody = fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 4 });

/** Every refusal of the plugin has a code. */
function expectRefusal({ status, body, text }: Answer<ErrorAnswer>, sent: unknown): void {
  // Strapi’s own parser refuses a body that touches a prototype.
  if (JSON.stringify(sent).includes('"__proto__":')) return expect(status).toBe(400);
  expect([400, 403, 404, 409], text).toContain(status);
  expect(body.error?.details?.code, text).toMatch(/^[a-z-]+$/);
  expect(text).not.toMatch(/SQLITE|SQL syntax|node_modules|at Object/);
}

const links = () => app.strapi.db.query('plugin::share-links.link');
const events = () => app.strapi.db.query('plugin::share-links.event');

it('a create writes everything or nothing, whatever its body', async () => {
  const { documentId } = await newProject(app, 'admin');
  const target = { contentType: PROJECT, documentId };
  const body = fc.oneof(
    aBody,
    fc
      .dictionary(fc.constantFrom(...RULES), value)
      .map((rules) => ({ data: { ...apart(rules), ...target } })),
    fc
      .dictionary(fc.constantFrom(...RULES, 'contentType', 'documentId', 'locale', 'id'), value)
      .map((data) => ({ data: { ...target, ...apart(data) } }))
  );
  await fc.assert(
    fc.asyncProperty(body, async (sent) => {
      const before = [await links().count(), await events().count()];
      const answer = await admin<ErrorAnswer>('POST', '/share-links/links', sent);
      const made = answer.status === 201 ? 1 : 0;
      if (!made) expectRefusal(answer, sent);
      expect([await links().count(), await events().count()]).toEqual(before.map((n) => n + made));
    }),
    RUNS
  );
});

it('an edit writes everything or nothing, whatever its body', async () => {
  const { id, token } = await shareEntry(app, { by: 'admin' });
  const body = fc.oneof(
    aBody,
    fc
      .dictionary(fc.constantFrom(...RULES, 'updatedAt', 'contentType', 'state', 'id'), value)
      .map((data) => ({ data: apart(data) }))
  );
  const secret = async () =>
    (await links().findOne({
      where: { id },
      select: ['tokenHash', 'contentType', 'documentId'],
    })) as object;
  const before = await secret();
  await fc.assert(
    fc.asyncProperty(body, async (sent) => {
      const row = await links().findOne({ where: { id } });
      const answer = await admin<ErrorAnswer>('PUT', `/share-links/links/${id}`, sent);
      if (answer.status === 200) return;
      expectRefusal(answer, sent);
      expect(await links().findOne({ where: { id } })).toEqual(row);
    }),
    RUNS
  );
  expect(await secret()).toEqual(before);
  expect(token).toHaveLength(32);
});

it('a choice of fields never shows more than the role permits', async () => {
  const { documentId } = await newProject(app, 'editor');
  const author = await login(app, 'editor');
  const all = shareablePaths(app.strapi, PROJECT).flatMap(({ path, root }) => [path, root]);
  const { attributes } = app.strapi.contentTypes[PROJECT]!;
  const name = fc.oneof(
    fc.constantFrom(...all, ...Object.keys(attributes)),
    fc.constantFrom('customer.', 'customer(', 'createdBy', 'constructor', 'title.x', '*'),
    fc.string({ unit: 'binary', maxLength: 20 })
  );
  const permitted = (
    await author<{ data: { fields: string[] } }>('POST', '/share-links/links', {
      data: { contentType: PROJECT, documentId },
    })
  ).body.data.fields;
  await fc.assert(
    fc.asyncProperty(fc.array(name, { minLength: 1, maxLength: 4 }), async (fields) => {
      const answer = await author<Omit<ErrorAnswer, 'data'> & { data: { fields: string[] } }>(
        'POST',
        '/share-links/links',
        { data: { contentType: PROJECT, documentId, fields } }
      );
      if (answer.status !== 201)
        return expectRefusal(answer as unknown as Answer<ErrorAnswer>, fields);
      const shown = answer.body.data.fields;
      expect(permitted).toEqual(expect.arrayContaining(shown));
      for (const path of shown) {
        expect(
          fields.some((chosen) => path.startsWith(chosen)),
          path
        ).toBe(true);
      }
    }),
    RUNS
  );
});

it('the settings are changed completely or not at all, whatever the body', async () => {
  const read = async () =>
    (await admin<{ data: object }>('GET', '/share-links/settings')).body.data;
  const body = fc.oneof(
    aBody,
    fc
      .dictionary(fc.constantFrom(...SETTING_NAMES, 'unknown', '__proto__'), value)
      .map((data) => ({ data }))
  );
  await fc.assert(
    fc.asyncProperty(body, async (sent) => {
      const before = await read();
      const answer = await admin<ErrorAnswer>('PUT', '/share-links/settings', sent);
      if (answer.status === 200) return;
      expectRefusal(answer, sent);
      expect(await read()).toEqual(before);
    }),
    RUNS
  );
});
