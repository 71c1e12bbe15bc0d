import { beforeAll, describe, expect, it } from 'vitest';

import { login } from '../support/client';
import { DOCUMENT, newDocument } from '../support/entries';
import type { Entry } from '../support/entries';
import { cookieOf, send } from '../support/http';
import type { Reply } from '../support/http';
import { shareEntry } from '../support/sharing';
import type { Shared } from '../support/sharing';
import { useApp } from '../support/use-app';
import { publish } from '../support/versions';
import { FIREFOX, writeVisits } from '../support/visits';

const app = useApp();
let announced: number[] = [];

beforeAll(async () => {
  app.strapi.eventHub.on('share-link.visit', (payload: unknown) => {
    announced.push((payload as { link: { id: number } }).link.id);
    return Promise.resolve();
  });
});

const get = (path: string, tag?: string, more: Record<string, string> = {}) =>
  send(app.url + path, {
    headers: { 'User-Agent': FIREFOX, ...(tag ? { 'If-None-Match': tag } : {}), ...more },
  });
/** The cookie that the browser of a first visit sends with its next request. */
const visitorOf = (answer: Reply) => ({ Cookie: cookieOf(answer) });
const pagePath = (link: Shared) => `/share/${link.token}`;
const jsonPath = (link: Shared) => `/api/share-links/public/${link.token}`;

async function sharedDocument(rules: object = {}): Promise<{ link: Shared; entry: Entry }> {
  const entry = await newDocument(app, 'editor', { description: 'As it was' });
  const link = await shareEntry(app, {
    documentId: entry.documentId,
    refreshSeconds: 30,
    ...rules,
  });
  announced = [];
  return { link, entry };
}

async function rewrite(entry: Entry, description: string): Promise<void> {
  await publish(app, DOCUMENT, entry.documentId, { description });
}

async function viewsOf(link: Shared): Promise<number> {
  await writeVisits(app);
  const editor = await login(app, 'editor');
  const { body } = await editor<{ data: { viewCount: number } }>(
    'GET',
    `/share-links/links/${link.id}`
  );
  return body.data.viewCount;
}

describe.each([
  ['page', pagePath],
  ['JSON', jsonPath],
])('the %s of a link', (_, pathOf) => {
  it('answers 304 while nothing has changed, without a body and without counting', async () => {
    const { link } = await sharedDocument();
    const first = await get(pathOf(link));
    expect(first.status).toBe(200);
    const tag = first.headers.get('etag')!;
    expect(tag).toMatch(/^"[\w.-]{40,}"$/);
    expect(await viewsOf(link)).toBe(1);
    expect(announced).toEqual([link.id]);

    for (const known of [tag, `W/${tag}`]) {
      const again = await get(pathOf(link), known, {
        'Cache-Control': 'no-cache',
        ...visitorOf(first),
      });
      expect(again.status).toBe(304);
      expect(again.text).toBe('');
      expect(again.headers.get('cache-control')).toBe('private, no-store');
      expect(again.headers.get('etag')).toBe(tag);
    }
    expect(await viewsOf(link)).toBe(1);
    expect(announced).toEqual([link.id]);
  });

  it('sends new content without counting it, with a new tag', async () => {
    const { link, entry } = await sharedDocument();
    const first = await get(pathOf(link));
    const tag = first.headers.get('etag')!;
    await rewrite(entry, 'As it is now');
    const news = await get(pathOf(link), tag, visitorOf(first));
    expect(news.status).toBe(200);
    expect(news.text).toContain('As it is now');
    expect(news.headers.get('etag')).not.toBe(tag);
    const again = await get(pathOf(link), news.headers.get('etag')!, visitorOf(first));
    expect(again.status).toBe(304);
    expect(await viewsOf(link)).toBe(1);
  });

  it('counts a request whose tag is forged or from another link', async () => {
    const { link } = await sharedDocument();
    const other = await sharedDocument();
    const first = await get(pathOf(link));
    const own = first.headers.get('etag')!;
    const foreign = (await get(pathOf(other.link))).headers.get('etag')!;
    const [digest, signature] = own.slice(1, -1).split('.') as [string, string];
    const forged = [
      '*',
      '""',
      '"."',
      `"${digest}"`,
      `"${digest}."`,
      `"${digest}.${signature.slice(0, -2)}AA"`,
      `"${'A'.repeat(43)}.${signature}"`,
      `"${'A'.repeat(9000)}"`,
      foreign,
    ];
    for (const [index, tag] of forged.entries()) {
      const answer = await get(pathOf(link), tag, visitorOf(first));
      expect(answer.status, tag).toBe(200);
      expect(await viewsOf(link), tag).toBe(index + 2);
    }
    expect(announced.filter((id) => id === link.id)).toHaveLength(forged.length + 1);
  });

  it('is refused when the link is paused, and asks for a new password', async () => {
    const { link } = await sharedDocument();
    const editor = await login(app, 'editor');
    const first = await get(pathOf(link));
    const tag = first.headers.get('etag')!;
    const cookie = visitorOf(first);
    await editor('PUT', `/share-links/links/${link.id}`, { data: { password: 'Slippers-42' } });
    expect((await get(pathOf(link), tag, cookie)).status).toBe(401);
    await editor('POST', `/share-links/links/${link.id}/pause`);
    const refusal = await get(pathOf(link), tag, cookie);
    expect(refusal.status).toBe(404);
    expect(refusal.headers.get('etag')).toBeNull();
    expect(await viewsOf(link)).toBe(1);
  });
});

describe('a page', () => {
  it('tells its script how often to ask and what it shows, when the link refreshes', async () => {
    const { link } = await sharedDocument();
    const page = await get(pagePath(link));
    const html = page.text;
    const tag = page.headers.get('etag')!.slice(1, -1);
    expect(html).toContain(`data-island="refresh" data-seconds="30" data-tag="${tag}"`);
    expect(html).toMatch(
      /<script src="\/share\/assets\/page\.[0-9a-f]{16}\.js" integrity="sha384-/
    );
    expect(page.headers.get('content-security-policy')).toContain(
      "script-src 'self'; connect-src 'self';"
    );
  });

  it('has no script when the script would have nothing to do', async () => {
    const { link } = await sharedDocument({ refreshSeconds: null });
    const page = await get(pagePath(link));
    expect(page.text).not.toMatch(/<script|data-island/);
    expect(page.headers.get('content-security-policy')).not.toMatch(/script-src|connect-src/);
  });
});
