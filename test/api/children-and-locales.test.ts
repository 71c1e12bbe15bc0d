import { describe, expect, it } from 'vitest';

import type { EntryPolicy, EntrySharing } from '../../contracts/entries';
import type { Link } from '../../contracts/links';
import type { PublicAnswer, ShownChild, ShownField } from '../../contracts/shown';
import { mintToken } from '../../server/src/links/token';
import { clientOf, login } from '../support/client';
import type { ErrorAnswer } from '../support/client';
import { DOCUMENT, PAGE, PROJECT, createEntry, newProject } from '../support/entries';
import type { Entry } from '../support/entries';
import { shareEntry } from '../support/sharing';
import { useActor, useApp } from '../support/use-app';

const app = useApp();
const stranger = clientOf(app);
const admin = useActor(app, 'admin');
const editor = useActor(app, 'editor');
const author = useActor(app, 'author');

/** Either of the two, as the test expects. */
type Either = PublicAnswer & Pick<ErrorAnswer, 'error'>;

const json = (path: string) => stranger<Either>('GET', `/api/share-links/public/${path}`);
const page = (path: string) => stranger<string>('GET', `/share/${path}`);

const newPage = (title: string, parent?: Entry, more: object = {}) =>
  createEntry(app, PAGE, { title, ...(parent ? { parent: parent.documentId } : {}), ...more });

const setPolicy = (uid: string, { documentId }: Entry, policy: string, by = editor) =>
  by<{ data: EntryPolicy } & Pick<ErrorAnswer, 'error'>>(
    'PUT',
    `/share-links/entries/${uid}/${documentId}/policy`,
    { data: { policy } }
  );

const saveSettings = async (settings: object) => {
  const { status, text } = await admin('PUT', '/share-links/settings', { data: settings });
  expect(status, text).toBe(200);
};

const titles = (children: ShownChild[]): unknown[] =>
  children.map(({ title, children: below }) => (below.length ? [title, titles(below)] : title));

const fieldOf = (fields: ShownField[], name: string) =>
  fields.find((field) => field.name === name) as ShownField;

/** Root with `A` above `B`, and `C`. */
async function tree() {
  const root = await newPage('Handbook');
  const a = await newPage('Arriving', root);
  const b = await newPage('Badges', a);
  const c = await newPage('Coffee', root);
  return { root, a, b, c };
}

const sharePage = (root: Entry, more: object = {}) =>
  shareEntry(app, { contentType: PAGE, documentId: root.documentId, ...more });

describe('a link that includes children', () => {
  it('opens the entries below, each at an address of its own', async () => {
    const { root, a, b } = await tree();
    const { token } = await sharePage(root, { includeChildren: true });
    const { body } = await json(token);
    expect(titles(body.meta.children)).toEqual([['Arriving', ['Badges']], 'Coffee']);
    expect(body.meta.root).toEqual({ id: root.documentId, title: 'Handbook' });

    const child = await json(`${token}/${b.documentId}`);
    expect(child.body.data).toMatchObject({ id: b.documentId, title: 'Badges' });
    expect(child.body.meta.root.title).toBe('Handbook');
    expect((await page(`${token}/${a.documentId}`)).text).toMatch(/<h1 [^<>]*>Arriving/);
  });

  it('opens none of them without the option, nor entries that are not below', async () => {
    const { root, a } = await tree();
    const elsewhere = await newPage('Elsewhere');
    const closed = await sharePage(root);
    const open = await sharePage(root, { includeChildren: true });
    expect((await json(closed.token)).body.meta.children).toEqual([]);

    const unknown = await page(mintToken());
    for (const path of [
      `${closed.token}/${a.documentId}`,
      `${open.token}/${elsewhere.documentId}`,
      `${open.token}/${root.documentId}`,
      `${open.token}/fr`,
      `${open.token}/fr/${a.documentId}`,
    ]) {
      const answer = await page(path);
      expect([path, answer.status, answer.text]).toEqual([path, 404, unknown.text]);
      expect((await json(path)).body.error.details.code).toBe('link-unavailable');
    }
  });

  it('shows what is published only, like the link itself', async () => {
    const { root } = await tree();
    const draft = await createEntry(
      app,
      PAGE,
      { title: 'Draft below', parent: root.documentId },
      { publish: false }
    );
    const { token } = await sharePage(root, { includeChildren: true });
    expect(JSON.stringify((await json(token)).body)).not.toContain('Draft below');
    expect((await json(`${token}/${draft.documentId}`)).status).toBe(404);

    const ofDrafts = await sharePage(root, { includeChildren: true, shows: 'draft' });
    expect((await json(`${ofDrafts.token}/${draft.documentId}`)).body.data.title).toBe(
      'Draft below'
    );
  });

  it('lets an entry of another type be below, as the settings say', async () => {
    const project = await newProject(app, 'editor', { title: 'With papers' });
    const paper = await createEntry(app, DOCUMENT, {
      title: 'Paper',
      project: project.documentId,
      description: 'In writing',
    });
    const { token } = await shareEntry(app, {
      contentType: PROJECT,
      documentId: project.documentId,
      includeChildren: true,
    });
    const child = await json(`${token}/${paper.documentId}`);
    expect(child.body.data).toMatchObject({ title: 'Paper', typeName: 'Document' });
    expect(fieldOf(child.body.data.fields, 'description')).toMatchObject({ value: 'In writing' });
  });

  it('does not go round in circles', async () => {
    const one = await newPage('One');
    const two = await newPage('Two', one);
    for (const status of ['draft', 'published'] as const) {
      await app.strapi.documents(PAGE).update({
        documentId: one.documentId,
        data: { parent: two.documentId } as never,
        status,
      });
    }
    const { token } = await sharePage(one, { includeChildren: true });
    expect(titles((await json(token)).body.meta.children)).toEqual(['Two']);
  });

  it.each([
    ['with frozen content', { shows: 'frozen' }, 'editor', 400, 'invalid'],
    ['for a type that has none below', { contentType: DOCUMENT }, 'editor', 400, 'invalid'],
    ['by one who may share only own entries', {}, 'author', 403, 'field-not-shareable'],
  ] as const)('is refused %s', async (_, more, by, status, code) => {
    const documentId =
      'contentType' in more
        ? (await createEntry(app, DOCUMENT, { title: 'Alone' })).documentId
        : (await createEntry(app, PAGE, { title: 'Mine' }, { by })).documentId;
    const client = by === 'editor' ? editor : author;
    const answer = await client('POST', '/share-links/links', {
      data: { contentType: PAGE, documentId, includeChildren: true, ...more },
    });
    expect([answer.status, answer.body.error.details.code]).toEqual([status, code]);
    expect(answer.body.error.details.errors?.[0]?.path).toEqual(['includeChildren']);
  });

  it('can be turned on and off later', async () => {
    const { root, a } = await tree();
    const link = await sharePage(root);
    const edit = (includeChildren: boolean) =>
      editor<{ data: Link }>('PUT', `/share-links/links/${link.id}`, { data: { includeChildren } });
    expect((await edit(true)).body.data.includeChildren).toBe(true);
    expect((await json(`${link.token}/${a.documentId}`)).status).toBe(200);
    await edit(false);
    expect((await json(`${link.token}/${a.documentId}`)).status).toBe(404);
  });
});

describe('a share policy', () => {
  it('closes an entry on the very next request, and opens it again', async () => {
    const root = await newPage('On and off');
    const { token } = await sharePage(root);
    const unknown = await page(mintToken());

    expect((await setPolicy(PAGE, root, 'off')).body.data).toMatchObject({
      own: 'off',
      effective: 'off',
      from: 'entry',
    });
    const closed = await page(token);
    expect([closed.status, closed.text]).toEqual([404, unknown.text]);
    expect((await json(token)).status).toBe(404);
    await setPolicy(PAGE, root, 'inherit');
    expect((await page(token)).status).toBe(200);
  });

  it('takes an entry out of the pages of links above it, with all that is below', async () => {
    const { root, a, b } = await tree();
    const { token } = await sharePage(root, { includeChildren: true });
    await setPolicy(PAGE, a, 'off');
    expect(titles((await json(token)).body.meta.children)).toEqual(['Coffee']);
    expect((await page(token)).text).not.toContain('Arriving');
    expect((await json(`${token}/${a.documentId}`)).status).toBe(404);
    expect((await json(`${token}/${b.documentId}`)).status).toBe(404);
  });

  it('lets the most specific one win', async () => {
    const { root, a, b, c } = await tree();
    const { token } = await sharePage(root, { includeChildren: true });
    await setPolicy(PAGE, a, 'off');
    await setPolicy(PAGE, b, 'view');
    expect(titles((await json(token)).body.meta.children)).toEqual(['Badges', 'Coffee']);

    await saveSettings({ contentTypes: { [PAGE]: { level: 'off' } } });
    expect((await json(token)).status).toBe(404);
    await setPolicy(PAGE, root, 'view');
    expect((await json(token)).status).toBe(200);
    const { body } = await editor<{ data: EntrySharing }>(
      'GET',
      `/share-links/entries/${PAGE}/${c.documentId}`
    );
    const inherited = { effective: 'view', from: 'parent', parentTitle: 'Handbook' };
    expect(body.data.policy).toEqual({ own: 'inherit', ...inherited, inherited });
    await saveSettings({ contentTypes: { [PAGE]: { level: 'view' } } });
  });

  it('says what would hold without it', async () => {
    const { root, a } = await tree();
    const byType = { effective: 'view', from: 'type', parentTitle: null };
    const own = { own: 'off', effective: 'off', from: 'entry', parentTitle: null };
    expect((await setPolicy(PAGE, a, 'off')).body.data).toEqual({ ...own, inherited: byType });
    await setPolicy(PAGE, root, 'off');
    const above = { effective: 'off', from: 'parent', parentTitle: 'Handbook' };
    expect((await setPolicy(PAGE, a, 'off')).body.data).toEqual({ ...own, inherited: above });
    const { body } = await setPolicy(PAGE, a, 'inherit');
    expect(body.data).toEqual({ own: 'inherit', ...above, inherited: above });
  });

  it('takes an entry out of the lists of those that are related to it', async () => {
    const project = await newProject(app);
    const paper = (title: string) =>
      createEntry(app, DOCUMENT, { title, project: project.documentId });
    await paper('Open paper');
    const closed = await paper('Closed paper');
    const { token } = await shareEntry(app, {
      contentType: PROJECT,
      documentId: project.documentId,
    });
    expect((await page(token)).text).toContain('Closed paper');
    await setPolicy(DOCUMENT, closed, 'off');
    const { text } = await page(token);
    expect([text.includes('Open paper'), text.includes('Closed paper')]).toEqual([true, false]);
    expect((await json(token)).text).not.toContain('Closed paper');
  });

  it('stands in the way of new links', async () => {
    const root = await newPage('Never');
    await setPolicy(PAGE, root, 'off');
    const answer = await editor('POST', '/share-links/links', {
      data: { contentType: PAGE, documentId: root.documentId },
    });
    expect([answer.status, answer.body.error.details.code]).toEqual([403, 'not-allowed']);
    const { body } = await editor<{ data: EntrySharing }>(
      'GET',
      `/share-links/entries/${PAGE}/${root.documentId}`
    );
    expect(body.data.reasons.create?.message).toBe('The share policy of this entry is Off');
    expect(body.data.can).toMatchObject({ create: false, setPolicy: true });
  });

  it('is set by those who may share the entry, and by nobody else', async () => {
    const root = await newPage('Whose');
    const reader = await login(app, 'reader');
    const statuses = await Promise.all(
      [reader, author, stranger].map(async (client) => {
        const { status } = await setPolicy(PAGE, root, 'off', client);
        return status;
      })
    );
    expect(statuses).toEqual([403, 403, 401]);
    const refused = await setPolicy(PAGE, root, 'comment');
    expect(refused.body.error.details.errors?.[0]?.path).toEqual(['policy']);
  });

  it('is one row, however many set it at once', async () => {
    const root = await newPage('Together');
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => setPolicy(PAGE, root, index % 2 ? 'off' : 'view'))
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    const rows = await app.strapi.db
      .query('plugin::share-links.policy')
      .count({ where: { entryDocumentId: root.documentId } });
    expect(rows).toBe(1);
  });
});

describe('other languages', () => {
  async function bilingual() {
    const root = await newPage('Welcome');
    await app.strapi.documents(PAGE).update({
      documentId: root.documentId,
      locale: 'fr',
      data: { title: 'Bienvenue' } as never,
      status: 'published',
    });
    return root;
  }

  it('open where the link names them, and only there', async () => {
    const root = await bilingual();
    const english = await sharePage(root);
    expect((await json(`${english.token}/fr`)).status).toBe(404);
    expect((await json(english.token)).body.meta.locales).toEqual([{ code: 'en', segment: null }]);

    const both = await sharePage(root, { locales: ['fr'] });
    expect(both.locales).toEqual(['fr']);
    const { body } = await json(`${both.token}/fr`);
    expect(body.data).toMatchObject({ title: 'Bienvenue', locale: 'fr' });
    expect(body.meta.locales).toEqual([
      { code: 'en', segment: null },
      { code: 'fr', segment: 'fr' },
    ]);
    const french = await page(`${both.token}/fr`);
    expect(french.text).toContain('<html lang="fr"');
  });

  it('are offered on the page of an entry below where that entry has them', async () => {
    const root = await bilingual();
    const [english, both] = [await newPage('Only here', root), await newPage('Here', root)];
    await app.strapi.documents(PAGE).update({
      documentId: both.documentId,
      locale: 'fr',
      data: { title: 'Ici', parent: root.documentId } as never,
      status: 'published',
    });
    const { token } = await sharePage(root, { locales: ['fr'], includeChildren: true });
    const codes = async ({ documentId }: Entry) =>
      (await json(`${token}/${documentId}`)).body.meta.locales.map(({ code }) => code);
    expect(await codes(english)).toEqual(['en']);
    expect(await codes(both)).toEqual(['en', 'fr']);
    expect((await json(`${token}/fr/${both.documentId}`)).body.data.title).toBe('Ici');
  });

  it('are offered to the maker where the entry has them', async () => {
    const root = await bilingual();
    const { body } = await editor<{ data: EntrySharing }>(
      'GET',
      `/share-links/entries/${PAGE}/${root.documentId}`
    );
    expect(body.data.otherLocales.map(({ code }) => code)).toEqual(['fr']);
  });

  it('disappear from the switch when they are not published any more', async () => {
    const root = await bilingual();
    const { token } = await sharePage(root, { locales: ['fr'] });
    await app.strapi.documents(PAGE).unpublish({ documentId: root.documentId, locale: 'fr' });
    expect((await json(token)).body.meta.locales).toEqual([{ code: 'en', segment: null }]);
    expect((await json(`${token}/fr`)).status).toBe(404);
  });

  it.each([
    ['one the site does not have', { locales: ['xx'] }],
    ['one the entry does not have', { locales: ['fr'] }],
    ['any for frozen content', { locales: ['fr'], shows: 'frozen' }],
  ])('are refused: %s', async (_, more) => {
    const root = await newPage('English only');
    const { status, body } = await editor('POST', '/share-links/links', {
      data: { contentType: PAGE, documentId: root.documentId, ...more },
    });
    expect([status, body.error.details.errors?.[0]?.path]).toEqual([400, ['locales']]);
  });
});

describe('a followed relation', () => {
  const withPaper = async () => {
    const project = await newProject(app);
    await createEntry(app, DOCUMENT, {
      title: 'The contract',
      category: 'contract',
      description: 'Signed in May',
      project: project.documentId,
    });
    return project;
  };
  const documentsOf = (body: PublicAnswer) =>
    fieldOf(body.data.fields, 'documents') as Extract<ShownField, { type: 'relation' }>;

  it('shows the fields of the entries it leads to', async () => {
    const { documentId } = await withPaper();
    const { token, fields } = await shareEntry(app, { contentType: PROJECT, documentId });
    expect(fields).toContain('documents(title).category');
    const { body } = await json(token);
    const [contract] = documentsOf(body).value;
    expect(contract).toMatchObject({ title: 'The contract', typeName: 'Document' });
    expect(contract?.fields).toContainEqual(
      expect.objectContaining({ name: 'description', value: 'Signed in May' })
    );
    // The way back would show the reader where they are.
    expect(contract?.fields.map(({ name }) => name)).not.toContain('project');
    expect(body.meta.schema.find(({ name }) => name === 'documents')?.attributes).toContainEqual({
      name: 'category',
      label: 'Category',
      type: 'enumeration',
    });
  });

  it('shrinks with the settings on the next request, and never grows by them', async () => {
    const { documentId } = await withPaper();
    const before = await shareEntry(app, { contentType: PROJECT, documentId });
    await saveSettings({ contentTypes: { [PROJECT]: { relations: { documents: 0 } } } });
    expect(documentsOf((await json(before.token)).body).value).toEqual([
      { title: 'The contract', typeName: 'Document', fields: [] },
    ]);

    const other = await withPaper();
    const after = await shareEntry(app, { contentType: PROJECT, documentId: other.documentId });
    await saveSettings({ contentTypes: { [PROJECT]: { relations: { documents: 3 } } } });
    expect(documentsOf((await json(after.token)).body).value[0]?.fields).toEqual([]);
    expect(documentsOf((await json(before.token)).body).value[0]?.fields).not.toEqual([]);
    await saveSettings({ contentTypes: { [PROJECT]: { relations: { documents: 1 } } } });
  });

  it('shows nothing of a type that may not be shared any more', async () => {
    const { documentId } = await withPaper();
    const { token } = await shareEntry(app, { contentType: PROJECT, documentId });
    await saveSettings({ contentTypes: { [DOCUMENT]: { enabled: false } } });
    expect((await json(token)).text).not.toContain('The contract');
    await saveSettings({ contentTypes: { [DOCUMENT]: { enabled: true } } });
  });

  it('is cut where it is too long, and says so', async () => {
    const project = await newProject(app);
    for (let index = 0; index < 205; index += 1) {
      await app.strapi
        .documents(DOCUMENT)
        .create({ data: { title: `Paper ${index}`, project: project.documentId } as never });
    }
    const { token } = await shareEntry(app, {
      contentType: PROJECT,
      documentId: project.documentId,
    });
    const documents = documentsOf((await json(token)).body);
    expect([documents.value.length, documents.cut]).toEqual([200, true]);
  });
});

describe('an image inside a text', () => {
  it('gets an address below the link when it is an upload of the site', async () => {
    const upload = (await app.strapi.db
      .query('plugin::upload.file')
      .findOne({ where: { mime: { $startsWith: 'image/png' } } })) as { id: number; url: string };
    const root = await newPage('Pictures', undefined, {
      intro: `![Ours](${upload.url}) ![Theirs](https://tracker.example/pixel.png)`,
      body: [
        {
          type: 'image',
          image: { ...upload, alternativeText: 'Ours again' },
          children: [{ type: 'text', text: '' }],
        },
        {
          type: 'image',
          image: {
            ...upload,
            url: 'https://tracker.example/2.png',
            alternativeText: 'Theirs again',
          },
          children: [{ type: 'text', text: '' }],
        },
      ],
    });
    const { token } = await sharePage(root);
    const { text } = await page(token);
    expect(text).toContain(`<img src="/share/${token}/files/${upload.id}?size=full"`);
    expect(text).not.toMatch(/<img[^>]*tracker\.example/);
    expect(text).toContain('<a href="https://tracker.example/pixel.png"');
    const { body } = await json(token);
    const blocks = JSON.stringify(fieldOf(body.data.fields, 'body'));
    expect(blocks).toContain(`/api/share-links/public/${token}/files/${upload.id}?size=full`);
    expect(blocks).not.toMatch(/"image"[^}]*tracker/);
  });
});

describe('a public request', () => {
  it('can name nothing of what is shown', async () => {
    const { root, a } = await tree();
    const { token } = await sharePage(root, { fields: ['title'] });
    const plain = await json(token);
    const queries = [
      'populate=*',
      'fields[0]=slug',
      'filters[title][$contains]=x',
      'locale=fr',
      'status=draft',
      `documentId=${a.documentId}`,
      'includeChildren=true',
    ];
    for (const query of queries) {
      expect([query, (await json(`${token}?${query}`)).text]).toEqual([query, plain.text]);
    }
  });
});
