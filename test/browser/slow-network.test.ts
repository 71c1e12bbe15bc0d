import type { Locator } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';

import { openEntry } from '../support/browser';
import { DOCUMENT, newDocument } from '../support/entries';
import { choose, openManager } from '../support/manager';
import { shareEntry } from '../support/sharing';
import { useApp } from '../support/use-app';
import { useBrowser, usePanel } from '../support/use-panel';

const app = useApp();
const browser = useBrowser();
const admin = usePanel(app, browser, 'admin');

const SLOW_MS = 2_000;

/** From now on, each answer about links takes two seconds; changes are as fast as before. */
async function slowDown(): Promise<void> {
  await admin.route(/\/share-links\//, async (route) => {
    if (route.request().method() === 'GET' && route.request().resourceType() !== 'document') {
      await new Promise((resolve) => setTimeout(resolve, SLOW_MS));
    }
    await route.continue().catch(() => {});
  });
}

afterEach(() => admin.unroute(/\/share-links\//));

/** Returns what the part shows at the moment when the message appears. */
async function shownWith(message: string, part: Locator): Promise<string> {
  await admin.getByText(message, { exact: true }).first().waitFor();
  const text = await part.innerText();
  await admin
    .getByText(message, { exact: true })
    .first()
    .waitFor({ state: 'hidden', timeout: 15_000 });
  return text;
}

describe('on a slow network, a message never stands beside an older state:', () => {
  it('in the manager', async () => {
    const { documentId } = await newDocument(app);
    await shareEntry(app, { documentId, label: 'Slow' });
    const manager = await openManager(app, admin, documentId);
    const row = manager.getByRole('listitem').filter({ hasText: 'Slow' }).first();
    await slowDown();

    await choose(admin, 'Slow', 'Pause');
    expect(await shownWith('Link paused', row)).toMatch(/paused/i);
    await choose(admin, 'Slow', 'Resume');
    expect(await shownWith('Link resumed', row)).toMatch(/active/i);

    await manager.getByRole('button', { name: 'Rename link Slow' }).click();
    await manager.getByRole('textbox', { name: 'Name of link Slow' }).fill('Slower');
    await manager.getByRole('button', { name: 'Save name' }).click();
    await admin.getByText('Name saved').waitFor();
    expect(await manager.innerText()).toContain('Slower');

    await manager.getByRole('button', { name: 'Edit link Slower' }).click();
    const edit = admin.getByRole('dialog', { name: 'Edit link Slower' });
    await edit.getByRole('combobox', { name: 'Expiry' }).click();
    await admin.getByRole('option', { name: '1 week' }).click();
    await edit.getByRole('button', { name: 'Save changes' }).click();
    await admin.getByText('Link saved').waitFor();
    expect(await manager.innerText()).toContain('in 7 days');

    const address = manager.getByRole('textbox', { name: 'Address of link Slower' });
    const before = await address.inputValue();
    await choose(admin, 'Slower', 'New address');
    await admin.getByRole('alertdialog').getByRole('button').last().click();
    await admin.getByText('The link has a new address').waitFor();
    expect(await address.inputValue()).not.toBe(before);
  });

  it('even if an older answer was on its way', async () => {
    const { documentId } = await newDocument(app);
    await shareEntry(app, { documentId, label: 'Overtaken' });
    await openEntry(app, admin, DOCUMENT, documentId);
    await admin.getByRole('button', { name: 'Manage share links' }).waitFor();
    await slowDown();
    // Opening the manager loads the links again.
    await admin.getByRole('button', { name: 'Manage share links' }).click();
    await choose(admin, 'Overtaken', 'Pause');
    await admin.getByText('Link paused').waitFor();
    const row = admin.getByRole('listitem').filter({ hasText: 'Overtaken' }).first();
    expect(await row.innerText()).toMatch(/paused/i);
    await expect.poll(() => row.innerText()).toMatch(/paused/i);
  });

  it('on the card', async () => {
    const { documentId } = await newDocument(app);
    await openEntry(app, admin, DOCUMENT, documentId);
    const policy = admin.getByRole('combobox', { name: 'Share policy' });
    await policy.waitFor();
    await slowDown();
    await policy.click();
    await admin.getByRole('option', { name: 'Off', exact: true }).click();
    await admin.getByText('Saved. No link opens this entry now.').waitFor();
    expect(await policy.innerText()).toBe('Off');
  });

  it('on the page of all links', async () => {
    for (const label of ['Slow one', 'Slow two']) await shareEntry(app, { label });
    await admin.goto(`${app.url}/admin/plugins/share-links`);
    await admin.getByRole('table', { name: 'Share links' }).waitFor();
    for (const label of ['Slow one', 'Slow two']) {
      await admin.getByRole('checkbox', { name: `Select link ${label}` }).click();
    }
    await slowDown();
    await admin.getByRole('button', { name: 'Pause', exact: true }).click();
    await admin.getByRole('alertdialog').getByRole('button').last().click();
    await admin.getByText('2 links paused').waitFor();
    for (const label of ['Slow one', 'Slow two']) {
      expect(await admin.getByRole('row', { name: label }).innerText()).toMatch(/paused/i);
    }

    await admin.getByRole('button', { name: 'Pause all sharing' }).click();
    await admin.getByRole('alertdialog').getByRole('button').last().click();
    await admin.getByText('All sharing is paused', { exact: true }).waitFor();
    expect(await admin.getByRole('button', { name: 'Resume sharing' }).isVisible()).toBe(true);
    await admin.getByRole('button', { name: 'Resume sharing' }).click();
    await admin.getByRole('alertdialog').getByRole('button').last().click();
    await admin.getByText('Sharing is resumed').waitFor();
    expect(await admin.getByRole('button', { name: 'Pause all sharing' }).isVisible()).toBe(true);
  });

  it('in the visits', async () => {
    const { documentId } = await newDocument(app);
    const { url } = await shareEntry(app, { documentId, label: 'Seen' });
    await fetch(url!, { headers: { 'User-Agent': 'Mozilla/5.0 (X11; Linux) Firefox/140.0' } });
    const manager = await openManager(app, admin, documentId);
    await manager.getByRole('button', { name: /^Visits to link Seen/ }).click();
    const visits = admin.getByRole('dialog', { name: 'Visits to link Seen' });
    await visits.getByRole('button', { name: 'Erase visits' }).waitFor();
    await slowDown();
    await visits.getByRole('button', { name: 'Erase visits' }).click();
    await admin.getByRole('alertdialog').getByRole('button').last().click();
    await admin.getByText('Visits erased').waitFor();
    expect(await visits.innerText()).toContain('Not opened yet');
  });
});
