import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';

import type { Link } from '../../contracts/links';
import {
  cardOf,
  expectAccessible,
  focusedName,
  freshPage,
  openEntry,
  panelPage,
  shoot,
  tabTo,
} from '../support/browser';
import { login } from '../support/client';
import { DOCUMENT, PROJECT, demoEntry, newDocument, newProject } from '../support/entries';
import { useApp } from '../support/use-app';
import { useBrowser, usePanel } from '../support/use-panel';

const app = useApp();
const browser = useBrowser();
const editor = usePanel(app, browser, 'editor');

const LUMEN = 'Lumen Energy customer portal';
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

describe('an editor', () => {
  it('shares a project, a visitor opens it, and the editor deletes the link', async () => {
    const project = await demoEntry(app, PROJECT, LUMEN);
    await openEntry(app, editor, PROJECT, project.documentId);
    await editor.getByText('Not shared').waitFor();
    await shoot(editor, 'panel-not-shared');

    await editor.getByRole('button', { name: 'Create share link' }).click();
    const warning = editor.getByRole('dialog', { name: 'Create share link' });
    await warning.waitFor();
    const text = await warning.innerText();
    expect(text).toMatch(/without logging in/i);
    expect(text).toMatch(/published version/i);
    for (const label of ['Title', 'Customer', 'Task groups', 'Attachments']) {
      expect(text).toContain(label);
    }
    expect(text).toMatch(/delete (the|this) link at any time/i);
    expect(text).not.toMatch(/budget|internal notes/i);
    await shoot(editor, 'warning');
    await expectAccessible(editor, editor.getByRole('dialog'));
    await warning.getByRole('textbox', { name: 'Name' }).fill('For Lumen Energy');
    await warning.getByRole('button', { name: 'Create link' }).click();

    const manager = editor.getByRole('dialog', { name: 'Manage share links' });
    await manager.waitFor();
    await warning.waitFor({ state: 'hidden' });
    expect(await manager.innerText()).toContain('Edith Editor');
    await manager.getByRole('button', { name: 'Copy link For Lumen Energy' }).click();
    await editor.getByText('Link copied to clipboard!').waitFor();
    await shoot(editor, 'manager');
    await expectAccessible(editor, editor.getByRole('dialog'));
    const url = await clipboard(editor);
    expect(url).toMatch(/\/share\/[\w-]{32}$/);
    expect(
      await manager.getByRole('link', { name: 'Open link For Lumen Energy in new tab' }).isEnabled()
    ).toBe(true);

    const visitor = await freshPage(browser);
    const outside: string[] = [];
    visitor.on('request', (request) => {
      if (!request.url().startsWith(app.url)) outside.push(request.url());
    });
    const answer = await visitor.goto(url);
    expect(answer?.status()).toBe(200);
    // The only cookie recognizes a returning visitor, for this link alone.
    expect(await visitor.context().cookies()).toMatchObject([
      { name: 'share-viewer', path: new URL(visitor.url()).pathname, httpOnly: true },
    ]);
    await visitor.getByRole('heading', { level: 1, name: LUMEN }).waitFor();
    const shown = await visitor.locator('main').innerText();
    expect(shown).toContain('Lumen Energy');
    expect(shown).toContain('Read hourly values from the national data hub');
    expect(shown).toContain('Edith Editor');
    const images = visitor.locator('main img');
    expect(await images.count()).toBeGreaterThan(1);
    for (const image of await images.all()) {
      await image.scrollIntoViewIfNeeded();
      await expect
        .poll(() => image.evaluate((element) => (element as HTMLImageElement).naturalWidth))
        .toBeGreaterThan(0);
    }
    const file = visitor.getByRole('link', { name: /status-report\.pdf/ });
    const download = await visitor.request.get(
      new URL((await file.getAttribute('href'))!, app.url).href
    );
    expect((await download.body()).subarray(0, 5).toString()).toBe('%PDF-');
    expect(outside).toEqual([]);
    await expectAccessible(visitor);
    await visitor.evaluate(() => window.scrollTo(0, 0));
    await shoot(visitor, 'page', true);

    await manager.getByRole('button', { name: 'Delete link For Lumen Energy' }).click();
    const confirm = editor.getByRole('alertdialog');
    expect(await confirm.innerText()).toContain(
      'Are you sure you want to delete this public link? Anyone with the link will no longer be able to access the entry.'
    );
    await shoot(editor, 'delete');
    await expectAccessible(editor, editor.getByRole('alertdialog'));
    await confirm.getByRole('button', { name: 'Delete link' }).click();
    await editor.getByText('Link deleted').waitFor();
    await manager.waitFor({ state: 'hidden' });
    await editor.getByRole('button', { name: 'Create share link' }).waitFor();
    await editor.getByText('Not shared').waitFor();

    const refused = await visitor.reload();
    expect(refused?.status()).toBe(404);
    await visitor.getByRole('heading', { name: 'Invalid or expired public link' }).waitFor();
    expect(await visitor.locator('body').innerText()).not.toContain('Lumen');
    await expectAccessible(visitor);
    await shoot(visitor, 'refusal');
  });

  it('names, renames and deletes several links of one entry', async () => {
    const { documentId } = await newDocument(app);
    await openEntry(app, editor, DOCUMENT, documentId);
    await editor.getByRole('button', { name: 'Create share link' }).click();
    await editor.getByRole('textbox', { name: 'Name' }).fill('Customer A');
    await editor.getByRole('button', { name: 'Create link', exact: true }).click();
    const manager = editor.getByRole('dialog', { name: 'Manage share links' });
    await manager.getByRole('button', { name: 'Create another link' }).click();
    await editor.getByRole('textbox', { name: 'Name', exact: true }).fill('Customer B');
    await editor.getByRole('button', { name: 'Create link', exact: true }).click();
    await manager.getByRole('button', { name: 'Copy link Customer B' }).waitFor();
    await manager.getByRole('button', { name: 'Copy link Customer A' }).waitFor();

    await manager.getByRole('button', { name: 'Rename link Customer A' }).click();
    await manager.getByRole('textbox', { name: 'Name of link Customer A' }).fill('Customer C');
    await manager.getByRole('button', { name: 'Save name' }).click();
    await manager.getByRole('button', { name: 'Copy link Customer C' }).waitFor();
    await shoot(editor, 'manager-two-links');

    await manager.getByRole('button', { name: 'Delete link Customer B' }).click();
    await editor.getByRole('alertdialog').getByRole('button', { name: 'Delete link' }).click();
    await manager
      .getByRole('button', { name: 'Copy link Customer B' })
      .waitFor({ state: 'hidden' });
    await manager.getByRole('button', { name: 'Close', exact: true }).click();
    await editor.getByText('1 live link').waitFor();
    await editor.getByRole('button', { name: 'Manage share links' }).waitFor();
  });

  it('can copy a link without the Clipboard API, too', async () => {
    const { documentId } = await newDocument(app);
    const { url } = await shareAs('editor', documentId);
    const page = await panelPage(app, browser, 'editor');
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
    });
    await openEntry(app, page, DOCUMENT, documentId);
    await page.getByRole('button', { name: 'Manage share links' }).click();
    await page.getByRole('button', { name: /^Copy link/ }).click();
    await page.getByText('Link copied to clipboard!').waitFor();

    const paste = await page.context().newPage();
    await paste.setContent('<textarea></textarea>');
    await paste.locator('textarea').focus();
    await paste.keyboard.press('Control+V');
    expect(await paste.locator('textarea').inputValue()).toBe(url);
    await page.context().close();
  });

  it('can do everything by keyboard alone', async () => {
    const { documentId } = await newDocument(app);
    await openEntry(app, editor, DOCUMENT, documentId);
    await editor.getByRole('button', { name: 'Create share link' }).focus();
    await editor.keyboard.press('Enter');
    await editor.getByRole('dialog', { name: 'Create share link' }).waitFor();
    await tabTo(editor, 'Name');
    await editor.keyboard.type('By keyboard');
    await editor.keyboard.press('Enter');
    await editor.getByRole('dialog', { name: 'Manage share links' }).waitFor();
    await tabTo(editor, 'Copy link By keyboard');
    await editor.keyboard.press('Enter');
    await editor.getByText('Link copied to clipboard!').waitFor();
    await tabTo(editor, 'Delete link By keyboard');
    await editor.keyboard.press('Enter');
    await editor.getByRole('alertdialog').waitFor();
    await tabTo(editor, 'Delete link');
    await editor.keyboard.press('Enter');
    await editor.getByText('Not shared').waitFor();
    await expect.poll(() => focusedName(editor)).toBe('Create share link');
  });

  it('can share an entry right after its first save, and the panel says so before', async () => {
    await editor.goto(`${app.url}/admin/content-manager/collection-types/${DOCUMENT}/create`);
    await editor.getByText('Save this entry first to share it.').waitFor();
    await shoot(editor, 'panel-unsaved');
    await editor.getByRole('textbox', { name: 'Title' }).fill('Made a moment ago');
    await editor.getByRole('button', { name: 'Save', exact: true }).click();
    await editor.getByText('Not shared').waitFor();
    await editor.getByRole('button', { name: 'Create share link' }).click();
    await editor.getByRole('button', { name: 'Create link', exact: true }).click();
    await editor.getByRole('dialog', { name: 'Manage share links' }).waitFor();
  });

  it('gets a warning when the entry has never been published', async () => {
    const { documentId } = await app.strapi
      .documents(PROJECT)
      .create({ data: { title: 'Draft only' } as never });
    await openEntry(app, editor, PROJECT, documentId);
    await editor.getByRole('button', { name: 'Create share link' }).click();
    const text = await editor.getByRole('dialog', { name: 'Create share link' }).innerText();
    expect(text).toMatch(/draft/i);
    await shoot(editor, 'warning-draft');
  });

  it('gets the link that somebody else has created in the meantime, in single mode', async () => {
    const { documentId } = await newProject(app);
    await openEntry(app, editor, PROJECT, documentId);
    await editor.getByRole('button', { name: 'Create share link' }).click();
    await editor.getByRole('dialog', { name: 'Create share link' }).waitFor();
    await shareAs('admin', documentId, PROJECT);
    await editor.getByRole('button', { name: 'Create link', exact: true }).click();
    const manager = editor.getByRole('dialog', { name: 'Manage share links' });
    await manager.getByText('A public link already exists for this entry').waitFor();
    expect(await manager.innerText()).toContain('Ada Admin');
  });
});

it('an author learns why they can’t share somebody else’s project', async () => {
  const project = await demoEntry(app, PROJECT, 'Ticketless boarding for Harbour Line');
  const author = await panelPage(app, browser, 'author');
  await openEntry(app, author, PROJECT, project.documentId);
  const button = author.getByRole('button', { name: 'Create share link' });
  await author.getByText('Your role lets you share only some entries').waitFor();
  expect(await button.isDisabled()).toBe(true);
  await expectAccessible(author, cardOf(author));
  await shoot(author, 'panel-author');

  const own = await newProject(app, 'author');
  await openEntry(app, author, PROJECT, own.documentId);
  await author.getByRole('button', { name: 'Create share link' }).click();
  await author.getByRole('button', { name: 'Create link', exact: true }).click();
  await author.getByRole('dialog', { name: 'Manage share links' }).waitFor();
  await author.context().close();
});

it('a reader sees the links read-only and can copy them', async () => {
  const { documentId } = await newDocument(app);
  const { url } = await shareAs('editor', documentId, DOCUMENT, 'For the reader to see');
  const reader = await panelPage(app, browser, 'reader');
  await openEntry(app, reader, DOCUMENT, documentId);
  await reader.getByRole('button', { name: 'View share links' }).click();
  const manager = reader.getByRole('dialog', { name: 'View share links' });
  expect(await manager.innerText()).toContain('Your role does not allow you to share entries');
  await shoot(reader, 'manager-reader');
  await manager.getByRole('button', { name: 'Copy link For the reader to see' }).click();
  await reader.getByText('Link copied to clipboard!').waitFor();
  expect(await clipboard(reader)).toBe(url);
  for (const name of [/^Delete link/, /^Rename link/, /^Create/]) {
    expect(await manager.getByRole('button', { name }).count()).toBe(0);
  }
  await expectAccessible(reader, reader.getByRole('dialog'));
  await reader.context().close();
});

it('a super admin sees the Share column and its fields in the role matrix', async () => {
  const admin = await panelPage(app, browser, 'admin');
  const role = await app.strapi.db
    .query('admin::role')
    .findOne({ where: { code: 'strapi-editor' } });
  await admin.goto(`${app.url}/admin/settings/roles/${(role as { id: number }).id}`);
  await admin.getByText('Share', { exact: true }).first().waitFor();
  await admin.getByRole('button', { name: 'Project' }).first().click();
  await admin.getByText('budget').first().waitFor();
  await shoot(admin, 'role-matrix');
  const ticks = admin.getByRole('checkbox', { name: /Select summary Share permission/i });
  expect(await ticks.first().isChecked()).toBe(true);
  await admin.context().close();
});

async function shareAs(
  who: 'admin' | 'editor',
  documentId: string,
  contentType: string = DOCUMENT,
  label?: string
): Promise<Link> {
  const client = await login(app, who);
  const { body } = await client<{ data: Link }>('POST', '/share-links/links', {
    data: { contentType, documentId, ...(label ? { label } : {}) },
  });
  return body.data;
}
