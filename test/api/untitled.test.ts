import type { UID } from '@strapi/strapi';
import { beforeAll, describe, expect, it } from 'vitest';

import type { EntrySharing } from '../../contracts/entries';
import { READ_ENTRY_ACTION, SHARE_ACTION } from '../../contracts/permissions';
import type { HistoryList, Link, LinkList } from '../../contracts/links';
import type { PublicAnswer, SearchAnswer, ShownReference } from '../../contracts/shown';
import { WIDE_LIMITS } from '../support/app';
import { clientOf } from '../support/client';
import { personWith } from '../support/people';
import { shareEntry, strangerAt } from '../support/sharing';
import { typeFiles, useSite } from '../support/site';
import { demoPictures } from '../support/uploads';
import { useActor } from '../support/use-app';

const uidOf = (name: string) => `api::${name}.${name}` as UID.ContentType;
const GALLERY = uidOf('gallery');
const PHOTO = uidOf('photo');
const STORY = uidOf('story');
const FRAME = uidOf('frame');

/** Types without a title of their own, one for each kind of attribute. */
const UNTITLED_TYPES = {
  photo: { image: { type: 'media', multiple: false }, number: { type: 'integer' } },
  memo: { body: { type: 'text' } },
  contact: { address: { type: 'email' } },
  reading: { value: { type: 'decimal' }, taken: { type: 'date' }, isFinal: { type: 'boolean' } },
  box: { content: { type: 'component', component: 'sections.feature', repeatable: true } },
  badge: { code: { type: 'uid' } },
  pair: { first: { type: 'relation', relation: 'oneToOne', target: PHOTO } },
  story: { title: { type: 'string' }, subtitle: { type: 'string' } },
};
const NAMES = Object.keys(UNTITLED_TYPES) as (keyof typeof UNTITLED_TYPES)[];
const many = (name: string) => ({ type: 'relation', relation: 'oneToMany', target: uidOf(name) });

const app = useSite(
  {
    ...Object.assign(
      {},
      ...NAMES.map((name) => typeFiles(name, UNTITLED_TYPES[name], { plural: `${name}-list` }))
    ),
    ...typeFiles(
      'gallery',
      {
        title: { type: 'string' },
        ...Object.fromEntries(NAMES.map((name) => [name, many(name)])),
        // Not followed: only titles are shown.
        plain: many('photo'),
      },
      { plural: 'galleries' }
    ),
    ...typeFiles('frame', {
      image: { type: 'media', multiple: false },
      gallery: { type: 'relation', relation: 'manyToOne', target: GALLERY },
    }),
    ...typeFiles('banner', { image: { type: 'media', multiple: false } }, { kind: 'singleType' }),
  },
  {
    options: {
      limits: WIDE_LIMITS,
      contentTypes: {
        [GALLERY]: { relations: Object.fromEntries(NAMES.map((name) => [name, 1])) },
        [FRAME]: { parent: 'gallery' },
      },
    },
  }
);
const admin = useActor(app, 'admin');
const stranger = strangerAt(app);

let pictures: number[];
beforeAll(async () => {
  pictures = await demoPictures(app, 2);
});

const create = async (uid: UID.ContentType, data: object): Promise<string> =>
  (await app.strapi.documents(uid).create({ data: data as never })).documentId;

const nameOf = async (id: number) =>
  (
    (await app.strapi.db.query('plugin::upload.file').findOne({ where: { id } })) as {
      name: string;
    }
  ).name;

let galleries = 0;

/** A gallery with two entries of each type that has no title. */
async function newGallery(): Promise<string> {
  galleries += 1;
  const contents: Record<keyof typeof UNTITLED_TYPES, object[]> = {
    photo: [{ image: pictures[0], number: 1 }, { number: 2 }],
    memo: [{ body: 'Call Dora\nabout the frame' }, { body: ' ' }],
    contact: [{ address: 'dora@example.org' }, {}],
    reading: [{ value: 3.5 }, { taken: '2026-05-04' }],
    box: [{ content: [{ title: 'Inside the box' }] }, { content: [] }],
    badge: [{ code: `secret-code-${galleries}` }, { code: `other-code-${galleries}` }],
    pair: [{}, {}],
    story: [{ title: '', subtitle: 'In two parts' }, { title: '  ' }],
  };
  const related: Record<string, string[]> = {};
  for (const name of NAMES) {
    related[name] = [];
    for (const data of contents[name]) related[name].push(await create(uidOf(name), data));
  }
  const plain = [await create(PHOTO, { image: pictures[0] }), await create(PHOTO, {})];
  return create(GALLERY, { title: 'Summer', ...related, plain });
}

async function titlesOf(token: string): Promise<Record<string, string[]>> {
  const { body, status, text } = await stranger.json(token);
  expect(status, text).toBe(200);
  const relations = body.data.fields.filter(({ type }) => type === 'relation');
  return Object.fromEntries(
    relations.map(({ name, value }) => [
      name,
      (value as ShownReference[]).map(({ title }) => title),
    ])
  );
}

const share = (contentType: string, documentId: string, more: object = {}) =>
  shareEntry(app, { by: 'admin', contentType, documentId, ...more });

describe('related entries without a title', () => {
  it('are in the warning, on the page, in the JSON and in the search', async () => {
    const documentId = await newGallery();
    const { body } = await admin<{ data: EntrySharing }>(
      'GET',
      `/share-links/entries/${GALLERY}/${documentId}`
    );
    const names = [...NAMES, 'plain'];
    const labels = names.map((name) => name.charAt(0).toUpperCase() + name.slice(1));
    expect(body.data.exposure?.relations.sort()).toEqual([...labels, 'Pair: First'].sort());
    expect(body.data.exposure?.files.count).toBe(1);

    const { token } = await share(GALLERY, documentId);
    const expected = {
      photo: [await nameOf(pictures[0]!), 'Photo 2'],
      memo: ['Call Dora', 'Memo 2'],
      contact: ['dora@example.org', 'Contact 2'],
      reading: ['Reading 1', 'Reading 2'],
      box: ['Inside the box', 'Box 2'],
      badge: ['Badge 1', 'Badge 2'],
      pair: ['Pair 1', 'Pair 2'],
      story: ['In two parts', 'Story 2'],
      // Its picture is not shown, so its name isn't either.
      plain: ['Photo 1', 'Photo 2'],
    };
    expect(await titlesOf(token)).toEqual(expected);
    const page = await stranger.page(token);
    for (const title of Object.values(expected).flat()) expect(page.text).toContain(title);
    expect(page.text).toContain('about the frame');
    expect(page.text).not.toContain('secret-code');

    const found = await clientOf(app)<SearchAnswer>(
      'POST',
      `/api/share-links/public/${token}/search`,
      { q: 'Badge 2' }
    );
    expect(found.body.data.length).toBeGreaterThan(0);
  });

  it('have the same titles in a frozen link, until what gave them is hidden', async () => {
    const documentId = await newGallery();
    const live = await share(GALLERY, documentId);
    const frozen = await share(GALLERY, documentId, { shows: 'frozen' });
    const titles = await titlesOf(frozen.token);
    expect(titles).toEqual(await titlesOf(live.token));

    const setDepth = (relations: object) =>
      admin('PUT', '/share-links/settings', {
        data: { contentTypes: { [GALLERY]: { relations } } },
      });
    expect((await setDepth({})).status).toBe(200);
    const hidden = await titlesOf(frozen.token);
    expect(hidden).toMatchObject({ photo: ['Photo 1', 'Photo 2'], box: ['Box 1', 'Box 2'] });
    expect(hidden.story).toEqual(['Story 1', 'Story 2']);
    expect(hidden).toEqual(await titlesOf(live.token));
    await setDepth(Object.fromEntries(NAMES.map((name) => [name, 1])));
  });

  it('are not shown by somebody who may not read their type, nor by fields they may not share', async () => {
    const documentId = await newGallery();
    const gallery = { fields: ['title', ...NAMES, 'plain'] };
    const grants = (photo: string[]) => [
      ...[READ_ENTRY_ACTION, SHARE_ACTION].flatMap((action) => [
        { action, subject: GALLERY, properties: gallery },
        ...(photo.length > 0 ? [{ action, subject: PHOTO, properties: { fields: photo } }] : []),
      ]),
    ];
    const { client, grant } = await personWith(app, grants([]));
    const titles = async () => {
      const { body, text, status } = await client<{ data: Link }>('POST', '/share-links/links', {
        data: { contentType: GALLERY, documentId },
      });
      expect(status, text).toBe(201);
      return titlesOf(body.data.url!.split('/').at(-1)!);
    };
    expect(await titles()).toEqual({});
    await grant(grants(['number']));
    expect(await titles()).toEqual({
      photo: ['Photo 1', 'Photo 2'],
      plain: ['Photo 1', 'Photo 2'],
    });
    await grant(grants(['image']));
    expect((await titles()).photo).toEqual([await nameOf(pictures[0]!), 'Photo 2']);
  });
});

describe('an entry without a title', () => {
  it.each([
    ['an empty text', { title: '', subtitle: 'Second' }, 'Second'],
    ['a blank text', { title: ' \t', subtitle: 'Second' }, 'Second'],
    ['nothing', { title: null, subtitle: 'Second' }, 'Second'],
    ['nothing at all', {}, 'Story'],
  ])('has another one for its page and the panel: %s', async (_what, data, title) => {
    const documentId = await create(STORY, data);
    const link = await share(STORY, documentId);
    const { body } = await stranger.json(link.token);
    expect(body.data.title).toBe(title);
    expect((await stranger.page(link.token)).text).toMatch(
      new RegExp(`<h1[^>]*>(<[^>]+>)*${title}`)
    );
    expect(link.entryTitle).toBe(title);
    const list = await admin<LinkList>('GET', `/share-links/links?documentId=${documentId}`);
    expect(list.body.data[0]?.entryTitle).toBe(title);
  });

  it('gets none from a field that the link or the reader may not see', async () => {
    const documentId = await create(STORY, { title: ' ', subtitle: 'For the team' });
    const { token } = await share(STORY, documentId, { fields: ['title'] });
    const { body, text } = await stranger.json(token);
    expect(body.data.title).toBe('Story');
    expect(text).not.toContain('For the team');

    const { client } = await personWith(app, [
      { action: READ_ENTRY_ACTION, subject: STORY, properties: { fields: ['title'] } },
      { action: SHARE_ACTION, subject: STORY, properties: { fields: ['title'] } },
    ]);
    const history = await client<HistoryList>(
      'GET',
      `/share-links/history?contentType=${STORY}&documentId=${documentId}`
    );
    expect(history.status).toBe(200);
    expect(history.text).not.toContain('For the team');
  });

  it('is named by its picture, also if it is a single type', async () => {
    const name = await nameOf(pictures[0]!);
    for (const uid of [PHOTO, uidOf('banner')]) {
      const documentId = await create(uid, { image: pictures[0] });
      const link = await share(uid, documentId);
      expect((await stranger.json(link.token)).body.data.title).toBe(name);
      expect(link.entryTitle).toBe(name);
    }
  });

  it('below the shared one has the same name in the navigation and on its page', async () => {
    const gallery = await newGallery();
    await create(FRAME, { image: pictures[0], gallery });
    await create(FRAME, { gallery });
    const { token } = await share(GALLERY, gallery, { includeChildren: true });
    const { body } = await stranger.json(token);
    const children = (body as PublicAnswer).meta.children;
    expect(children.map(({ title }) => title).sort()).toEqual(
      [await nameOf(pictures[0]!), expect.stringMatching(/^Frame [12]$/)].sort()
    );
    for (const { id, title } of children) {
      const child = await stranger.json(`${token}/${id}`);
      expect(child.body.data.title).toBe(title);
      expect((await stranger.page(`${token}/${id}`)).text).toContain(title);
    }
  });
});
