import { readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { BY_A_PERSON, FETCHERS, fetcherRows } from '../support/fetchers';
import type { Fetcher, Gets } from '../support/fetchers';
import { send } from '../support/http';
import type { Reply } from '../support/http';
import { rootDir } from '../support/paths';
import { shareEntry } from '../support/sharing';
import type { Shared } from '../support/sharing';
import { useActor, useApp } from '../support/use-app';
import { visitsOf, writeVisits } from '../support/visits';

const app = useApp({ IS_PROXIED: 'true' });
const editor = useActor(app, 'editor');

const STUB = 'A page was shared with you';

interface Counts {
  viewCount: number;
  viewerCount: number;
}

async function countsOf({ id }: Shared): Promise<Counts> {
  await writeVisits(app);
  const { body } = await editor<{ data: Counts }>('GET', `/share-links/links/${id}`);
  return body.data;
}

const ask = ({ token }: Shared, { headers, method = 'GET' }: Fetcher, more = {}) =>
  send(`${app.url}/share/${token}`, { method, headers: { ...headers, ...more } });

const HTTPS = { 'X-Forwarded-Proto': 'https', 'X-Forwarded-For': '198.51.100.7' };

function expectAnswer({ status, headers, text }: Reply, gets: Gets, link: Shared, method: string) {
  expect(status).toBe(gets === 'nothing yet' ? 503 : 200);
  expect(headers.get('Cache-Control')).toBe('private, no-store');
  expect(headers.get('Set-Cookie') !== null).toBe(gets === 'page');
  if (method === 'HEAD') return;
  expect(text.includes(link.entryTitle ?? '?')).toBe(gets === 'page');
  expect(text.includes(STUB)).toBe(gets !== 'page');
  expect(text.includes('<button')).toBe(gets === 'button');
}

const ROWS = Object.entries(FETCHERS).flatMap(([kind, fetchers]) =>
  fetchers.map((fetcher) => ({ ...fetcher, title: `${kind}: ${fetcher.name}` }))
);

describe.each(ROWS)('$title', (fetcher) => {
  const { link: gets, limited, visit, method = 'GET' } = fetcher;

  it(`gets of a link: ${gets}, and counts only then as a visitor`, async () => {
    const link = await shareEntry(app);
    expectAnswer(await ask(link, fetcher), gets, link, method);
    const seen = gets === 'page' ? 1 : 0;
    expect(await countsOf(link)).toMatchObject({ viewCount: seen, viewerCount: seen });
    if (gets === 'nothing yet' || method === 'HEAD') return;
    const { data } = await visitsOf(app, link.id, 1);
    expect(data).toMatchObject([{ outcome: 'opened', isRobot: gets === 'stub', browser: visit }]);
  });

  it(`gets of a link for one visitor: ${limited}, and takes the place only with a page`, async () => {
    const link = await shareEntry(app, { maxViewers: 1 });
    expectAnswer(await ask(link, fetcher, HTTPS), limited, link, method);
    const taken = limited === 'page' ? 1 : 0;
    expect(await countsOf(link)).toMatchObject({ viewCount: taken, viewerCount: taken });
    // A person in another network comes after it.
    const person = { ...BY_A_PERSON, ...HTTPS, 'X-Forwarded-For': '203.0.113.9' };
    const after = await send(`${app.url}/share/${link.token}`, { headers: person });
    expect(after.status).toBe(taken === 1 ? 404 : 200);
  });
});

describe('methods that office programs try', () => {
  it.each(['OPTIONS', 'PROPFIND'])('%s → 405, without a place or a cookie', async (method) => {
    const link = await shareEntry(app, { maxViewers: 1 });
    const headers = { 'User-Agent': 'Microsoft Office Protocol Discovery' };
    const answer = await send(`${app.url}/share/${link.token}`, { method, headers });
    expect([answer.status, answer.headers.get('Set-Cookie')]).toEqual([405, null]);
    expect(await countsOf(link)).toMatchObject({ viewCount: 0, viewerCount: 0 });
  });
});

describe('the JSON', () => {
  it.each([
    '',
    'node',
    'curl/8.5.0',
    'MyApp/3 CFNetwork/1474 Darwin/23.0.0',
    'Dalvik/2.1.0 (Linux; U; Android 14)',
  ])('answers programs of people, also without a name: “%s”', async (agent) => {
    const { token } = await shareEntry(app, { maxViewers: 1 });
    const read = (headers = {}) =>
      send(`${app.url}/api/share-links/public/${token}`, {
        headers: { 'User-Agent': agent, ...HTTPS, ...headers },
      });
    const first = await read();
    expect(first.status).toBe(200);
    const proof = first.headers.get('X-Share-Viewer')!;
    expect((await read({ 'X-Share-Viewer': proof })).status).toBe(200);
    expect((await read()).status).toBe(404);
  });

  it('refuses office programs like other robots', async () => {
    const { token } = await shareEntry(app);
    const headers = { 'User-Agent': 'Mozilla/4.0 (compatible; ms-office; MSOffice 16)' };
    const answer = await send(`${app.url}/api/share-links/public/${token}`, { headers });
    expect(answer.status).toBe(404);
  });
});

it('a browser that asks ahead learns nothing about an address', async () => {
  const { token } = await shareEntry(app);
  const headers = { ...BY_A_PERSON, 'Sec-Purpose': 'prefetch;prerender' };
  const answers = [token, 'no-such-link', 'no~such~thing/at/all'].map((address) =>
    send(`${app.url}/share/${address}`, { headers })
  );
  const [known, unknown, malformed] = await Promise.all(answers);
  expect(known!.status).toBe(503);
  expect([unknown!.text, malformed!.text]).toEqual([known!.text, known!.text]);
});

it('docs/fetchers.md shows this table', () => {
  const text = readFileSync(path.join(rootDir, 'docs/fetchers.md'), 'utf8');
  const rows = text
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .map((cell) => cell.trim())
        .join('|')
    );
  expect(rows.slice(2)).toEqual(fetcherRows());
});
