import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';

import { expectAccessible, openEntry, panelPage, shoot, sticksOut } from '../support/browser';
import { DOCUMENT, newDocument } from '../support/entries';
import { choose } from '../support/manager';
import { shareEntry } from '../support/sharing';
import { useApp } from '../support/use-app';
import { useBrowser, usePanel } from '../support/use-panel';

const app = useApp();
const browser = useBrowser();
const editor = usePanel(app, browser, 'author');

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

describe('an author, who may not read passwords back,', () => {
  it('copies a generated password before and after the link is made, once', async () => {
    const { documentId } = await newDocument(app, 'author');
    await openEntry(app, editor, DOCUMENT, documentId);
    await editor.getByRole('button', { name: 'Create share link' }).click();
    const form = editor.getByRole('dialog', { name: 'Create share link' });
    await form.getByRole('textbox', { name: 'Name' }).fill('Handed');
    expect(await form.getByRole('button', { name: 'Copy password' }).count()).toBe(0);
    await form.getByRole('button', { name: 'Generate' }).click();
    const password = await form.getByRole('textbox', { name: 'Password' }).inputValue();
    await form.getByRole('button', { name: 'Copy password' }).click();
    await editor.getByText('Password copied to clipboard!').first().waitFor();
    expect(await clipboard(editor)).toBe(password);
    await shoot(editor, 'create-generated');
    await expectAccessible(editor, form);
    await form.getByRole('button', { name: 'Create link', exact: true }).click();

    const manager = editor.getByRole('dialog', { name: 'Manage share links' });
    const box = manager.getByRole('group', { name: 'Hand over link Handed' });
    await box.waitFor();
    expect(await box.innerText()).toContain('you can’t see it again');
    const url = await box.getByRole('textbox', { name: 'Address', exact: true }).inputValue();
    expect(url).toContain('/share/');
    await shoot(editor, 'hand-over');
    await expectAccessible(editor, manager);
    await box.getByRole('button', { name: 'Copy address and password' }).click();
    await editor.getByText('Address and password copied to clipboard!').waitFor();
    expect(await clipboard(editor)).toBe(`Address: ${url}\nPassword: ${password}`);
    await box.getByRole('button', { name: 'Copy password' }).click();
    await expect.poll(() => clipboard(editor)).toBe(password);
    await box.getByRole('button', { name: 'Copy address', exact: true }).click();
    await expect.poll(() => clipboard(editor)).toBe(url);

    // A new address goes out with the password that is still known.
    await choose(editor, 'Handed', 'New address');
    await editor.getByRole('alertdialog').getByRole('button').last().click();
    const address = box.getByRole('textbox', { name: 'Address', exact: true });
    await expect.poll(() => address.inputValue()).not.toBe(url);
    expect(await box.getByRole('textbox', { name: 'Password' }).inputValue()).toBe(password);

    await manager.getByRole('button', { name: 'Close', exact: true }).click();
    await editor.getByRole('button', { name: 'Manage share links' }).click();
    await manager.getByRole('heading', { name: 'Handed' }).waitFor();
    expect(await box.count()).toBe(0);
    expect(await editor.content()).not.toContain(password);
  });

  it('is asked before a password that was not copied is gone', async () => {
    const { documentId } = await newDocument(app, 'author');
    await openEntry(app, editor, DOCUMENT, documentId);
    await editor.getByRole('button', { name: 'Create share link' }).click();
    const form = editor.getByRole('dialog', { name: 'Create share link' });
    await form.getByRole('textbox', { name: 'Name' }).fill('Not copied');
    await form.getByRole('button', { name: 'Generate' }).click();
    await form.getByRole('button', { name: 'Create link', exact: true }).click();
    const box = editor.getByRole('group', { name: 'Hand over link Not copied' });
    await box.waitFor();

    const question = editor.getByRole('alertdialog', { name: 'Close without the password?' });
    for (const leave of [
      () => box.getByRole('button', { name: 'Done' }).click(),
      () => editor.keyboard.press('Escape'),
    ]) {
      await leave();
      await question.waitFor();
      await expectAccessible(editor, question);
      await question.getByRole('button', { name: 'Go back' }).click();
      await question.waitFor({ state: 'hidden' });
      expect(await box.isVisible()).toBe(true);
    }
    await box.getByRole('button', { name: 'Copy password' }).click();
    await box.getByRole('button', { name: 'Done' }).click();
    await box.waitFor({ state: 'hidden' });
    expect(await question.count()).toBe(0);
  });

  it('hands over a changed password, and a new address without one', async () => {
    const { documentId } = await newDocument(app, 'author');
    await shareEntry(app, {
      by: 'author',
      documentId,
      label: 'Again',
      password: 'a long password',
    });
    await openEntry(app, editor, DOCUMENT, documentId);
    await editor.getByRole('button', { name: 'Manage share links' }).click();
    const manager = editor.getByRole('dialog', { name: 'Manage share links' });
    const box = manager.getByRole('group', { name: 'Hand over link Again' });

    await choose(editor, 'Again', 'New address');
    await editor.getByRole('alertdialog').getByRole('button').last().click();
    await box.getByText('The password stays the same').waitFor();
    expect(await box.getByRole('button', { name: 'Copy password' }).count()).toBe(0);
    await box.getByRole('button', { name: 'Done' }).click();
    await box.waitFor({ state: 'hidden' });

    await manager.getByRole('button', { name: 'Edit link Again' }).click();
    const edit = editor.getByRole('dialog', { name: 'Edit link Again' });
    await edit.getByRole('button', { name: 'Change password' }).click();
    await edit.getByRole('textbox', { name: 'Password' }).fill('another long password');
    await edit.getByRole('button', { name: 'Save changes' }).click();
    await box.waitFor();
    expect(await box.getByRole('textbox', { name: 'Password' }).inputValue()).toBe(
      'another long password'
    );
  });
});

it('the box fits on a phone, in the dark', async () => {
  const { documentId } = await newDocument(app);
  const phone = await panelPage(app, browser, 'editor', {
    theme: 'dark',
    viewport: { width: 390, height: 844 },
  });
  await openEntry(app, phone, DOCUMENT, documentId);
  await phone.getByRole('button', { name: 'Open more actions' }).click();
  await phone.getByRole('button', { name: 'Create share link' }).click();
  const form = phone.getByRole('dialog', { name: 'Create share link' });
  await form.getByRole('textbox', { name: 'Name' }).fill('For Lumen');
  await form.getByRole('button', { name: 'Generate' }).click();
  await shoot(phone, 'create-generated-phone');
  await form.getByRole('button', { name: 'Create link', exact: true }).click();
  const box = phone.getByRole('group', { name: 'Hand over link For Lumen' });
  await box.waitFor();
  expect(await sticksOut(box)).toEqual([]);
  await shoot(phone, 'hand-over-phone-dark');
  await expectAccessible(phone, box);
  await phone.context().close();
});

describe('copying an address that visitors can’t open', () => {
  it('says why', async () => {
    const { documentId } = await newDocument(app, 'author');
    const { url } = await shareEntry(app, { by: 'author', documentId, label: 'Closed' });
    await openEntry(app, editor, DOCUMENT, documentId);
    await editor.getByRole('button', { name: 'Manage share links' }).click();
    const manager = editor.getByRole('dialog', { name: 'Manage share links' });
    await choose(editor, 'Closed', 'Pause');
    await editor.getByText('Link paused').waitFor();
    await manager.getByRole('button', { name: 'Copy link Closed' }).click();
    await editor.getByText('Copied – but visitors can’t open it now (Paused).').waitFor();
    expect(await clipboard(editor)).toBe(url);
    await shoot(editor, 'copied-closed');
  });
});
