import { describe, expect, it } from 'vitest';

import { login } from '../support/client';
import { DOCUMENT, demoEntry } from '../support/entries';
import { send } from '../support/http';
import { shareEntry } from '../support/sharing';
import type { Shared } from '../support/sharing';
import { useApp } from '../support/use-app';
import { FIREFOX, openLink, visitsOf } from '../support/visits';

const app = useApp();

type Headed = Record<string, string>;
const ask = (path: string, headers: Headed = {}, method = 'GET') =>
  send(app.url + path, { method, headers: { 'User-Agent': FIREFOX, ...headers } });

const TWO_FORMS: [string, (token: string) => string][] = [
  ['page', (token) => `/share/${token}`],
  ['JSON', (token) => `/api/share-links/public/${token}`],
];

describe('S35: nobody reads a link without being counted', () => {
  it.each(TWO_FORMS)('HEAD of the %s → no tag for a later request', async (_form, pathOf) => {
    const { token } = await shareEntry(app);
    const head = await ask(pathOf(token), {}, 'HEAD');
    expect([head.status, head.headers.get('ETag')]).toEqual([200, null]);
  });
});

describe('S35: nobody downloads a file without being counted', () => {
  /** Shares a document that has a CSV file, and returns the address of the file. */
  async function sharedFile(): Promise<{ link: Shared; file: string }> {
    const title = 'Harbour Line: results of the trial runs';
    const { documentId } = await demoEntry(app, DOCUMENT, title);
    const link = await shareEntry(app, { documentId });
    const page = (await openLink(app, link.token)).text;
    return { link, file: `/share/${link.token}/files/${/files\/(\d+)/.exec(page)![1]}` };
  }

  const downloads = async ({ id }: Shared, visits: number) =>
    (await visitsOf(app, id, visits)).meta.totals.downloaded;

  it.each<[string, number, Headed]>([
    ['?size=full', 200, {}],
    ['', 200, { Range: 'bytes=1-1,0-' }],
    ['', 200, { Range: 'bytes=5-2' }],
    ['', 206, { Range: 'bytes=1-' }],
    ['', 206, { Range: 'bytes=-100000' }],
  ])('%s, answered %i, %o → counted', async (query, status, headers) => {
    const { link, file } = await sharedFile();
    const answer = await ask(file + query, headers);
    expect(answer.status).toBe(status);
    expect(await downloads(link, 2)).toBe(1);
  });

  it('a download in parts → counted once', async () => {
    const { link, file } = await sharedFile();
    for (const part of ['bytes=0-9', 'bytes=10-19', 'bytes=20-']) {
      const answer = await ask(file, { Range: part });
      expect(answer.status).toBe(206);
    }
    await openLink(app, link.token);
    expect(await downloads(link, 3)).toBe(1);
  });

  it.each<[string, (file: string) => Promise<unknown>]>([
    ['HEAD', (file) => ask(file, {}, 'HEAD')],
    ['a part that is not there', (file) => ask(file, { Range: 'bytes=99999999-' })],
  ])('%s, and then the whole file as one part → counted', async (_what, first) => {
    const { link, file } = await sharedFile();
    await first(file);
    const answer = await ask(file, { Range: 'bytes=-100000' });
    expect(answer.status).toBe(206);
    expect(await downloads(link, 2)).toBe(1);
  });

  it('parts in any order, at once → counted once', async () => {
    const { link, file } = await sharedFile();
    const parts = ['bytes=20-', 'bytes=0-9', 'bytes=10-19'];
    await Promise.all(parts.map((part) => ask(file, { Range: part })));
    await openLink(app, link.token);
    expect(await downloads(link, 3)).toBe(1);
  });

  it('a part that does not exist → not counted', async () => {
    const { link, file } = await sharedFile();
    expect((await ask(file, { Range: 'bytes=99999999-' })).status).toBe(416);
    await openLink(app, link.token);
    expect(await downloads(link, 2)).toBe(0);
  });
});

describe('S52: the places of a link with a limit on visitors', () => {
  it('HEAD → takes none', async () => {
    const { token } = await shareEntry(app, { maxViewers: 1 });
    for (const [, pathOf] of TWO_FORMS) {
      expect((await ask(pathOf(token), {}, 'HEAD')).status).toBe(200);
    }
    expect((await openLink(app, token)).status).toBe(200);
  });

  it('the empty search form → takes one, and is counted as a visit', async () => {
    const { id, token } = await shareEntry(app, { maxViewers: 1 });
    expect((await ask(`/share/${token}/search`)).status).toBe(200);
    expect((await openLink(app, token)).status).toBe(404);
    const { meta } = await visitsOf(app, id, 2);
    expect(meta.totals).toMatchObject({ opened: 1, refused: 1 });
  });
});

it.each(['nonsense', 'http://', '://', '*'])('S51: Origin: %s → refused', async (origin) => {
  const { token } = await shareEntry(app, { password: 'correct horse battery' });
  const answer = await send(`${app.url}/share/${token}/unlock`, {
    method: 'POST',
    headers: { Origin: origin },
    body: new URLSearchParams({ password: 'x' }),
  });
  expect(answer.status).toBe(403);
});

it.each(['gzip', 'deflate', 'br', 'zstd'])(
  'A07: a body that claims to be compressed with %s → 400, before it is unpacked',
  async (encoding) => {
    const { token } = await shareEntry(app, { password: 'correct horse battery' });
    for (const path of [
      `/share/${token}/unlock`,
      `/api/share-links/public/${token}/unlock`,
      `/api/share-links/public/${token}/search`,
      '/share-links/links',
    ]) {
      const answer = await send(app.url + path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Content-Encoding': encoding },
        body: '{"password":"x"}',
      });
      expect([path, answer.status]).toEqual([path, 400]);
      expect(answer.text).toContain('"code":"invalid"');
    }
  }
);

it.each([
  ['that breaks off', 'x', '--x\r\nContent-Disposition: form-data; name="password"\r\n\r\nab'],
  ['whose boundary is too long', 'b'.repeat(300), '--b'],
])('a multipart body %s → 400', async (_what, boundary, body) => {
  const { token } = await shareEntry(app, { password: 'correct horse battery' });
  for (const path of [`/share/${token}/unlock`, `/api/share-links/public/${token}/unlock`]) {
    const answer = await send(app.url + path, {
      method: 'POST',
      headers: { 'Content-Type': `multipart/form-data; boundary=${boundary}` },
      body,
    });
    expect([path, answer.status]).toEqual([path, 400]);
  }
});

it('a multipart body without a boundary → 400, on the page too', async () => {
  const { token } = await shareEntry(app, { password: 'correct horse battery' });
  const headers = { 'Content-Type': 'multipart/form-data' };
  for (const [, pathOf] of TWO_FORMS) {
    const path = `${app.url}${pathOf(token)}`;
    const answer = await send(`${path}/unlock`, { method: 'POST', headers, body: 'password=x' });
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.text)).toMatchObject({ error: { details: { code: 'invalid' } } });
    // Without a body, the type of the body does not matter.
    expect((await send(path, { headers })).status).toBe(401);
  }
});

it('an invalid host in a Referer → not stored, and no formula in the CSV', async () => {
  const admin = await login(app, 'admin');
  const { id, token } = await shareEntry(app);
  await openLink(app, token, { Referer: 'http://a;=webdienst(zeichen(104)&zeichen(116));b/' });
  const { data } = await visitsOf(app, id, 1);
  expect(data[0]!.referrer).toBeNull();
  const { text } = await admin('GET', `/share-links/links/${id}/visits?format=csv`);
  expect(text).not.toContain('webdienst');
});
