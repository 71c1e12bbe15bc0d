import type { UID } from '@strapi/strapi';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';

import type { PublicAnswer, SearchAnswer, ShownEntry, ShownField } from '../../contracts/shown';
import { LINK_UID } from '../../server/src/links/store/link-uid';
import { clientOf } from '../support/client';
import {
  DOCUMENT,
  HOMEPAGE,
  PAGE,
  PROJECT,
  createEntry,
  demoEntry,
  newDocument,
  newProject,
} from '../support/entries';
import { saveSettings } from '../support/settings';
import { shareEntry } from '../support/sharing';
import type { Shared } from '../support/sharing';
import { demoPictures } from '../support/uploads';
import { useActor, useApp } from '../support/use-app';
import { statementsOf } from '../support/visitors';

const app = useApp();
const stranger = clientOf(app);
const editor = useActor(app, 'editor');
/** Ids of pictures from the demo content. */
let pictures: number[];

beforeAll(async () => {
  pictures = await demoPictures(app, 3);
});

const json = (token: string) => stranger<PublicAnswer>('GET', `/api/share-links/public/${token}`);
const page = (token: string) => stranger<string>('GET', `/share/${token}`);
const fileStatus = async (token: string, id: number) =>
  (await stranger('GET', `/share/${token}/files/${id}`)).status;
const zipStatus = async (token: string) =>
  (await stranger('GET', `/share/${token}/files.zip`)).status;
const search = async (token: string, q: string) => {
  const path = `/api/share-links/public/${token}/search`;
  return (await stranger<SearchAnswer>('POST', path, { q })).body.data;
};

const setPolicy = async (uid: string, documentId: string, policy: string) => {
  const path = `/share-links/entries/${uid}/${documentId}/policy`;
  const { status, text } = await editor('PUT', path, { data: { policy } });
  expect(status, text).toBe(200);
};

type Attribute = Record<string, unknown>;
const undo: (() => void)[] = [];
afterEach(async () => {
  for (const restore of undo.splice(0).reverse()) restore();
  await saveSettings(app, {
    contentTypes: {
      [DOCUMENT]: { enabled: true },
      [PROJECT]: { relations: { documents: 1 } },
      [HOMEPAGE]: { relations: { featuredProjects: 1 } },
    },
  });
});

/** Changes the schema as a developer may do later; null removes the attribute. */
function changeAttribute(uid: string, name: string, change: Attribute | null): void {
  const schema =
    app.strapi.contentTypes[uid as UID.ContentType] ?? app.strapi.components[uid as UID.Component];
  const attributes = schema!.attributes as unknown as Record<string, Attribute>;
  const before = attributes[name]!;
  if (change) attributes[name] = { ...before, ...change };
  else delete attributes[name];
  undo.push(() => (attributes[name] = before));
}

const SECRET = 'Quarterly numbers';

/** A frozen link of a project with two documents; the tests close one of them later. */
async function frozenProject() {
  const project = await newProject(app, 'editor', {
    summary: 'Of the summer',
    description: `Text ![of it](${await urlOf(pictures[0]!)})`,
    customer: { name: 'Voltaic Ltd', website: 'voltaic.example' },
  });
  const { documentId } = project;
  const related = { project: documentId };
  await newDocument(app, 'editor', { title: 'Open paper', ...related });
  const closed = await newDocument(app, 'editor', {
    title: SECRET,
    description: 'Nobody reads THIS',
    files: pictures.slice(1, 3),
    ...related,
  });
  const link = await shareEntry(app, { contentType: PROJECT, documentId, shows: 'frozen' });
  return { project, closed, link };
}

async function urlOf(id: number): Promise<string> {
  const file = await app.strapi.db.query('plugin::upload.file').findOne({ where: { id } });
  return (file as { url: string }).url;
}

/** Nothing of the closed document is left, in any answer that a visitor can get. */
async function expectClosed({ token }: Pick<Shared, 'token'>, isOthersLeft = true) {
  const [answer, html] = [await json(token), await page(token)];
  expect([answer.status, html.status]).toEqual([200, 200]);
  for (const { text } of [answer, html]) {
    expect(text).not.toContain(SECRET);
    expect(text).not.toContain('THIS');
    expect(text.includes('Open paper')).toBe(isOthersLeft);
    expect(text).toContain('Of the summer');
  }
  expect(await search(token, 'Quarterly')).toEqual([]);
  expect(await search(token, 'THIS')).toEqual([]);
  expect(await search(token, 'summer')).not.toEqual([]);
  for (const id of pictures.slice(1, 3)) expect(await fileStatus(token, id)).toBe(404);
  expect(await zipStatus(token)).toBe(404);
  expect(answer.body.meta.zip).toBeNull();
}

async function expectOpen({ token }: Pick<Shared, 'token'>) {
  const [answer, html] = [await json(token), await page(token)];
  for (const { text } of [answer, html]) {
    expect(text).toContain(SECRET);
    expect(text).toContain('THIS');
  }
  expect(await search(token, 'Quarterly')).not.toEqual([]);
  for (const id of pictures) expect(await fileStatus(token, id)).toBe(200);
  expect(await zipStatus(token)).toBe(200);
}

describe('A04: a related entry in a frozen link', () => {
  it('disappears when the entry is set to Off, and comes back when it is set back', async () => {
    const { closed, link } = await frozenProject();
    await expectOpen(link);
    await setPolicy(DOCUMENT, closed.documentId, 'off');
    await expectClosed(link);
    await setPolicy(DOCUMENT, closed.documentId, 'inherit');
    await expectOpen(link);
  });

  it('disappears when an entry above it is set to Off', async () => {
    const { closed, link } = await frozenProject();
    const other = await newProject(app);
    await app.strapi.documents(DOCUMENT).update({
      documentId: closed.documentId,
      data: { project: other.documentId } as never,
    });
    await expectOpen(link);
    await setPolicy(PROJECT, other.documentId, 'off');
    await expectClosed(link);
  });

  it('disappears when it is deleted, since an entry above it may have been Off', async () => {
    const { closed, link } = await frozenProject();
    await app.strapi.documents(DOCUMENT).delete({ documentId: closed.documentId });
    await expectClosed(link);
  });

  it('disappears when its type may not be shared any more', async () => {
    const { link } = await frozenProject();
    await saveSettings(app, { contentTypes: { [DOCUMENT]: { enabled: false } } });
    await expectClosed(link, false);
    const { schema } = (await json(link.token)).body.meta;
    expect(schema.find(({ name }) => name === 'documents')).not.toHaveProperty('attributes');
    await saveSettings(app, { contentTypes: { [DOCUMENT]: { enabled: true } } });
    await expectOpen(link);
  });

  it('disappears when its title may not be shown any more', async () => {
    const { link } = await frozenProject();
    changeAttribute(DOCUMENT, 'title', { private: true });
    await expectClosed(link, false);
  });

  it('disappears when the relation leads to another type', async () => {
    const { link } = await frozenProject();
    changeAttribute(PROJECT, 'documents', { target: PAGE });
    await expectClosed(link, false);
  });

  it('disappears when the relation leads to users', async () => {
    const { link } = await frozenProject();
    changeAttribute(PROJECT, 'documents', { target: 'admin::user' });
    await expectClosed(link, false);
  });

  it('shows only its title when the site stops following the relation', async () => {
    const { link } = await frozenProject();
    await saveSettings(app, { contentTypes: { [PROJECT]: { relations: { documents: 0 } } } });
    const { text } = await json(link.token);
    expect([text.includes(SECRET), text.includes('THIS')]).toEqual([true, false]);
    expect(await fileStatus(link.token, pictures[1]!)).toBe(404);
  });

  it('loses a field that became private', async () => {
    const { link } = await frozenProject();
    changeAttribute(DOCUMENT, 'files', { private: true });
    changeAttribute(DOCUMENT, 'description', { type: 'password' });
    const { text } = await json(link.token);
    expect([text.includes(SECRET), text.includes('THIS')]).toEqual([true, false]);
    expect(await fileStatus(link.token, pictures[1]!)).toBe(404);
  });

  it('disappears two relations away as well', async () => {
    await saveSettings(app, {
      contentTypes: { [HOMEPAGE]: { relations: { featuredProjects: 2 } } },
    });
    const { project, closed } = await frozenProject();
    const { documentId } = await demoEntry(app, HOMEPAGE, 'Nordlys Studio');
    await app.strapi.documents(HOMEPAGE).update({
      documentId,
      locale: 'en',
      data: { featuredProjects: [project.documentId] } as never,
    });
    const link = await shareEntry(app, { contentType: HOMEPAGE, documentId, shows: 'frozen' });
    const shown = async () => {
      const { text } = await json(link.token);
      return ['Of the summer', SECRET, 'Open paper'].map((words) => text.includes(words));
    };
    expect(await shown()).toEqual([true, true, true]);
    await setPolicy(DOCUMENT, closed.documentId, 'off');
    expect(await shown()).toEqual([true, false, true]);
    await setPolicy(PROJECT, project.documentId, 'off');
    expect(await shown()).toEqual([false, false, false]);
  });
});

describe('A04: a field that may not be shown any more', () => {
  const TEXT = 'Of the summer';

  it.each<[string, Attribute | null]>([
    ['is private', { private: true }],
    ['is a password', { type: 'password' }],
    ['holds something of another kind', { type: 'relation', target: DOCUMENT }],
    ['is no more', null],
  ])('disappears from a frozen link when it %s', async (_, change) => {
    const { link } = await frozenProject();
    changeAttribute(PROJECT, 'summary', change);
    const [answer, html] = [await json(link.token), await page(link.token)];
    expect([answer.status, html.status]).toEqual([200, 200]);
    for (const { text } of [answer, html]) expect(text).not.toContain(TEXT);
    expect(await search(link.token, 'summer')).toEqual([]);
    expect(answer.text).toContain(SECRET);
  });

  it('takes the files in its text with it', async () => {
    const { link } = await frozenProject();
    expect(await fileStatus(link.token, pictures[0]!)).toBe(200);
    changeAttribute(PROJECT, 'description', { private: true });
    expect(await fileStatus(link.token, pictures[0]!)).toBe(404);
  });

  it('disappears from a component', async () => {
    const { link } = await frozenProject();
    changeAttribute('project.customer', 'website', { private: true });
    const { text } = await json(link.token);
    expect([text.includes('Voltaic Ltd'), text.includes('voltaic.example')]).toEqual([true, false]);
  });

  it('disappears from one item of a dynamic zone and not from items of other components', async () => {
    const { documentId } = await createEntry(app, PAGE, {
      title: 'Zoned',
      sections: [
        { __component: 'sections.hero', heading: 'First heading', lead: 'The lead' },
        { __component: 'sections.call-to-action', heading: 'Second heading', text: 'Call us' },
      ],
    });
    const link = await shareEntry(app, { contentType: PAGE, documentId, shows: 'frozen' });
    const shown = async () => {
      const { text } = await json(link.token);
      const words = ['First heading', 'The lead', 'Second heading', 'Call us'];
      return words.filter((word) => text.includes(word));
    };
    expect(await shown()).toHaveLength(4);
    changeAttribute('sections.hero', 'heading', { private: true });
    expect(await shown()).toEqual(['The lead', 'Second heading', 'Call us']);
    changeAttribute(PAGE, 'sections', { components: ['sections.hero'] });
    expect(await shown()).toEqual(['The lead']);
  });

  it('takes its content with it when its component is replaced by another', async () => {
    const { link } = await frozenProject();
    changeAttribute(PROJECT, 'customer', { component: 'project.objective' });
    expect((await json(link.token)).text).not.toContain('Voltaic Ltd');
  });

  it('is not shown as the title either', async () => {
    const { project, link } = await frozenProject();
    expect((await page(link.token)).text).toContain(project.title);
    changeAttribute(PROJECT, 'title', { private: true });
    const [answer, html] = [await json(link.token), await page(link.token)];
    for (const { text } of [answer, html]) expect(text).not.toContain(project.title);
    // The next text that is shown takes its place.
    expect(answer.body.data.title).toBe('Of the summer');
    expect(answer.body.meta.root.title).toBe('Of the summer');
  });

  it('is not shown as a date of the entry either', async () => {
    const { link } = await frozenProject();
    expect((await json(link.token)).body.data.updatedAt).not.toBeNull();
    changeAttribute(PROJECT, 'updatedAt', { private: true });
    expect((await json(link.token)).body.data).toMatchObject({
      updatedAt: null,
    });
  });
});

describe('A04: the ids that a snapshot keeps for later checks', () => {
  const keysIn = (value: unknown): string[] => {
    if (typeof value !== 'object' || value === null) return [];
    const own = Array.isArray(value) ? [] : Object.keys(value);
    return [...own, ...Object.values(value).flatMap(keysIn)];
  };
  const keysOf = (entry: ShownEntry) => [...new Set(keysIn(entry))].sort();

  it('appear in no answer: a frozen link has the same keys as a living one', async () => {
    const { project, closed, link } = await frozenProject();
    const frozen = await json(link.token);
    await editor('PUT', `/share-links/links/${link.id}`, { data: { shows: 'draft' } });
    const living = await json(link.token);
    expect(frozen.body.data.status).toBe('frozen');
    expect(living.body.data.status).toBe('draft');
    expect(keysOf(frozen.body.data)).toEqual(keysOf(living.body.data));
    expect(frozen.body.data.fields).toEqual(living.body.data.fields);
    expect(keysOf(frozen.body.data)).not.toContain('documentId');
    expect(keysOf(frozen.body.data)).not.toContain('uid');

    await editor('PUT', `/share-links/links/${link.id}`, { data: { shows: 'frozen' } });
    for (const { text } of [frozen, await page(link.token)]) {
      expect(text).not.toContain(closed.documentId);
      expect(text).not.toContain('api::');
      expect(text).not.toContain('project.customer');
    }
    expect(frozen.body.data.id).toBe(project.documentId);
  });

  it('are checked with a fixed number of queries, however many entries are related', async () => {
    const { project, link } = await frozenProject();
    // Labels come from Strapi’s own store, which is read again every few seconds.
    const reading = async () =>
      (await statementsOf(app, () => json(link.token))).filter(
        (sql) => !sql.includes('strapi_core_store_settings')
      ).length;
    const ofFew = await reading();
    for (let index = 0; index < 20; index += 1) {
      await newDocument(app, 'editor', { project: project.documentId });
    }
    await editor('PUT', `/share-links/links/${link.id}`, { data: { shows: 'draft' } });
    await editor('PUT', `/share-links/links/${link.id}`, { data: { shows: 'frozen' } });
    const ofMany = await reading();
    expect((await json(link.token)).text.match(/"typeName":"Document"/g)).toHaveLength(22);
    expect(ofMany).toBe(ofFew);
  });
});

/** Replaces the content of a link’s snapshot. */
async function storeSnapshot(id: number, content: unknown): Promise<void> {
  const row = (await app.strapi.db.query(LINK_UID).findOne({ where: { id } })) as {
    snapshotKey: string;
  };
  await app.strapi.db
    .query('plugin::share-links.snapshot')
    .updateMany({ where: { key: row.snapshotKey }, data: { content } as never });
}

describe('A04: a snapshot from an earlier version, without ids', () => {
  /** Stores it as the earlier version did: only what was shown. */
  async function makeOld({ id, token }: Shared): Promise<ShownEntry> {
    const frozen = (await json(token)).body.data;
    // The earlier version stored addresses of files without the address of the link.
    const text = JSON.stringify(frozen).replaceAll(
      `/api/share-links/public/${token}/files`,
      'files'
    );
    // The upgrade has added the names of the files.
    const ids = [...text.matchAll(/files\/(\d+)/g)].map(([, found]) => Number(found));
    const rows = (await app.strapi.db.connection('files').whereIn('id', ids)) as {
      id: number;
      document_id: string;
    }[];
    const files = Object.fromEntries(rows.map((row) => [row.id, row.document_id]));
    await storeSnapshot(id, { ...(JSON.parse(text) as object), files });
    return frozen;
  }
  const named = (fields: ShownField[], name: string) =>
    fields.find((field) => field.name === name) as ShownField;

  it('loses related entries and the items of dynamic zones, and keeps everything else', async () => {
    const { link } = await frozenProject();
    const before = await makeOld(link);
    await expectClosed(link, false);
    const { data } = (await json(link.token)).body;
    expect(named(data.fields, 'documents')).toMatchObject({ value: [], cut: false });
    const others = ({ fields }: ShownEntry) => fields.filter(({ name }) => name !== 'documents');
    expect(others(data)).toEqual(others(before));
    expect(data.title).toBe(before.title);

    const { documentId } = await createEntry(app, PAGE, {
      title: 'Zoned',
      sections: [{ __component: 'sections.hero', heading: 'First heading' }],
    });
    const zoned = await shareEntry(app, { contentType: PAGE, documentId, shows: 'frozen' });
    await makeOld(zoned);
    expect((await json(zoned.token)).text).not.toContain('First heading');
    expect((await json(zoned.token)).text).toContain('Zoned');
  });

  it('loses what may not be shown any more, also its title', async () => {
    const { project, link } = await frozenProject();
    await makeOld(link);
    changeAttribute(PROJECT, 'title', { private: true });
    changeAttribute('project.customer', 'website', { private: true });
    const { text, body } = await json(link.token);
    expect(text).not.toContain(project.title);
    expect(text).not.toContain('voltaic.example');
    expect(text).toContain('Voltaic Ltd');
    expect(body.data.title).toBe('Of the summer');
  });

  it('keeps the names of users', async () => {
    const { documentId } = await newProject(app, 'editor', {
      taskGroups: [{ title: 'Group', tasks: [{ title: 'Task', assignee: await adminId() }] }],
    });
    const link = await shareEntry(app, { contentType: PROJECT, documentId, shows: 'frozen' });
    const { text } = await json(link.token);
    const { title } = JSON.parse(
      /"name":"assignee".*?"value":\[(\{[^}]*\})/.exec(text)![1]!
    ) as ShownEntry;
    expect(title).not.toBe('');
    await makeOld(link);
    expect((await json(link.token)).text).toContain(title);
  });

  it.each([
    ['of a later version', { version: 99, titleField: 'title', entry: { title: 'LATER' } }],
    ['that is no snapshot', ['LATER']],
  ])('opens nothing when it is one %s', async (_, frozen) => {
    const { link } = await frozenProject();
    await storeSnapshot(link.id, frozen);
    const [answer, html] = [await json(link.token), await page(link.token)];
    expect([answer.status, html.status]).toEqual([404, 404]);
    for (const { text } of [answer, html]) expect(text).not.toContain('LATER');
  });

  async function adminId(): Promise<number> {
    const user = await app.strapi.db
      .query('admin::user')
      .findOne({ where: { email: 'editor@example.com' } });
    return (user as { id: number }).id;
  }
});
