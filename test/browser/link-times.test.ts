import { expect, it } from 'vitest';

import { cardOf, openEntry, shoot } from '../support/browser';
import { login } from '../support/client';
import { DOCUMENT, newDocument } from '../support/entries';
import { openManager } from '../support/manager';
import { shareEntry } from '../support/sharing';
import { useApp } from '../support/use-app';
import { useBrowser, usePanel } from '../support/use-panel';

const app = useApp();
const browser = useBrowser();
const admin = usePanel(app, browser, 'admin');

const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString();

it('the card of an entry says how many of its live links open', async () => {
  const { documentId } = await newDocument(app);
  const { id } = await shareEntry(app, { documentId, label: 'Resting' });
  await shareEntry(app, { documentId, label: 'Running' });
  await openEntry(app, admin, DOCUMENT, documentId);
  await cardOf(admin).getByText('2 live links', { exact: true }).waitFor();
  const editor = await login(app, 'editor');
  await editor('POST', `/share-links/links/${id}/pause`);
  await admin.reload();
  await cardOf(admin).getByText('2 live links, 1 open', { exact: true }).waitFor();
  await shoot(admin, 'card-one-paused');
});

it('what stays open in the panel follows a link that starts and ends', async () => {
  const { documentId } = await newDocument(app);
  const rules = { label: 'Short', startsAt: inSeconds(12), expiresAt: inSeconds(24) };
  const { id } = await shareEntry(app, { documentId, ...rules });
  const manager = await openManager(app, admin, documentId);
  const row = manager.getByRole('listitem').filter({ hasText: 'Short' }).first();
  await row.getByText('Scheduled', { exact: true }).waitFor();
  await row.getByText('Active', { exact: true }).waitFor({ timeout: 15_000 });
  await manager.getByRole('tab', { name: 'History' }).click();
  const past = manager.getByRole('row').filter({ hasText: 'Short' });
  await past.getByText('Expired', { exact: true }).waitFor({ timeout: 20_000 });
  await shoot(admin, 'history-ended-meanwhile');

  const editor = await login(app, 'editor');
  await editor('PUT', `/share-links/links/${id}`, { data: { expiresAt: inSeconds(12) } });
  await admin.goto(`${app.url}/admin/plugins/share-links?_q=Short`);
  const listed = admin.getByRole('row').filter({ hasText: 'Short' });
  await listed.getByText('Active', { exact: true }).waitFor();
  await listed.getByText('Expired', { exact: true }).waitFor({ timeout: 20_000 });
  expect(await listed.count()).toBe(1);
});
