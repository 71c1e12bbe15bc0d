import type { Knex } from 'knex';
import { beforeEach, describe, expect, it } from 'vitest';

import type { EntryPolicy } from '../../contracts/entries';
import type { PublicAnswer, ShownChild } from '../../contracts/shown';
import { getSettings } from '../../server/src/settings/service';
import { effectivePolicies, entryKey } from '../../server/src/share-policy/effective';
import type { Effective } from '../../server/src/share-policy/effective';
import { clientOf } from '../support/client';
import { DOCUMENT, PAGE, PROJECT, createEntry, newDocument, newProject } from '../support/entries';
import type { Entry } from '../support/entries';
import { shareEntry } from '../support/sharing';
import { useActor, useApp } from '../support/use-app';
import { statementsOf } from '../support/visitors';

const app = useApp();
const stranger = clientOf(app);
const admin = useActor(app, 'admin');
const editor = useActor(app, 'editor');

const setPolicy = async ({ documentId }: Pick<Entry, 'documentId'>, policy: string, uid = PAGE) => {
  const path = `/share-links/entries/${uid}/${documentId}/policy`;
  const { status, text, body } = await editor<{ data: EntryPolicy }>('PUT', path, {
    data: { policy },
  });
  expect(status, text).toBe(200);
  return body.data;
};
const setLevel = async (level: 'off' | 'view') => {
  const { status, text } = await admin('PUT', '/share-links/settings', {
    data: { contentTypes: { [PAGE]: { level } } },
  });
  expect(status, text).toBe(200);
};
beforeEach(() => setLevel('view'));

async function policyOf({ documentId }: Pick<Entry, 'documentId'>): Promise<Effective> {
  const ref = { uid: PAGE, documentId };
  const policies = await effectivePolicies(app.strapi, await getSettings(app.strapi), [ref]);
  return policies.get(entryKey(ref))!;
}

const newPage = (title: string, parent?: Entry, more: object = {}) =>
  createEntry(app, PAGE, { title, ...(parent ? { parent: parent.documentId } : {}), ...more });

/** Saves a page in one language, as a draft or published. */
const save = (
  { documentId }: Entry,
  locale: string,
  parent: Entry | null,
  status: 'draft' | 'published' = 'published'
) =>
  app.strapi.documents(PAGE).update({
    documentId,
    locale,
    status,
    data: { title: `In ${locale}`, parent: parent?.documentId ?? null } as never,
  });

/** A page without a parent, in two languages. */
async function bilingual(title: string): Promise<Entry> {
  const made = await newPage(title);
  await save(made, 'fr', null);
  return made;
}

const statusOf = async (token: string) => (await stranger('GET', `/share/${token}`)).status;

describe('A05: an entry with different parents in different languages', () => {
  it.each([
    ['the first', 'en'],
    ['the last', 'fr'],
  ])('is off when its parent in %s language is off', async (_, closedIn) => {
    const [open, closed] = [await bilingual('Open'), await bilingual('Closed')];
    const under = (locale: string) => (locale === closedIn ? closed : open);
    const entry = await newPage('Between', under('en'));
    await save(entry, 'fr', under('fr'));
    const { token } = await shareEntry(app, {
      contentType: PAGE,
      documentId: entry.documentId,
      locales: ['fr'],
    });
    const statuses = async () => [await statusOf(token), await statusOf(`${token}/fr`)];
    expect(await statuses()).toEqual([200, 200]);
    await setPolicy(open, 'view');
    await setPolicy(closed, 'off');
    expect(await statuses()).toEqual([404, 404]);
    expect(await policyOf(entry)).toEqual({
      own: 'inherit',
      effective: 'off',
      from: 'parent',
      parent: { uid: PAGE, documentId: closed.documentId },
    });
    expect((await setPolicy(entry, 'inherit')).parentTitle).toBe('Closed');
    await setPolicy(closed, 'inherit');
    expect(await statuses()).toEqual([200, 200]);
  });

  it('is off when one of its parents has no policy and its type is off', async () => {
    const [open, silent] = [await bilingual('Open'), await bilingual('Silent')];
    const entry = await newPage('Between', open);
    await save(entry, 'fr', silent);
    await setPolicy(open, 'view');
    await setLevel('off');
    expect(await policyOf(entry)).toMatchObject({ effective: 'off', from: 'type', parent: null });
    await setPolicy(silent, 'view');
    expect(await policyOf(entry)).toMatchObject({ effective: 'view', from: 'parent' });
  });

  it('follows the nearest policy on each way up', async () => {
    const top = await bilingual('Top');
    const middle = await newPage('Middle', top);
    await save(middle, 'fr', top);
    const entry = await newPage('Below', middle);
    // One way up passes the middle page; the other does not.
    await save(entry, 'fr', top);
    await setPolicy(top, 'off');
    await setPolicy(middle, 'view');
    expect(await policyOf(entry)).toMatchObject({ effective: 'off', from: 'parent' });
    await save(entry, 'fr', middle);
    expect(await policyOf(entry)).toMatchObject({ effective: 'view', from: 'parent' });
    expect((await policyOf(middle)).effective).toBe('view');
  });

  it('is not in the tree of a link to its open parent when its other parent is off', async () => {
    const [open, closed] = [await bilingual('Open'), await bilingual('Closed')];
    const entry = await newPage('Between', open);
    await save(entry, 'fr', closed);
    const { token } = await shareEntry(app, {
      contentType: PAGE,
      documentId: open.documentId,
      includeChildren: true,
    });
    const children = async () => {
      const path = `/api/share-links/public/${token}`;
      return (await stranger<PublicAnswer>('GET', path)).body.meta.children.length;
    };
    expect(await children()).toBe(1);
    await setPolicy(closed, 'off');
    expect(await children()).toBe(0);
    expect(await statusOf(`${token}/${entry.documentId}`)).toBe(404);
  });
});

describe('A05: an entry that was moved but not yet published again', () => {
  it('stays off while its published version is below an entry that is off', async () => {
    const [closed, open] = [await newPage('Closed'), await newPage('Open')];
    const entry = await newPage('Moved', closed);
    await setPolicy(closed, 'off');
    await save(entry, 'en', open, 'draft');
    expect((await policyOf(entry)).effective).toBe('off');
    await save(entry, 'en', open);
    expect((await policyOf(entry)).effective).toBe('view');
  });

  it('is off at once when its draft is below an entry that is off', async () => {
    const [closed, open] = [await newPage('Closed'), await newPage('Open')];
    const entry = await newPage('Moved', open);
    await setPolicy(closed, 'off');
    await save(entry, 'en', closed, 'draft');
    expect((await policyOf(entry)).effective).toBe('off');
  });

  it('is not opened by its new parent where its type is off', async () => {
    await setLevel('off');
    const open = await newPage('Open');
    await setPolicy(open, 'view');
    const entry = await newPage('Moved');
    await save(entry, 'en', open, 'draft');
    expect((await policyOf(entry)).effective).toBe('off');
    await save(entry, 'en', open);
    expect((await policyOf(entry)).effective).toBe('view');
  });
});

describe('A05: entries far below an entry that is off', () => {
  it.each([11, 12, 13, 30, 200])('are off %i levels below it', async (levels) => {
    const chain = await chainOf(levels + 1);
    await setPolicy(chain.at(-1)!, 'view');
    expect((await policyOf(chain[0]!)).effective).toBe('view');
    await setPolicy(chain.at(-1)!, 'off');
    expect(await policyOf(chain[0]!)).toMatchObject({
      effective: 'off',
      from: 'parent',
      parent: { documentId: chain.at(-1)!.documentId },
    });
  });

  it('are on no page of a link to an entry in between', async () => {
    const chain = await chainOf(20);
    const { token } = await shareEntry(app, {
      contentType: PAGE,
      documentId: chain[5]!.documentId,
      includeChildren: true,
    });
    const depth = async () => {
      const { body } = await stranger<PublicAnswer>('GET', `/api/share-links/public/${token}`);
      const deep = (nodes: ShownChild[]): number =>
        nodes.length === 0 ? 0 : 1 + Math.max(...nodes.map(({ children }) => deep(children)));
      return body.meta && deep(body.meta.children);
    };
    expect(await depth()).toBe(5);
    await setPolicy(chain[3]!, 'off');
    expect(await depth()).toBe(1);
    await setPolicy(chain[19]!, 'off');
    expect(await statusOf(token)).toBe(404);
    expect(await statusOf(`${token}/${chain[4]!.documentId}`)).toBe(404);
  });

  it('cost at most two queries a level', async () => {
    const chain = await chainOf(30);
    const statements = await statementsOf(app, () => policyOf(chain[0]!));
    const ofSettings = await statementsOf(app, () => getSettings(app.strapi));
    expect(statements.length - ofSettings.length).toBeLessThanOrEqual(60);

    const refs = chain.map(({ documentId }) => ({ uid: PAGE, documentId }));
    const settings = await getSettings(app.strapi);
    const ofAll = await statementsOf(app, () => effectivePolicies(app.strapi, settings, refs));
    expect(ofAll.length).toBeLessThanOrEqual(3);
  });

  it('are off when the way up is too long to follow', async () => {
    const chain = await chainOf(1_010);
    expect(await policyOf(chain[0]!)).toEqual({
      own: 'inherit',
      effective: 'off',
      from: 'parent',
      parent: null,
    });
    expect((await policyOf(chain[50]!)).effective).toBe('view');
    await setPolicy(chain[5]!, 'view');
    expect((await policyOf(chain[0]!)).effective).toBe('view');
    expect((await setPolicy(chain[0]!, 'off')).inherited.effective).toBe('view');
    expect((await setPolicy(chain[0]!, 'inherit')).effective).toBe('view');
  });
});

describe('A05: entries in a circle, each above the next', () => {
  async function circleOf(count: number): Promise<Entry[]> {
    const chain = await chainOf(count);
    await link(chain.at(-1)!, chain[0]!);
    return chain;
  }

  it.each([1, 2, 3, 15])('follow their type when none of the %i has a policy', async (count) => {
    const circle = await circleOf(count);
    for (const level of ['view', 'off'] as const) {
      await setLevel(level);
      expect(await policyOf(circle[0]!)).toMatchObject({ effective: level, from: 'type' });
    }
  });

  it('are all off when one of them is off', async () => {
    const circle = await circleOf(15);
    await setPolicy(circle[13]!, 'off');
    for (const entry of circle) expect((await policyOf(entry)).effective).toBe('off');
    // An entry does not inherit its own policy.
    const { inherited } = await setPolicy(circle[13]!, 'off');
    expect(inherited).toMatchObject({ effective: 'view', from: 'type' });
  });

  it('do not hide a way up that leads out of the circle', async () => {
    const circle = await circleOf(3);
    const top = await newPage('Out of it');
    await link(circle[1]!, top);
    await setPolicy(top, 'view');
    expect((await policyOf(circle[0]!)).effective).toBe('view');
    await setLevel('off');
    // The way around the circle finds no policy, so the level of the type counts.
    expect(await policyOf(circle[0]!)).toMatchObject({ effective: 'off', from: 'type' });
    await setLevel('view');
    await setPolicy(top, 'off');
    for (const entry of circle) expect((await policyOf(entry)).effective).toBe('off');
  });
});

it('A05: a deleted entry is off when its type can have entries above it', async () => {
  const settings = await getSettings(app.strapi);
  const levelOf = async (uid: string, documentId: string) => {
    const policies = await effectivePolicies(app.strapi, settings, [{ uid, documentId }]);
    return policies.get(entryKey({ uid, documentId }))?.effective;
  };
  const project = await newProject(app);
  const { documentId } = await newDocument(app, 'editor', { project: project.documentId });
  expect(await levelOf(DOCUMENT, documentId)).toBe('view');
  await app.strapi.documents(DOCUMENT).delete({ documentId });
  expect(await levelOf(DOCUMENT, documentId)).toBe('off');
  // Entries of this type have nothing above them.
  expect(await levelOf(PROJECT, 'never-was')).toBe('view');
});

interface JoinTable {
  name: string;
  joinColumn: { name: string };
  inverseJoinColumn: { name: string };
}

let counter = 0;

/**
 * Pages in a chain, each right below the next. They are many, so they go directly into the
 * database.
 */
async function chainOf(count: number): Promise<Entry[]> {
  const entries = Array.from({ length: count }, (_, index) => ({
    documentId: `chain${(counter += 1)}x${index}`.padEnd(24, 'a'),
    title: `Link ${index}`,
  }));
  const now = new Date().toISOString();
  const rows = entries.flatMap((entry) =>
    [null, now].map((publishedAt) => ({ ...entry, locale: 'en', publishedAt, createdAt: now }))
  );
  await app.strapi.db.query(PAGE).createMany({ data: rows as never });
  await linkAll(entries.slice(0, -1).map((entry, index) => [entry, entries[index + 1]!]));
  return entries;
}

const link = (entry: Entry, parent: Entry) => linkAll([[entry, parent]]);

/** Adds a parent to each entry; it keeps the parents that it has. */
async function linkAll(pairs: [Entry, Entry][]): Promise<void> {
  if (pairs.length === 0) return;
  const { attributes } = app.strapi.db.metadata.get(PAGE);
  const { joinTable } = attributes.parent as unknown as { joinTable: JoinTable };
  const rows = (await app.strapi.db.query(PAGE).findMany({
    where: { documentId: { $in: pairs.flat().map(({ documentId }) => documentId) } },
    select: ['id', 'documentId', 'publishedAt'],
  })) as { id: number; documentId: string; publishedAt: string | null }[];
  const ids = new Map(
    rows.map(({ id, documentId, publishedAt }) => [`${documentId} ${publishedAt !== null}`, id])
  );
  const joins = pairs.flatMap(([entry, parent]) =>
    [true, false].map((isPublished) => ({
      [joinTable.joinColumn.name]: ids.get(`${entry.documentId} ${isPublished}`),
      [joinTable.inverseJoinColumn.name]: ids.get(`${parent.documentId} ${isPublished}`),
    }))
  );
  const db = app.strapi.db.connection as unknown as Knex;
  await db.batchInsert(joinTable.name, joins, 100);
}
