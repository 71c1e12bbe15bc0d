import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';

import { expectAccessible, focusedName, shoot } from '../support/browser';
import { login } from '../support/client';
import { DOCUMENT, newDocument } from '../support/entries';
import { choose, openManager } from '../support/manager';
import { shareEntry } from '../support/sharing';
import { useApp } from '../support/use-app';
import { useBrowser, usePanel } from '../support/use-panel';

const app = useApp();
const browser = useBrowser();
const admin = usePanel(app, browser, 'admin');

const question = () => admin.getByRole('alertdialog', { name: 'Discard what you entered?' });

/** Whether the browser would ask before it leaves the site. */
const isHeld = () =>
  admin.evaluate(() => !window.dispatchEvent(new Event('beforeunload', { cancelable: true })));

describe('a form that was filled in', () => {
  it('stays if the person does not want to lose it, whatever would close it', async () => {
    const { title } = await newDocument(app);
    // The browser's Back must lead to a page of the panel.
    await admin.goto(
      `${app.url}/admin/content-manager/collection-types/${DOCUMENT}?_q=${encodeURIComponent(title)}`
    );
    await admin.getByRole('gridcell', { name: title }).first().click();
    await admin.getByRole('button', { name: 'Create share link' }).click();
    const form = admin.getByRole('dialog', { name: 'Create share link' });
    const name = form.getByRole('textbox', { name: 'Name' });
    await name.fill('Typed for a long time');

    for (const leave of [
      () => admin.keyboard.press('Escape'),
      () => admin.mouse.click(5, 400),
      () => admin.evaluate(() => history.back()),
    ]) {
      await leave();
      await question().waitFor();
      await question().getByRole('button', { name: 'Keep editing' }).click();
      await question().waitFor({ state: 'hidden' });
      expect(await name.inputValue()).toBe('Typed for a long time');
    }
    expect(await isHeld()).toBe(true);
    await admin.keyboard.press('Escape');
    await shoot(admin, 'discard');
    await expectAccessible(admin, question());
    await question().getByRole('button', { name: 'Keep editing' }).click();
    await expect.poll(() => focusedName(admin)).toBe('Name');

    await admin.keyboard.press('Escape');
    await question().getByRole('button', { name: 'Discard' }).click();
    await form.waitFor({ state: 'hidden' });
    await admin.getByRole('button', { name: 'Create share link' }).click();
    expect(await name.inputValue()).toBe('');
    await admin.keyboard.press('Escape');
    await form.waitFor({ state: 'hidden' });
  });

  it('is not asked about if nothing was changed, or all was changed back', async () => {
    const { documentId } = await newDocument(app);
    await shareEntry(app, { documentId, label: 'Kept', password: 'correct horse battery' });
    const manager = await openManager(app, admin, documentId);
    await manager.getByRole('button', { name: 'Edit link Kept' }).click();
    const edit = admin.getByRole('dialog', { name: 'Edit link Kept' });
    const name = edit.getByRole('textbox', { name: 'Name' });
    await name.fill('Changed');
    await name.fill('Kept');
    await admin.keyboard.press('Escape');
    await edit.waitFor({ state: 'hidden' });
    expect(await isHeld()).toBe(false);

    await manager.getByRole('button', { name: 'Rename link Kept' }).click();
    const rename = manager.getByRole('textbox', { name: 'Name of link Kept' });
    await rename.fill('Renamed');
    await admin.keyboard.press('Escape');
    await question().getByRole('button', { name: 'Keep editing' }).click();
    await question().waitFor({ state: 'hidden' });
    expect(await rename.inputValue()).toBe('Renamed');
    await admin.mouse.click(5, 400);
    await question().getByRole('button', { name: 'Discard' }).click();
    await manager.waitFor({ state: 'hidden' });
  });

  it('in the settings stays until somebody has answered a question', async () => {
    await admin.goto(`${app.url}/admin/settings/share-links`);
    await admin.getByRole('textbox', { name: 'Footer' }).fill('Not saved yet');
    await admin.getByRole('link', { name: 'Content Manager' }).first().click();
    const strapiAsks = admin.getByRole('alertdialog', { name: 'Confirmation' });
    await strapiAsks.getByRole('button', { name: 'Cancel' }).click();
    expect(await admin.getByRole('textbox', { name: 'Footer' }).inputValue()).toBe('Not saved yet');
    expect(await isHeld()).toBe(true);
    await admin.getByRole('textbox', { name: 'Footer' }).fill('');
  });
});

describe('a link that somebody else has deleted', () => {
  const GONE = 'Somebody has deleted this link meanwhile.';

  async function sharedAndDeleted(
    label: string,
    between: (manager: Locator) => Promise<void>
  ): Promise<Locator> {
    const { documentId } = await newDocument(app);
    const { id } = await shareEntry(app, { documentId, label });
    await shareEntry(app, { documentId, label: 'Another' });
    const manager = await openManager(app, admin, documentId);
    await between(manager);
    const editor = await login(app, 'editor');
    await editor('DELETE', `/share-links/links/${id}`);
    return manager;
  }

  it('ends its form with a plain message, and the list is loaded anew', async () => {
    const edit = admin.getByRole('dialog', { name: 'Edit link Gone' });
    const manager = await sharedAndDeleted('Gone', async (list) => {
      await list.getByRole('button', { name: 'Edit link Gone' }).click();
      await edit.getByRole('textbox', { name: 'Name' }).fill('Too late');
    });
    await edit.getByRole('button', { name: 'Save changes' }).click();
    await edit.getByText(GONE).waitFor();
    await shoot(admin, 'edit-gone');
    await expectAccessible(admin, edit);
    expect(await edit.getByRole('button', { name: 'Save changes' }).count()).toBe(0);
    await admin.keyboard.press('Escape');
    await edit.waitFor({ state: 'hidden' });
    expect(await question().count()).toBe(0);
    await manager.getByRole('heading', { name: 'Another' }).waitFor();
    expect(await manager.getByRole('heading', { name: 'Gone', exact: true }).count()).toBe(0);
  });

  it.each([
    ['is not renamed', 'rename'],
    ['gets no new address', 'New address'],
    ['is not paused', 'Pause'],
    ['shows no QR code', 'QR code'],
  ])('%s, and a message says why', async (_title, task) => {
    const label = `Gone by ${task}`;
    const manager = await sharedAndDeleted(label, async (list) => {
      await list.getByRole('heading', { name: label }).waitFor();
    });
    if (task === 'rename') {
      await manager.getByRole('button', { name: `Rename link ${label}` }).click();
      await manager.getByRole('textbox', { name: `Name of link ${label}` }).fill('Too late');
      await manager.getByRole('button', { name: 'Save name' }).click();
    } else await choose(admin, label, task);
    if (task === 'New address') {
      await admin.getByRole('alertdialog').getByRole('button').last().click();
    }
    await admin.getByText(GONE).first().waitFor();
    await expect
      .poll(() => manager.getByRole('heading', { name: label }).count(), { timeout: 5_000 })
      .toBe(0);
    await admin.keyboard.press('Escape');
  });
});
