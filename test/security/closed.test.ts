import { beforeAll, describe, expect, it } from 'vitest';

import { mintToken } from '../../server/src/links/rules/token';
import { PROJECT, newProject } from '../support/entries';
import { LINK_UID } from '../../server/src/links/store/link-uid';
import { send } from '../support/http';
import type { Sending } from '../support/http';
import { saveSettings } from '../support/settings';
import { PASSWORD, shareEntry } from '../support/sharing';
import type { Shared } from '../support/sharing';
import { demoPictures } from '../support/uploads';
import { useActor, useApp } from '../support/use-app';

const app = useApp();
const editor = useActor(app, 'editor');
/** Ids of two pictures that the shared entry contains. */
let files: number[];

beforeAll(async () => {
  files = await demoPictures(app, 2);
});

const settings = (data: object) => saveSettings(app, data);
const past = () => new Date(Date.now() - 60_000).toISOString();
const future = () => new Date(Date.now() + 3_600_000).toISOString();
const mark = (link: Shared, data: object) =>
  app.strapi.db.query(LINK_UID).update({ where: { id: link.id }, data });

/** Every public route there is. A later version that adds a route adds it here. */
const ROUTES: [string, (token: string) => [string, string, Sending['body']?]][] = [
  ['page', (token) => ['GET', `/share/${token}`]],
  ['JSON', (token) => ['GET', `/api/share-links/public/${token}`]],
  ['file', (token) => ['GET', `/share/${token}/files/${files[0]}`]],
  ['picture', (token) => ['GET', `/share/${token}/files/${files[0]}?size=full`]],
  ['file of the JSON', (token) => ['GET', `/api/share-links/public/${token}/files/${files[0]}`]],
  ['all files', (token) => ['GET', `/share/${token}/files.zip`]],
  ['all files of the JSON', (token) => ['GET', `/api/share-links/public/${token}/files.zip`]],
  ['unlock form', (token) => ['POST', `/share/${token}/unlock`, form()]],
  [
    'unlock JSON',
    (token) => [
      'POST',
      `/api/share-links/public/${token}/unlock`,
      JSON.stringify({ password: PASSWORD }),
    ],
  ],
  ['search', (token) => ['POST', `/share/${token}/search`, query()]],
  ['search form', (token) => ['GET', `/share/${token}/search`]],
  ['HEAD of the page', (token) => ['HEAD', `/share/${token}`]],
  ['HEAD of the JSON', (token) => ['HEAD', `/api/share-links/public/${token}`]],
  ['HEAD of a file', (token) => ['HEAD', `/share/${token}/files/${files[0]}`]],
  ['HEAD of all files', (token) => ['HEAD', `/share/${token}/files.zip`]],
  [
    'search JSON',
    (token) => [
      'POST',
      `/api/share-links/public/${token}/search`,
      JSON.stringify({ q: 'content' }),
    ],
  ],
];

const query = () => new URLSearchParams({ q: 'content' });
const form = () => new URLSearchParams({ password: PASSWORD });

async function ask(token: string, route: (token: string) => [string, string, Sending['body']?]) {
  const [method, path, body] = route(token);
  const response = await send(app.url + path, {
    method,
    body,
    headers: typeof body === 'string' ? { 'Content-Type': 'application/json' } : {},
  });
  const headers = Object.fromEntries(response.headers);
  delete headers.date;
  return { status: response.status, headers, text: response.text };
}

const newContent = () =>
  newProject(app, 'editor', { summary: 'THE CONTENT', cover: files[0], attachments: [files[1]] });

const project = async () => {
  const { documentId } = await newContent();
  return shareEntry(app, { contentType: PROJECT, documentId });
};

/** Brings a link into each state in which nothing of it may open. */
const CLOSED: [string, (link: Shared) => Promise<unknown>][] = [
  ['scheduled', (link) => mark(link, { startsAt: future() })],
  ['paused', (link) => editor('POST', `/share-links/links/${link.id}/pause`)],
  ['expired', (link) => mark(link, { expiresAt: past() })],
  ['used up', (link) => mark(link, { maxViewers: 1, viewerCount: 1, isFull: true })],
  ['suspended', (link) => mark(link, { suspendedAt: past() })],
  ['deleted', (link) => editor('DELETE', `/share-links/links/${link.id}`)],
  [
    'of an unpublished entry',
    ({ documentId }) => app.strapi.documents(PROJECT).unpublish({ documentId }),
  ],
  ['of a deleted entry', ({ documentId }) => app.strapi.documents(PROJECT).delete({ documentId })],
  [
    'of a type that may not be shared',
    () => settings({ contentTypes: { [PROJECT]: { enabled: false } } }),
  ],
  [
    'shut by the share policy of what it opens',
    ({ documentId }) =>
      editor('PUT', `/share-links/entries/${PROJECT}/${documentId}/policy`, {
        data: { policy: 'off' },
      }),
  ],
  ['of a site that is paused', () => settings({ paused: true })],
];

/** The words for links that may open again: of the page, and of the page or the JSON. */
const MAY_OPEN_AGAIN: Record<string, [RegExp, RegExp]> = {
  scheduled: [/<h1>This link isn’t open yet<\/h1>/, /not open yet|isn’t open yet/],
  paused: [/<h1>This link is paused<\/h1>/, /is paused/],
  suspended: [/<h1>This link is closed at the moment<\/h1>/, /closed at the moment/],
  'of a site that is paused': [/<h1>Sharing is paused<\/h1>/, /are paused/],
};

async function reopenSite() {
  await settings({
    paused: false,
    refusal: 'uniform',
    contentTypes: { [PROJECT]: { enabled: true } },
  });
}

describe.each(CLOSED)('S16, S30, S31, A13: a link that is %s', (state, close) => {
  it.each(ROUTES)('is refused, with and without an explanation: %s', async (name, route) => {
    const link = await project();
    const unknown = mintToken();
    await close(link);
    const closed = await ask(link.token, route);
    const never = await ask(unknown, route);
    expect(closed.text).not.toContain('THE CONTENT');
    expect(closed.status).toBe(404);
    expect(closed.headers).toEqual(never.headers);
    expect(closed.text).toBe(never.text);

    await settings({ refusal: 'explained' });
    const explained = await ask(link.token, route);
    expect(explained.text).not.toContain('THE CONTENT');
    expect(explained.status).toBe(403);
    if (!name.startsWith('HEAD')) {
      const isJson = explained.text.startsWith('{');
      const words = MAY_OPEN_AGAIN[state] ?? [/Access Denied/, /no longer active/];
      expect(explained.text).toMatch(isJson ? /"Access Denied: / : words[0]!);
      expect(explained.text).toMatch(words[1]!);
      if (MAY_OPEN_AGAIN[state]) expect(explained.text).not.toMatch(/no longer active/);
    }
    expect((await ask(unknown, route)).status).toBe(404);
    await reopenSite();
  });
});

it.each(ROUTES.filter(([name]) => name.startsWith('unlock')))(
  'an open link without a password accepts any password: %s',
  async (_name, route) => {
    const { status } = await ask((await project()).token, route);
    expect([200, 303]).toContain(status);
  }
);

const READING = ROUTES.filter(([name]) => !name.startsWith('unlock'));

it.each(READING)('an open link answers: %s', async (_name, route) => {
  const { status } = await ask((await project()).token, route);
  expect(status).toBe(200);
});

describe('a locked link', () => {
  it.each(READING)('shows nothing to a visitor without the password: %s', async (_name, route) => {
    const { documentId } = await newContent();
    const link = await shareEntry(app, {
      contentType: PROJECT,
      documentId,
      password: PASSWORD,
    });
    const { status, text } = await ask(link.token, route);
    expect(status).toBe(401);
    expect(text).not.toContain('THE CONTENT');
    expect(text).not.toContain(link.entryTitle);
  });
});
