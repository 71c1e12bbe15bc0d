import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { expect, it } from 'vitest';

import { clientOf, login } from '../support/client';
import { newDocument } from '../support/entries';
import { rootDir } from '../support/paths';
import { useApp } from '../support/use-app';

const content = readFileSync(path.join(rootDir, 'dist/islands/page.js'), 'utf8');
const hash = createHash('sha384').update(content).digest('hex').slice(0, 16);
const address = `/share/assets/page.${hash}.js`;

const app = useApp();

const get = (path: string, method = 'GET') => clientOf(app)(method, path);

it('browsers may store the script of the pages for a year', async () => {
  const { status, headers, text } = await get(address);
  expect(status).toBe(200);
  expect(text).toBe(content);
  expect(headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('cache-control')).toBe('private, max-age=31536000, immutable');
  expect(headers.get('set-cookie')).toBeNull();
  expect((await get(address, 'HEAD')).status).toBe(200);
});

it('other addresses next to the script answer 404, and browsers may not store that answer', async () => {
  const unknown = await get('/share/nonsense-that-never-was');
  for (const name of ['page.js', 'page.0123456789abcdef.js', '..%2f..%2fpackage.json', '%00', '']) {
    const { status, headers, text } = await get(`/share/assets/${name}`);
    expect(status, name).toBe(404);
    expect(text, name).toBe(unknown.text);
    expect(headers.get('cache-control'), name).toBe('private, no-store');
  }
  const post = await get(address, 'POST');
  expect(post.status).toBe(405);
  expect(post.headers.get('cache-control')).toBe('private, no-store');
});

it('no link can take the address of the scripts', async () => {
  const editor = await login(app, 'editor');
  const { documentId } = await newDocument(app);
  const { status, body } = await editor('POST', '/share-links/links', {
    data: { contentType: 'api::document.document', documentId, slug: 'assets' },
  });
  expect(status).toBe(400);
  expect(body.error.details.errors?.[0]).toMatchObject({ path: ['slug'] });
});
