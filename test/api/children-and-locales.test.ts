import { describe, expect, it } from 'vitest';

import type { EntrySharing } from '../../contracts/entries';
import type { Link } from '../../contracts/links';
import { mintToken } from '../../server/src/links/rules/token';
import { DOCUMENT, PAGE, PROJECT, createEntry, newProject } from '../support/entries';
import type { Entry } from '../support/entries';
import { fieldOf, newHandbook, newPage, sharePage, titlesOf } from '../support/handbook';
import { shareEntry, strangerAt } from '../support/sharing';
import { useActor, useApp } from '../support/use-app';
import { addFrench } from '../support/versions';

const app = useApp();
const editor = useActor(app, 'editor');
const author = useActor(app, 'author');
const { json, page } = strangerAt(app);

describe('a link that includes the entries below', () => {
  it('opens each of them at its own address', async () => {
    const { root, a, b } = await newHandbook(app);
    const { token } = await sharePage(app, root, { includeChildren: true });
    const { body } = await json(token);
    expect(titlesOf(body.meta.children)).toEqual([['Arriving', ['Badges']], 'Coffee']);
    expect(body.meta.root).toEqual({ id: root.documentId, title: 'Handbook' });

    const child = await json(`${token}/${b.documentId}`);
    expect(child.body.data).toMatchObject({ id: b.documentId, title: 'Badges' });
    expect(child.body.meta.root.title).toBe('Handbook');
    expect((await page(`${token}/${a.documentId}`)).text).toMatch(/<h1 [^<>]*>Arriving/);
  });

  it('opens none of them without the option, and never an entry that is not below', async () => {
    const { root, a } = await newHandbook(app);
    const elsewhere = await newPage(app, 'Elsewhere');
    const closed = await sharePage(app, root);
    const open = await sharePage(app, root, { includeChildren: true });
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

  it('shows only published ones, like the link itself', async () => {
    const { root } = await newHandbook(app);
    const draft = await createEntry(
      app,
      PAGE,
      { title: 'Draft below', parent: root.documentId },
      { publish: false }
    );
    const { token } = await sharePage(app, root, { includeChildren: true });
    expect(JSON.stringify((await json(token)).body)).not.toContain('Draft below');
    expect((await json(`${token}/${draft.documentId}`)).status).toBe(404);

    const ofDrafts = await sharePage(app, root, { includeChildren: true, shows: 'draft' });
    expect((await json(`${ofDrafts.token}/${draft.documentId}`)).body.data.title).toBe(
      'Draft below'
    );
  });

  it('also shows entries of another type, as the settings say', async () => {
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

  it('stops where entries are parents of each other', async () => {
    const one = await newPage(app, 'One');
    const two = await newPage(app, 'Two', one);
    for (const status of ['draft', 'published'] as const) {
      await app.strapi.documents(PAGE).update({
        documentId: one.documentId,
        data: { parent: two.documentId } as never,
        status,
      });
    }
    const { token } = await sharePage(app, one, { includeChildren: true });
    expect(titlesOf((await json(token)).body.meta.children)).toEqual(['Two']);
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

  it('can get and lose the option later', async () => {
    const { root, a } = await newHandbook(app);
    const link = await sharePage(app, root);
    const edit = (includeChildren: boolean) =>
      editor<{ data: Link }>('PUT', `/share-links/links/${link.id}`, { data: { includeChildren } });
    expect((await edit(true)).body.data.includeChildren).toBe(true);
    expect((await json(`${link.token}/${a.documentId}`)).status).toBe(200);
    await edit(false);
    expect((await json(`${link.token}/${a.documentId}`)).status).toBe(404);
  });
});

describe('other languages', () => {
  async function bilingual() {
    const root = await newPage(app, 'Welcome');
    await addFrench(app, root.documentId, { title: 'Bienvenue' });
    return root;
  }

  it('open only when the link names them', async () => {
    const root = await bilingual();
    const english = await sharePage(app, root);
    expect((await json(`${english.token}/fr`)).status).toBe(404);
    expect((await json(english.token)).body.meta.locales).toEqual([{ code: 'en', segment: null }]);

    const both = await sharePage(app, root, { locales: ['fr'] });
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

  it('are offered on the page of a child that has them', async () => {
    const root = await bilingual();
    const [english, both] = [
      await newPage(app, 'Only here', root),
      await newPage(app, 'Here', root),
    ];
    await addFrench(app, both.documentId, { title: 'Ici', parent: root.documentId });
    const { token } = await sharePage(app, root, { locales: ['fr'], includeChildren: true });
    const codes = async ({ documentId }: Entry) =>
      (await json(`${token}/${documentId}`)).body.meta.locales.map(({ code }) => code);
    expect(await codes(english)).toEqual(['en']);
    expect(await codes(both)).toEqual(['en', 'fr']);
    expect((await json(`${token}/fr/${both.documentId}`)).body.data.title).toBe('Ici');
  });

  it('are offered to the maker of a link when the entry has them', async () => {
    const root = await bilingual();
    const { body } = await editor<{ data: EntrySharing }>(
      'GET',
      `/share-links/entries/${PAGE}/${root.documentId}`
    );
    expect(body.data.otherLocales.map(({ code }) => code)).toEqual(['fr']);
  });

  it('disappear from the language switch when they are unpublished', async () => {
    const root = await bilingual();
    const { token } = await sharePage(app, root, { locales: ['fr'] });
    await app.strapi.documents(PAGE).unpublish({ documentId: root.documentId, locale: 'fr' });
    expect((await json(token)).body.meta.locales).toEqual([{ code: 'en', segment: null }]);
    expect((await json(`${token}/fr`)).status).toBe(404);
  });

  it.each([
    ['one the site does not have', { locales: ['xx'] }],
    ['one the entry does not have', { locales: ['fr'] }],
    ['any for frozen content', { locales: ['fr'], shows: 'frozen' }],
  ])('are refused: %s', async (_, more) => {
    const root = await newPage(app, 'English only');
    const { status, body } = await editor('POST', '/share-links/links', {
      data: { contentType: PAGE, documentId: root.documentId, ...more },
    });
    expect([status, body.error.details.errors?.[0]?.path]).toEqual([400, ['locales']]);
  });
});

describe('a public request', () => {
  it('can’t change what is shown', async () => {
    const { root, a } = await newHandbook(app);
    const { token } = await sharePage(app, root, { fields: ['title'] });
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
