import { request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

import { describe, expect, it } from 'vitest';

import { newDocument } from '../support/entries';
import { PASSWORD, shareEntry } from '../support/sharing';
import { useApp } from '../support/use-app';

const app = useApp();

interface Raw {
  status: number;
  headers: IncomingHttpHeaders;
  bytes: Buffer;
}

/** The bytes as they are sent: other clients unpack them at once. */
function raw(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const asked = request(
      app.url + path,
      { method, headers: { 'User-Agent': 'node', ...headers } },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () =>
          resolve({
            status: answer.statusCode!,
            headers: answer.headers,
            bytes: Buffer.concat(chunks),
          })
        );
      }
    );
    asked.on('error', reject).end();
  });
}

const longDocument = () => newDocument(app, 'editor', { description: 'All of it. '.repeat(400) });

describe('an answer without any query is compressed as the browser asks', () => {
  it.each([
    ['br', 'gzip, deflate, br', brotliDecompressSync],
    ['gzip', 'gzip;q=0.8', gunzipSync],
  ])('by %s: page, script and JSON', async (encoding, accepted, unpack) => {
    const { documentId } = await longDocument();
    const { token } = await shareEntry(app, { documentId, refreshSeconds: 30 });
    const page = `/share/${token}`;
    const [, script] = /src="([^"]+assets[^"]+)"/.exec((await raw(page)).bytes.toString())!;
    for (const path of [page, script!, `/api/share-links/public/${token}`]) {
      const plain = await raw(path, { 'Accept-Encoding': 'identity' });
      expect([path, plain.headers['content-encoding']]).toEqual([path, undefined]);
      expect(plain.headers.vary).toContain('Accept-Encoding');
      const packed = await raw(path, { 'Accept-Encoding': accepted });
      expect([path, packed.status, packed.headers['content-encoding']]).toEqual([
        path,
        200,
        encoding,
      ]);
      expect(packed.headers['content-type']).toBe(plain.headers['content-type']);
      expect(Number(packed.headers['content-length'])).toBe(packed.bytes.length);
      expect(packed.bytes.length * 2).toBeLessThan(plain.bytes.length);
      expect(unpack(packed.bytes).length).toBe(plain.bytes.length);
    }
  });

  it('and its tag still tells that nothing has changed', async () => {
    const { documentId } = await longDocument();
    const { token } = await shareEntry(app, { documentId, refreshSeconds: 30 });
    const first = await raw(`/share/${token}`, { 'Accept-Encoding': 'br' });
    const cookie = String(first.headers['set-cookie']).split(';')[0]!;
    const again = await raw(`/share/${token}`, {
      'Accept-Encoding': 'br',
      'If-None-Match': first.headers.etag!,
      Cookie: cookie,
    });
    expect([again.status, again.bytes.length]).toEqual([304, 0]);
    expect(again.headers.etag).toBe(first.headers.etag);
    expect(again.headers.vary).toContain('Accept-Encoding');
  });
});

describe('an answer is not compressed', () => {
  it('if it repeats what a visitor has written, or shows no content', async () => {
    const { documentId } = await longDocument();
    const { token } = await shareEntry(app, { documentId });
    const locked = await shareEntry(app, { documentId, password: PASSWORD });
    for (const path of [
      `/share/${token}?filter=secret`,
      `/share/${token}/search?q=all`,
      `/share/${locked.token}`,
      '/share/no-such-link',
      `/api/share-links/public/${token}?x=1`,
    ]) {
      const { headers } = await raw(path, { 'Accept-Encoding': 'br, gzip' });
      expect([path, headers['content-encoding']]).toEqual([path, undefined]);
    }
  });

  it('if somebody only asks whether it is there', async () => {
    const { documentId } = await longDocument();
    const { token } = await shareEntry(app, { documentId });
    const { status, headers } = await raw(`/share/${token}`, { 'Accept-Encoding': 'br' }, 'HEAD');
    expect([status, headers['content-encoding']]).toEqual([200, undefined]);
  });
});
