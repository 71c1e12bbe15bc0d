import { beforeEach, expect, it } from 'vitest';

import { clientOf, login } from '../support/client';
import type { ErrorAnswer } from '../support/client';
import { DOCUMENT, newDocument } from '../support/entries';
import { send } from '../support/http';
import { shareEntry } from '../support/sharing';
import { useApp } from '../support/use-app';

const app = useApp();
let start: number;

beforeEach(() => {
  start = app.logs.length;
});

const schema = () => app.strapi.db.connection.schema;
const logged = () => app.logs.slice(start).join('\n');

/** Values that stand in SQL statements and must not appear in the log. */
const SECRETS = /[0-9a-f]{64}|\$2[aby]\$|\bv1:[0-9a-f]/i;

it('S36: a link can’t be written → 500; the log names the column, but no hash and no cipher', async () => {
  const admin = await login(app, 'admin');
  const { documentId } = await newDocument(app);
  const rename = (from: string, to: string) =>
    schema().alterTable('share_links', (table) => table.renameColumn(from, to));
  await rename('notify_first_visit', 'away');
  const { status, body } = await admin<ErrorAnswer>('POST', '/share-links/links', {
    data: { contentType: DOCUMENT, documentId, label: 'a - b', password: 'correct horse battery' },
  });
  await rename('away', 'notify_first_visit');
  expect(status).toBe(500);
  expect(body.error.message).toBe('Internal Server Error');
  expect(logged()).toContain('notify_first_visit');
  expect(logged()).not.toMatch(SECRETS);
  expect(logged()).not.toContain('correct horse');
});

it('S36: a link can’t be read → page and JSON both answer with an error, and the log says why', async () => {
  const { token } = await shareEntry(app);
  const stranger = clientOf(app);
  await schema().renameTable('share_links', 'share_links_away');
  const page = await stranger('GET', `/share/${token}`);
  const file = await stranger('GET', `/share/${token}/files/1`);
  const unlock = await stranger('POST', `/share/${token}/unlock`, { password: 'guess' });
  const json = await stranger('GET', `/api/share-links/public/${token}`);
  await schema().renameTable('share_links_away', 'share_links');

  for (const answer of [page, file, unlock]) {
    expect(answer.status).toBe(500);
    expect(answer.headers.get('Cache-Control')).toContain('no-store');
    expect(answer.headers.get('Content-Type')).toContain('text/html');
    expect(answer.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
    expect(answer.text).toContain('<h1>Something went wrong</h1>');
  }
  expect(json.body).toEqual({
    data: null,
    error: { status: 500, name: 'InternalServerError', message: 'Internal Server Error' },
  });
  expect(logged().match(/no such table|does not exist|doesn't exist/g)?.length).toBeGreaterThan(3);
  expect(logged()).not.toMatch(SECRETS);
  expect((await stranger('GET', `/share/${token}`)).status).toBe(200);
});

it('when the settings can’t be read, the visitor still gets an error page', async () => {
  const { token } = await shareEntry(app);
  await schema().renameTable('strapi_core_store_settings', 'away');
  const page = await clientOf(app)('GET', `/share/${token}`);
  await schema().renameTable('away', 'strapi_core_store_settings');
  expect(page.status).toBe(500);
  expect(page.text).toContain('<h1>Something went wrong</h1>');
});

it('S36: an address pasted into the search of the panel → appears in no log line', async () => {
  const admin = await login(app, 'admin');
  // This address belongs to no link of the app, so only this test looks for it in the log.
  const pasted = 'https://cms.example.com/share/AbCdEfGhIjKlMnOpQrStUvWxYz012345';
  await admin('GET', `/share-links/links?q=${encodeURIComponent(pasted)}`);
  expect(app.logs.join('\n')).toMatch(/GET \/share-links\/links\?q=/);
  expect(app.logs.join('\n')).not.toContain('GhIjKlMnOpQrStUvWxYz012345');
});

it('S36: a body that is not JSON → is quoted in no log line', async () => {
  const { token } = await shareEntry(app, { password: 'correct horse battery' });
  const answer = await send(`${app.url}/api/share-links/public/${token}/unlock`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: '{"password":hunter2-hunter2}',
  });
  expect([answer.status, answer.text]).toEqual([400, expect.not.stringContaining('unter2')]);
  expect(logged()).toContain('The body is not valid JSON');
  expect(logged()).not.toContain('unter2');
});
