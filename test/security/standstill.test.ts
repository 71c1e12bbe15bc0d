import http from 'node:http';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { DEFAULT_SETTINGS } from '../../server/src/settings/schema';
import { bootApp } from '../support/app';
import { clientOf, requestToken } from '../support/client';
import type { ErrorAnswer } from '../support/client';
import { DOCUMENT, newDocument } from '../support/entries';
import { TOOL, send } from '../support/http';
import { readMeanwhile } from '../support/load';
import { startNode } from '../support/nodes';
import type { Node } from '../support/nodes';
import { shareEntry } from '../support/sharing';
import { fileNamed, longTree, manyFiles, pageLink, pathTo } from '../support/standstill';
import { removeUploads } from '../support/uploads';
import { useDatabase } from '../support/use-app';
import { from } from '../support/visitors';

/**
 * Each of these attacks once stopped the server for more than seven seconds, on an idle machine.
 */
const STANDSTILL_MS = 4_000;

const { limits } = DEFAULT_SETTINGS;

/** The longest name of a file: only SQLite takes more than the column is meant for. */
const LONGEST_NAME = (process.env.TEST_DATABASE ?? 'sqlite') === 'sqlite' ? 60_000 : 255;

const database = useDatabase();
let node: Node;
let cleanUp = async () => {};
let admin: ReturnType<typeof clientOf>;
/** Paths of links that are created before the node starts. */
let small: string;
let spaces: string;
let images: string;
let dots: string;
let tree: string;
let zip: string;
let small2: string;
let codes: number;
let entry: string;

let lastHost = 0;
const nextAddress = () => `203.0.113.${++lastHost}`;
const next = () => from(node.url, nextAddress());
const times = <T>(count: number, work: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => work(index));
const searchOf = (path: string) => path.replace('/share/', '/api/share-links/public/') + '/search';

beforeAll(async () => {
  const app = await bootApp(database);
  const text = '![a' + ' '.repeat(60_000) + 'b](/uploads/x.png)';
  small = await pathTo(app, {});
  small2 = await pathTo(app, {});
  spaces = await pageLink(app, text, 'Spaces');
  const drawn = times(12_000, (index) => `![](/${10_000 + index}.png)`);
  images = await pageLink(app, drawn.join('\n'), 'Images');
  dots = await fileNamed(app, `a${'.'.repeat(LONGEST_NAME - 2)}b`);
  tree = await longTree(app);
  zip = await manyFiles(app, 20, Buffer.alloc(1024 * 1024, 'x'));
  codes = (await shareEntry(app, {})).id;
  entry = (await newDocument(app)).documentId;
  cleanUp = async () => {
    const again = await bootApp(database);
    await removeUploads(again);
    await again.stop();
  };
  await app.stop();
  node = await startNode(database, { IS_PROXIED: 'true', LOG_LEVEL: 'warn' });
  admin = clientOf(node, await requestToken(node, 'admin'));
}, 240_000);
afterAll(async () => {
  await node.stop();
  await cleanUp();
});

/** Does the work while another visitor reads, and returns the result of the work. */
async function meanwhile<T>(work: Promise<T>): Promise<T> {
  const address = nextAddress();
  const reads = await readMeanwhile(
    { url: node.url + small, headers: { 'X-Forwarded-For': address } },
    work
  );
  expect(reads.map(({ status }) => status)).toEqual(reads.map(() => 200));
  expect(Math.max(...reads.map(({ ms }) => ms))).toBeLessThan(STANDSTILL_MS);
  return work;
}

describe('A07: one request never stops the server', () => {
  it.each([
    ['an image with 60,000 spaces in its description', () => spaces],
    ['12,000 images', () => images],
    ['a file named with as many dots as its column takes', () => dots],
  ])('%s', async (_what, path) => {
    await meanwhile(next().get(small));
    await node.reset();
    const { status } = await meanwhile(next().get(path()));
    expect(status).toBe(200);
    expect((await node.figures()).max).toBeLessThan(STANDSTILL_MS);
  });

  it('a body of deeply nested arrays', async () => {
    const depth = 30_000;
    const label = `${'['.repeat(depth)}${']'.repeat(depth)}`;
    const token = await requestToken(node, 'editor');
    const response = await send(`${node.url}/share-links/links`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
      body: `{"data":{"contentType":"${DOCUMENT}","documentId":"${entry}","label":${label}}}`,
    });
    expect(response.status).toBe(400);
    const { error } = JSON.parse(response.text) as ErrorAnswer;
    expect(error.details.code).toBe('invalid');
    expect(error.details.errors?.[0]?.path).toEqual(['label']);
  });
});

describe('A08: searches do not stop the server', () => {
  it('when ten at once search a long tree: some are answered, the others are told to retry', async () => {
    const client = next();
    const searches = times(10, () => client.ask('POST', searchOf(tree), { q: 'needle' }));
    const replies = await meanwhile(Promise.all(searches));
    const answered = replies.filter(({ status }) => status === 200);
    const refused = replies.filter(({ status }) => status === 429);
    expect(answered.length).toBeGreaterThanOrEqual(2);
    expect(refused.length).toBeGreaterThanOrEqual(4);
    expect(answered.length + refused.length).toBe(10);
    for (const { headers, text } of refused) {
      expect(Number(headers.get('Retry-After'))).toBeGreaterThan(0);
      expect(text).toContain('too-many-attempts');
    }
    // The places are free again.
    expect((await client.ask('POST', searchOf(tree), { q: 'needle' })).status).toBe(200);
  }, 180_000);

  it('when one client sends many: another client is still answered', async () => {
    const greedy = next();
    const many = Promise.all(
      times(10, () => greedy.ask('POST', searchOf(tree), { q: 'haystack' }))
    );
    const { status } = await next().ask('POST', searchOf(small), { q: 'document' });
    expect(status).toBe(200);
    await many;
  }, 180_000);

  it('when clients leave the queue: others get their places', async () => {
    const client = next();
    const leaving = times(4, () => {
      const request = http.request(node.url + searchOf(tree), {
        method: 'POST',
        headers: {
          ...TOOL,
          'Content-Type': 'application/json',
          'X-Forwarded-For': '203.0.113.200',
        },
        agent: false,
      });
      request.on('error', () => {});
      request.end('{"q":"needle"}');
      return request;
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    for (const request of leaving) request.destroy();
    await expect
      .poll(
        async () => {
          const replies = times(4, () => client.ask('POST', searchOf(small), { q: 'document' }));
          return (await Promise.all(replies)).map(({ status }) => status);
        },
        { timeout: 30_000, interval: 500 }
      )
      .toEqual([200, 200, 200, 200]);
  }, 60_000);

  it('since a search counts as ten reads, as JSON and as a page that is opened again', async () => {
    const asJson = next();
    const allowed = limits.readsPerMinute / 10;
    for (let count = 1; count <= allowed; count += 1) {
      const { status } = await asJson.ask('POST', searchOf(small2), { q: 'document' });
      expect([count, status]).toEqual([count, 200]);
    }
    const over = await asJson.ask('POST', searchOf(small2), { q: 'document' });
    expect(over.status).toBe(429);
    expect((await asJson.get(small2)).status).toBe(429);

    const browser = next();
    const form = await browser.ask('POST', `${small2}/search`, { q: 'document' }, BROWSER);
    const address = form.headers.get('Location')!;
    for (let count = 2; count <= allowed; count += 1) {
      expect([count, (await browser.get(address)).status]).toEqual([count, 200]);
    }
    const last = await browser.get(address);
    expect(last.status).toBe(429);
    expect(last.headers.get('Content-Type')).toContain('text/html');
  }, 60_000);
});

const BROWSER = { Accept: 'text/html' };

describe('A08: costly work is limited', () => {
  it('but a burst of two hundred pages is answered in full', async () => {
    const client = next();
    const replies = await Promise.all(times(200, () => client.get(small)));
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(200);
  }, 60_000);

  it('so that a client with four archives gets no fifth until it drops them', async () => {
    const address = nextAddress();
    const take = () =>
      new Promise<http.IncomingMessage>((resolve) => {
        http
          .get(
            `${node.url}${zip}/files.zip`,
            { agent: false, headers: { ...TOOL, 'X-Forwarded-For': address } },
            resolve
          )
          .on('error', () => {});
      });
    const held = [await take(), await take(), await take(), await take()];
    expect(held.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200]);
    const client = from(node.url, address);
    const page = await client.get(`${zip}/files.zip`);
    expect(page.status).toBe(429);
    expect(Number(page.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect(page.headers.get('Content-Type')).toContain('text/html');
    expect((await next().get(`${zip}/files.zip`)).status).toBe(200);
    for (const response of held) response.destroy();
    await expect
      .poll(async () => (await client.get(`${zip}/files.zip`)).status, { timeout: 10_000 })
      .toBe(200);
  }, 60_000);

  it('but twenty large QR codes at once are drawn, and others are served meanwhile', async () => {
    await node.reset();
    const path = `/share-links/links/${codes}/qr?format=png&size=2048`;
    const replies = await meanwhile(Promise.all(times(20, () => admin('GET', path))));
    expect(replies.map(({ status }) => status)).toEqual(times(20, () => 200));
    expect((await node.figures()).max).toBeLessThan(STANDSTILL_MS);
  });

  it('so that of twenty exports at once some are answered and the others are told to retry', async () => {
    const replies = await Promise.all(
      times(20, () => admin<ErrorAnswer>('GET', '/share-links/links/export'))
    );
    const refused = replies.filter(({ status }) => status === 429);
    expect(replies.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(2);
    for (const { headers, body } of refused) {
      expect(body.error.details.code).toBe('too-many-attempts');
      expect(Number(headers.get('Retry-After'))).toBeGreaterThan(0);
    }
    expect((await admin('GET', '/share-links/links/export')).status).toBe(200);
  });
});
