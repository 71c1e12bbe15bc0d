import { beforeAll, describe, expect, it, vi } from 'vitest';

import type { EntrySharing } from '../../contracts/entries';
import type { HistoryList, Link, LinkList, TimelineEvent } from '../../contracts/links';
import { clientOf, login } from '../support/client';
import type { ActorName, Client } from '../support/client';
import { DOCUMENT, PAGE, PROJECT, createEntry, newDocument, newProject } from '../support/entries';
import { userWith } from '../support/people';
import type { Granted } from '../support/people';
import { shareEntry, visit } from '../support/sharing';
import type { ShareOptions } from '../support/sharing';
import { ownedProgram, program } from '../support/tokens';
import { useActor, useApp } from '../support/use-app';
import { addFrench } from '../support/versions';

const SHARE = 'plugin::share-links.share';
const READ = 'plugin::content-manager.explorer.read';
const READ_LINKS: Granted = { action: 'plugin::share-links.links.read', subject: null };
const LINK_ACTIONS = [
  ...['find', 'findOne', 'create', 'update', 'delete', 'pause', 'resume', 'rotate'].map(
    (name) => `plugin::share-links.link.${name}`
  ),
  ...['findOne', 'create', 'delete'].map((name) => `plugin::share-links.public-link.${name}`),
];

const TITLE = 'CONFIDENTIAL TITLE';
const TEXT = 'CONFIDENTIAL TEXT';
const PASSWORD = 'the password of the editor';

const app = useApp();
const editor = useActor(app, 'editor');
/** Everything that the plugin announced to the site’s own code and its webhooks. */
const announced: string[] = [];

beforeAll(async () => {
  const hub = app.strapi.eventHub as unknown as {
    subscribe(listener: (event: string, payload: unknown) => Promise<void>): void;
  };
  hub.subscribe(async (event, payload) => {
    if (event.startsWith('share-link')) announced.push(JSON.stringify(payload));
  });
});

/** Rights to read and share some fields of a type, of its entries in some languages. */
const canShare = (subject: string, fields: string[], more: Partial<Granted> = {}): Granted[] =>
  [READ, SHARE].map((action) => ({ action, subject, properties: { fields }, ...more }));

const onlyTitle = () => userWith(app, canShare(PROJECT, ['title']));

interface Secret {
  link: Link;
  token: string;
  slug: string;
  uid: string;
  documentId: string;
  locale: string | null;
  /** Values that only a person who may read the whole entry may get. */
  values: string[];
}

let counter = 0;

/** A link that shows a whole project, with a readable address and a password. */
async function secretLink(rules: ShareOptions = {}): Promise<Secret> {
  const related = await newDocument(app, 'editor', { title: `${TITLE} of a document` });
  const { documentId } = await newProject(app, 'editor', {
    title: TITLE,
    summary: TEXT,
    documents: { connect: [{ documentId: related.documentId }] },
  });
  return shareSecretly({ contentType: PROJECT, documentId, ...rules });
}

/** The same for the French version of a page; its English version is not secret. */
async function secretFrenchLink(rules: ShareOptions = {}): Promise<Secret> {
  const { documentId } = await createEntry(app, PAGE, { title: 'English' }, { locale: 'en' });
  await addFrench(app, documentId, { title: TITLE, intro: TEXT });
  return shareSecretly({ contentType: PAGE, documentId, locale: 'fr', ...rules });
}

async function shareSecretly(options: ShareOptions): Promise<Secret> {
  counter += 1;
  const slug = `confidential-address-${counter}`;
  const maker = await login(app, options.by ?? 'editor');
  const { id, token } = await shareEntry(app, { password: PASSWORD, ...options });
  const { body, status } = await maker<{ data: Link }>('PUT', `/share-links/links/${id}`, {
    data: { slug },
  });
  expect(status).toBe(200);
  expect(body.data.fields.length).toBeGreaterThan(3);
  const { contentType: uid, documentId, locale } = body.data;
  const values = [token, slug, TITLE, TEXT];
  return { link: body.data, token, slug, uid, documentId, locale, values };
}

const path = ({ link }: Pick<Secret, 'link'>, rest = '') => `/share-links/links/${link.id}${rest}`;

async function expectRefused(answer: Promise<{ status: number; body: unknown }>): Promise<void> {
  const { status, body } = await answer;
  expect(status, JSON.stringify(body)).toBe(403);
  expect(body).toMatchObject({ error: { details: { code: 'field-not-shareable' } } });
}

/** The link opens only with its password, and no crawler is told of it. */
async function expectShut({ token, slug }: Secret): Promise<void> {
  for (const address of [token, slug]) {
    const { page, json } = await visit(app, address);
    expect(page.status).not.toBe(200);
    expect(json.status).not.toBe(200);
  }
  const sitemap = await clientOf(app)('GET', '/share/sitemap.xml');
  expect(sitemap.text).not.toContain(token);
  expect(sitemap.text).not.toContain(slug);
}

describe('A01: a person with a right to one field of a link that shows everything', () => {
  it.each([
    ['rotate', 'POST', '/rotate', undefined],
    ['a readable address', 'PUT', '', { slug: 'an-address-of-mine' }],
    ['another password for one', 'PUT', '', { password: 'a password of mine' }],
    ['no readable address', 'PUT', '', { slug: null }],
    ['no password', 'PUT', '', { password: null }],
    ['search engines', 'PUT', '', { password: null, allowIndexing: true }],
    ['the draft', 'PUT', '', { shows: 'draft' }],
    ['a snapshot', 'PUT', '', { shows: 'frozen' }],
    ['fewer fields', 'PUT', '', { fields: ['title'] }],
    ['more time', 'PUT', '', { expiresIn: 'never' }],
    ['more visitors', 'PUT', '', { maxViewers: 500 }],
    ['downloads', 'PUT', '', { allowDownload: true }],
    ['frames of other sites', 'PUT', '', { frameOrigins: ['https://a.example'] }],
    ['an earlier start', 'PUT', '', { startsAt: null }],
  ] as const)('may not change this: %s', async (_what, method, rest, data) => {
    const secret = await secretLink({
      expiresIn: '1d',
      maxViewers: 5,
      allowDownload: false,
      startsAt: new Date(Date.now() - 1000).toISOString(),
    });
    const person = await onlyTitle();
    await expectRefused(person(method, path(secret, rest), data && { data }));
    const { body } = await editor<{ data: Link }>('GET', path(secret));
    expect(body.data).toEqual(secret.link);
    await expectShut(secret);
  });

  it('may not resume it, alone or in bulk', async () => {
    const secret = await secretLink();
    await editor('POST', path(secret, '/pause'));
    const person = await onlyTitle();
    await expectRefused(person('POST', path(secret, '/resume')));
    const { body } = await person<{ data: { refused: { code: string }[] } }>(
      'POST',
      '/share-links/links/bulk',
      { data: { action: 'resume', ids: [secret.link.id] } }
    );
    expect(body.data.refused[0]?.code).toBe('field-not-shareable');
  });

  it('may not take it over while it is suspended', async () => {
    const secret = await secretLink();
    const person = await onlyTitle();
    // The new role makes the plugin check all makers, and that check ends the suspension.
    await vi.waitFor(async () => {
      await app.strapi.db.query('plugin::share-links.link').update({
        where: { id: secret.link.id },
        data: { suspendedAt: new Date().toISOString() },
      });
      await expectRefused(person('POST', path(secret, '/take-over')));
    });
  });

  it('may still narrow, pause and delete it', async () => {
    const person = await onlyTitle();
    const secret = await secretLink({ expiresIn: '1w' });
    for (const data of [
      { label: 'Named by somebody else' },
      { expiresIn: '1d' },
      { allowDownload: false },
      { maxViewers: 3 },
    ]) {
      const { status, body } = await person<{ data: Link }>('PUT', path(secret), { data });
      expect(status, JSON.stringify(data)).toBe(200);
      expect(body.data).toMatchObject({ url: null, slug: null });
    }
    expect((await person('POST', path(secret, '/pause'))).status).toBe(200);
    expect((await person('DELETE', path(secret))).status).toBe(200);

    const { documentId } = await newProject(app, 'editor', { title: TITLE });
    const hidden = await shareEntry(app, { contentType: PROJECT, documentId, password: PASSWORD });
    const data = { password: 'another password' };
    expect((await person('PUT', path({ link: hidden }), { data })).status).toBe(200);
  });

  it('gets the same refusal for the right readable address as for a wrong one', async () => {
    const secret = await secretLink();
    const person = await onlyTitle();
    const [right, wrong] = [
      await person('PUT', path(secret), { data: { slug: secret.slug } }),
      await person('PUT', path(secret), { data: { slug: 'not-the-address' } }),
    ];
    expect(right.status).toBe(403);
    expect(right.text).toBe(wrong.text);
  });

  it('may not rotate it, while a person with all rights may', async () => {
    const secret = await secretLink();
    const admin = await login(app, 'admin');
    const { status, body } = await admin<{ data: Link }>('POST', path(secret, '/rotate'));
    expect(status).toBe(200);
    expect(body.data.url).toContain('/share/');
  });

  it('may set its entry to Off, but may not open it again', async () => {
    const secret = await secretLink();
    const policyPath = `/share-links/entries/${PROJECT}/${secret.documentId}/policy`;
    const person = await onlyTitle();
    const set = (policy: string) => person('PUT', policyPath, { data: { policy } });
    expect((await set('off')).status).toBe(200);
    await expectRefused(set('inherit'));
    await expectRefused(set('view'));
    expect((await editor('PUT', policyPath, { data: { policy: 'inherit' } })).status).toBe(200);
  });

  it('may not open a related entry that the link also shows', async () => {
    const secret = await secretLink();
    const project = await app.strapi.documents(PROJECT).findOne({
      documentId: secret.documentId,
      populate: ['documents'],
    } as never);
    const [{ documentId }] = (project as unknown as { documents: [{ documentId: string }] })
      .documents;
    const policyPath = `/share-links/entries/${DOCUMENT}/${documentId}/policy`;
    const person = await userWith(app, canShare(DOCUMENT, ['category']));
    expect((await editor('PUT', policyPath, { data: { policy: 'off' } })).status).toBe(200);
    await expectRefused(person('PUT', policyPath, { data: { policy: 'inherit' } }));
    expect((await editor('PUT', policyPath, { data: { policy: 'inherit' } })).status).toBe(200);
  });

  it('does not get its address when it also shows another language or entries below', async () => {
    const page = await createEntry(app, PAGE, { title: 'English' }, { locale: 'en' });
    await addFrench(app, page.documentId, { title: TITLE });
    const target = { contentType: PAGE, documentId: page.documentId, locale: 'en' };
    const both = await shareEntry(app, { ...target, fields: ['title'], locales: ['fr'] });
    const english = await userWith(app, [
      ...canShare(PAGE, ['title'], { properties: { fields: ['title'], locales: ['en'] } }),
    ]);
    const seen = await english<{ data: Link }>('GET', path({ link: both }));
    expect(seen.body.data.url).toBeNull();
    await expectRefused(english('POST', path({ link: both }, '/rotate')));

    const tree = await shareEntry(app, { ...target, fields: ['title'], includeChildren: true });
    const own = await userWith(app, [
      ...canShare(PAGE, ['title'], {
        conditions: ['admin::is-creator'],
        properties: { fields: ['title'], locales: ['en', 'fr'] },
      }),
      READ_LINKS,
    ]);
    const below = await own<{ data: Link }>('GET', path({ link: tree }));
    expect(below.body.data.url).toBeNull();
  });
});

describe('A01: an address stays secret in each of its forms', () => {
  it('when a person may list all links but not read the entry', async () => {
    const secret = await secretLink();
    const person = await userWith(app, [READ_LINKS]);
    const list = await person<LinkList>('GET', '/share-links/links?pageSize=100');
    expect(list.body.data.find(({ id }) => id === secret.link.id)).toMatchObject({
      url: null,
      slug: null,
      entryTitle: null,
    });
    const history = await person<HistoryList>(
      'GET',
      `/share-links/history?contentType=${PROJECT}&documentId=${secret.documentId}`
    );
    expect(history.body.data[0]).toMatchObject({ url: null, slug: null });
    const timeline = await person<{ data: TimelineEvent[] }>('GET', path(secret, '/timeline'));
    expect(timeline.body.data.map(({ type }) => type)).toEqual(['update', 'create']);
    expect(timeline.text).not.toContain(secret.slug);
    const full = await editor<{ data: TimelineEvent[] }>('GET', path(secret, '/timeline'));
    expect(full.text).toContain(secret.slug);
  });

  it('in an event, which says only that the address changed', async () => {
    announced.length = 0;
    const secret = await secretLink();
    await editor('POST', path(secret, '/rotate'));
    expect(announced.length).toBeGreaterThan(2);
    expect(announced.join('\n')).toContain('"slug"');
    expect(announced.join('\n')).not.toContain(secret.slug);
    expect(announced.join('\n')).not.toContain(secret.token);
  });
});

describe('A02: an admin token is not its owner', () => {
  it('so a token for reading links does not learn what its owner may', async () => {
    const secret = await secretLink();
    const token = await ownedProgram(app, 'editor', [READ_LINKS]);
    const { body } = await token<{ data: Link }>('GET', path(secret));
    expect(body.data).toMatchObject({ url: null, slug: null, entryTitle: null });
  });

  it('so a token for another type can’t end a link of its owner', async () => {
    const secret = await secretLink();
    const token = await ownedProgram(app, 'editor', [
      ...canShare(PAGE, ['title'], { properties: { fields: ['title'], locales: ['en', 'fr'] } }),
    ]);
    expect((await token('DELETE', path(secret))).status).toBe(403);
    expect((await token('GET', path(secret))).status).toBe(403);
    const list = await token<LinkList>('GET', '/share-links/links?pageSize=100');
    expect(list.body.data.filter(({ contentType }) => contentType === PROJECT)).toEqual([]);
  });

  it('so it does not count as the creator of its owner’s entries', async () => {
    const admin = await login(app, 'admin');
    const { documentId } = await newDocument(app, 'editor');
    const token = await ownedProgram(app, 'editor', canShare(DOCUMENT, ['title']));
    await admin('PUT', '/share-links/settings', { data: { ownerOnly: true } });
    const data = { contentType: DOCUMENT, documentId };
    const made = await token('POST', '/share-links/links', { data });
    await admin('PUT', '/share-links/settings', { data: { ownerOnly: false } });
    expect(made.status).toBe(403);
    const allowed = await token<{ data: Link }>('POST', '/share-links/links', { data });
    expect(allowed.status).toBe(201);
    expect(allowed.body.data.sharedBy.name).toMatch(/^Edith Editor \(token Test \d+\)$/);
  });

  it('and a maker gets no title that they may not read', async () => {
    const { documentId } = await newProject(app, 'editor', { title: TITLE });
    const person = await userWith(app, canShare(PROJECT, ['phase']));
    const created = await person<{ data: Link }>('POST', '/share-links/links', {
      data: { contentType: PROJECT, documentId },
    });
    expect(created.status).toBe(201);
    expect(created.body.data.url).toContain('/share/');
    const link = created.body.data;
    const answers = [
      created,
      await person<{ data: Link }>('POST', path({ link }, '/rotate')),
      await person<{ data: Link }>('GET', path({ link })),
      await person<{ data: Link }>('POST', path({ link }, '/pause')),
      await person('GET', '/share-links/links?pageSize=100'),
      await person('GET', `/share-links/entries/${PROJECT}/${documentId}`),
      await person('GET', '/share-links/visits/summary'),
    ];
    for (const { text } of answers) expect(text).not.toContain(TITLE);
  });
});

interface Route {
  method: string;
  path: string;
  config: { auth?: unknown };
}

function routesOf(type: 'admin' | 'content-api'): Route[] {
  const routers = Object.values(app.strapi.plugin('share-links').routes) as unknown as {
    type: string;
    routes: Route[];
  }[];
  return routers
    .filter((router) => router.type === type)
    .flatMap(({ routes }) => routes)
    .filter(({ config }) => config.auth !== false);
}

/** The bodies to send to a route: everything that could open a link or reveal where it is. */
function bodiesFor({ method, path: route }: Route, secret: Secret): unknown[] {
  const { link, uid: contentType, documentId, locale } = secret;
  if (route.endsWith('/bulk')) {
    return ['pause', 'resume', 'revoke'].map((action) => ({ data: { action, ids: [link.id] } }));
  }
  if (route.endsWith('/policy')) {
    return ['off', 'inherit', 'view'].map((policy) => ({ data: { policy } }));
  }
  if (method === 'POST' && route === '/links') {
    return [{ data: { contentType, documentId, ...(locale ? { locale } : {}) } }];
  }
  if (method !== 'PUT' || !route.endsWith('/links/:id')) return [undefined];
  return [
    { label: 'Renamed' },
    { slug: `taken-${link.id}` },
    { slug: null },
    { shows: 'draft' },
    { shows: 'frozen' },
    { fields: ['title'] },
    { fields: ['phase'] },
    { password: null },
    { password: null, allowIndexing: true, shows: 'published' },
    { allowIndexing: true },
    { includeChildren: true },
    { locales: ['fr'] },
    { expiresIn: 'never' },
    { maxViewers: null },
    { frameOrigins: ['https://a.example'] },
  ].map((data) => ({ data }));
}

const SETTINGS = /\/settings$/;

interface WalkOptions {
  /** The person who makes the links. */
  by?: ActorName;
  make?: (rules: ShareOptions) => Promise<Secret>;
  isAllowed?: (value: string) => boolean;
}

/** Calls every route about a secret link; checks each answer, and what is open afterwards. */
async function walk(
  type: 'admin' | 'content-api',
  person: Client,
  { by = 'editor', make = secretLink, isAllowed = () => false }: WalkOptions = {}
): Promise<void> {
  let secret = await make({ by });
  for (const route of routesOf(type)) {
    // The settings are not about a link.
    if (SETTINGS.test(route.path) && route.method !== 'GET') continue;
    for (let index = 0; index < bodiesFor(route, secret).length; index += 1) {
      const body = bodiesFor(route, secret)[index];
      const address = addressOf(type, route, secret);
      const answer = await person<unknown>(route.method, address, body);
      const what = `${route.method} ${address} ${JSON.stringify(body)} → ${answer.text.slice(0, 300)}`;
      expect(answer.status, what).toBeLessThan(500);
      for (const value of secret.values.filter((one) => !isAllowed(one))) {
        expect(answer.text, what).not.toContain(value);
      }
      for (const one of linksIn(answer.body)) {
        if (one.id !== secret.link.id) continue;
        expect(one, what).toMatchObject({ url: null, slug: null });
      }
      if (route.method === 'GET') continue;
      await expectShut(secret);
      // A link that a request has changed must not meet the next request.
      if (answer.status < 400) secret = await make({ by });
    }
  }
}

function addressOf(type: 'admin' | 'content-api', { path: route }: Route, secret: Secret): string {
  const prefix = type === 'admin' ? '/share-links' : '/api/share-links';
  const base = route.startsWith('/:pluralApiId') ? '/api' : prefix;
  const { uid, documentId, locale, link } = secret;
  const query =
    route === '/history'
      ? `?contentType=${uid}&documentId=${documentId}`
      : route.includes(':documentId') && locale
        ? `?locale=${locale}`
        : '';
  return `${base}${route}${query}`
    .replace(':uid', uid)
    .replace(':pluralApiId', uid === PAGE ? 'pages' : 'projects')
    .replace(':documentId', documentId)
    .replace(':id', String(link.id));
}

function linksIn(body: unknown): Link[] {
  const { data } = (body ?? {}) as { data?: Link | Link[] | EntrySharing | null };
  if (!data || typeof data !== 'object') return [];
  if (Array.isArray(data)) return data;
  return 'links' in data ? data.links : [data];
}

describe('A01 and A02: no route tells or opens too much', () => {
  const LONG = 240_000;

  it(
    'with a right to one field that is not the title',
    async () => walk('admin', await userWith(app, canShare(PROJECT, ['phase']))),
    LONG
  );

  it(
    'with a right to the title',
    async () => walk('admin', await onlyTitle(), { isAllowed: (value) => value === TITLE }),
    LONG
  );

  it(
    'with the right to read all links and passwords',
    async () => {
      const reveal = { action: 'plugin::share-links.passwords.reveal', subject: null };
      await walk('admin', await userWith(app, [READ_LINKS, reveal]));
    },
    LONG
  );

  it(
    'with rights to one’s own entries',
    async () => {
      const fields = ['title', 'summary', 'phase', 'documents'];
      const own = canShare(PROJECT, fields, { conditions: ['admin::is-creator'] });
      await walk('admin', await userWith(app, [...own, READ_LINKS]));
    },
    LONG
  );

  it(
    'with rights to another language',
    async () => {
      const fields = ['title', 'intro', 'body'];
      const english = { properties: { fields, locales: ['en'] } };
      const person = await userWith(app, [...canShare(PAGE, fields, english), READ_LINKS]);
      await walk('admin', person, { make: secretFrenchLink });
    },
    LONG
  );

  it.each([
    ['links', [READ_LINKS]],
    ['passwords', [{ action: 'plugin::share-links.passwords.reveal', subject: null }]],
    ['settings', [{ action: 'plugin::share-links.settings.read', subject: null }]],
    ['documents', canShare(DOCUMENT, ['title'])],
    ['the phase of projects', [...canShare(PROJECT, ['phase']), READ_LINKS]],
  ] as [string, Granted[]][])(
    'with an admin token of the maker for %s',
    async (_what, permissions) =>
      walk('admin', await ownedProgram(app, 'admin', permissions), { by: 'admin' }),
    LONG
  );

  it(
    'with an API token that may not read the type',
    async () => {
      const permissions = [...LINK_ACTIONS, 'api::document.document.findOne'];
      await walk('content-api', await program(app, { type: 'custom', permissions }));
    },
    LONG
  );
});
