import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';

import { DAY_MS } from '../../contracts/dates';
import { login } from '../support/client';
import { afterMs } from '../support/clock';
import { DOCUMENT, PAGE, createEntry, newDocument } from '../support/entries';
import { send } from '../support/http';
import { shareEntry } from '../support/sharing';
import type { Shared } from '../support/sharing';
import { newUpload } from '../support/uploads';
import { useApp } from '../support/use-app';
import { publish } from '../support/versions';
import { FIREFOX, visitsOf } from '../support/visits';

const app = useApp();

beforeAll(async () => {
  app.strapi.server.app.proxy = true;
});
afterEach(() => {
  vi.useRealTimers();
});

type Headed = Record<string, string>;
const ask = (path: string, headers: Headed = {}) =>
  send(app.url + path, { headers: { 'User-Agent': FIREFOX, ...headers } });

const FORMS: [string, (token: string) => string][] = [
  ['page', (token) => `/share/${token}`],
  ['JSON', (token) => `/api/share-links/public/${token}`],
];

/** What a reader has after a first visit: their proof, and the tag of what they saw. */
async function reader(path: string): Promise<{ viewer: Headed; tag: Headed }> {
  const answer = await ask(path);
  expect(answer.status).toBe(200);
  const [, proof = ''] = /share-viewer=([^;]+)/.exec(answer.headers.get('Set-Cookie')!) ?? [];
  return {
    viewer: { 'X-Share-Viewer': proof },
    tag: { 'If-None-Match': answer.headers.get('ETag')! },
  };
}

const from = (address: string) => ({ 'X-Forwarded-For': address });

const opened = async ({ id }: Shared, atLeast: number) =>
  (await visitsOf(app, id, atLeast)).meta.totals.opened;

async function share(refreshSeconds: number | null) {
  const { documentId } = await newDocument(app, 'editor', { description: 'As it was' });
  return { documentId, link: await shareEntry(app, { documentId, refreshSeconds }) };
}

const rewrite = (documentId: string) =>
  publish(app, DOCUMENT, documentId, { description: 'As it is now' });

describe.each(FORMS)('A12: the %s, requested with the tag of an earlier visit', (_form, pathOf) => {
  it('does not count as a visit while the link refreshes itself, for the same viewer on the same day', async () => {
    const { link, documentId } = await share(30);
    const { viewer, tag } = await reader(pathOf(link.token));
    expect((await ask(pathOf(link.token), { ...viewer, ...tag })).status).toBe(304);
    await rewrite(documentId);
    const news = await ask(pathOf(link.token), { ...viewer, ...tag });
    expect([news.status, news.text.includes('As it is now')]).toEqual([200, true]);
    await ask(pathOf(link.token));
    expect(await opened(link, 2)).toBe(2);
  });

  it('counts as a visit for another viewer, and for an unknown one', async () => {
    const { link } = await share(30);
    const one = await reader(pathOf(link.token));
    const other = await reader(pathOf(link.token));
    for (const viewer of [other.viewer, {}, { 'X-Share-Viewer': 'x.y.2026-01-01' }]) {
      expect((await ask(pathOf(link.token), { ...viewer, ...one.tag })).status).toBe(200);
    }
    expect(await opened(link, 5)).toBe(5);
  });

  it('counts as a visit on a link that does not refresh itself, changed or not', async () => {
    const { link, documentId } = await share(null);
    const { viewer, tag } = await reader(pathOf(link.token));
    expect((await ask(pathOf(link.token), { ...viewer, ...tag })).status).toBe(304);
    await rewrite(documentId);
    const news = await ask(pathOf(link.token), { ...viewer, ...tag });
    expect(news.text).toContain('As it is now');
    expect(await opened(link, 3)).toBe(3);
  });

  it('counts as a visit when the link has a new token or no longer refreshes itself', async () => {
    const { link } = await share(30);
    const { viewer, tag } = await reader(pathOf(link.token));
    const editor = await login(app, 'editor');
    const path = `/share-links/links/${link.id}`;
    const { body } = await editor<{ data: { url: string } }>('POST', `${path}/rotate`);
    const token = body.data.url.split('/').at(-1)!;
    const rotated = await ask(pathOf(token), { ...viewer, ...tag });
    expect(rotated.status).toBe(200);
    const fresh = { 'If-None-Match': rotated.headers.get('ETag')! };
    expect((await ask(pathOf(token), { ...viewer, ...fresh })).status).toBe(304);
    expect(await opened(link, 2)).toBe(2);
    await editor('PUT', path, { data: { refreshSeconds: null } });
    await ask(pathOf(token), { ...viewer, ...fresh });
    expect(await opened(link, 3)).toBe(3);
  });

  it('counts as a visit on another day', async () => {
    const { link } = await share(30);
    const { viewer, tag } = await reader(pathOf(link.token));
    await afterMs(DAY_MS, async () => {
      const tomorrow = await ask(pathOf(link.token), { ...viewer, ...tag });
      expect(tomorrow.status).toBe(200);
      const fresh = { 'If-None-Match': tomorrow.headers.get('ETag')! };
      expect((await ask(pathOf(link.token), { ...viewer, ...fresh })).status).toBe(304);
    });
    expect(await opened(link, 2)).toBe(2);
  });

  it('counts as a visit when the tag is from another page or another form', async () => {
    const { documentId } = await createEntry(app, PAGE, { title: 'Above' });
    const child = await createEntry(app, PAGE, { title: 'Below', parent: documentId });
    const link = await shareEntry(app, {
      contentType: PAGE,
      documentId,
      includeChildren: true,
      refreshSeconds: 30,
    });
    const { viewer, tag } = await reader(pathOf(link.token));
    for (const [, otherPath] of FORMS) {
      for (const below of ['', `/${child.documentId}`]) {
        const path = otherPath(link.token) + below;
        const status = path === pathOf(link.token) ? 304 : 200;
        expect((await ask(path, { ...viewer, ...tag })).status, path).toBe(status);
      }
    }
    expect(await opened(link, 4)).toBe(4);
  });
});

it('A12: a robot gets no tag', async () => {
  const { documentId } = await createEntry(app, PAGE, { title: 'For everybody' });
  const link = await shareEntry(app, { contentType: PAGE, documentId, allowIndexing: true });
  const agent = { 'User-Agent': 'Mozilla/5.0 (compatible; Googlebot/2.1)' };
  const answer = await ask(`/share/${link.token}`, agent);
  expect([answer.status, answer.headers.get('ETag')]).toEqual([200, null]);
});

describe('A12: a picture of a page, without the page', () => {
  async function sharedPicture() {
    const pixel = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64'
    );
    const picture = await newUpload(app, 'plan.png', pixel, 'image/png');
    const { documentId } = await newDocument(app, 'editor', { files: [picture.id] });
    const link = await shareEntry(app, { documentId });
    return { link, below: `/files/${picture.id}?size=full` };
  }
  const downloaded = async ({ id }: Shared, atLeast: number) =>
    (await visitsOf(app, id, atLeast)).meta.totals.downloaded;

  it.each(FORMS)('%s: counts as one download for each visitor', async (_form, pathOf) => {
    const { link, below } = await sharedPicture();
    for (let times = 0; times < 3; times += 1) {
      expect((await ask(pathOf(link.token) + below, from('203.0.113.1'))).status).toBe(200);
    }
    expect((await ask(pathOf(link.token) + below, from('203.0.113.2'))).status).toBe(200);
    expect(await downloaded(link, 2)).toBe(2);
  });

  it.each(FORMS)(
    '%s: does not count when the visitor has opened the page',
    async (_form, pathOf) => {
      const { link, below } = await sharedPicture();
      const { viewer } = await reader(pathOf(link.token));
      // A proof identifies the visitor from any address; without one, the address where they opened
      // it does.
      await ask(pathOf(link.token) + below, { ...viewer, ...from('203.0.113.3') });
      await ask(pathOf(link.token), from('203.0.113.4'));
      await ask(pathOf(link.token) + below, from('203.0.113.4'));
      await ask(pathOf(link.token), from('203.0.113.5'));
      expect(await opened(link, 3)).toBe(3);
      expect(await downloaded(link, 3)).toBe(0);
    }
  );
});

it('A12: the search form, and the address of its results → count without the page', async () => {
  const { link } = await share(null);
  const sent = await send(`${app.url}/share/${link.token}/search`, {
    method: 'POST',
    headers: { 'User-Agent': FIREFOX, Accept: 'text/html', ...from('203.0.113.6') },
    body: new URLSearchParams({ q: 'was' }),
  });
  const results = sent.headers.get('Location')!;
  await ask(results, from('203.0.113.6'));
  // Another address is another visitor.
  await send(app.url + results, { method: 'HEAD', headers: from('203.0.113.7') });
  expect((await ask(results, from('203.0.113.7'))).status).toBe(200);
  expect((await ask(`/share/${link.token}/search`, from('203.0.113.8'))).status).toBe(200);
  const { meta } = await visitsOf(app, link.id, 3);
  expect(meta.totals).toMatchObject({ searched: 1, opened: 2 });
});
