import type { Page } from 'playwright-core';
import jsQR from 'jsqr';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';

import { DAY_MS } from '../../contracts/dates';
import {
  arrowTo,
  expectAccessible,
  freshPage,
  openEntry,
  panelPage,
  shoot,
  tabTo,
} from '../support/browser';
import { login } from '../support/client';
import { afterMs } from '../support/clock';
import { DOCUMENT, newDocument } from '../support/entries';
import { choose, openManager } from '../support/manager';
import { PASSWORD, shareEntry } from '../support/sharing';
import { useApp } from '../support/use-app';
import { useBrowser, usePanel } from '../support/use-panel';

const app = useApp();
const browser = useBrowser();
const admin = usePanel(app, browser, 'admin');

const refusal = (page: Page) =>
  page.getByRole('heading', { name: 'Invalid or expired public link' });

describe('a password', () => {
  it('is set in the form, requested before the page, and opens it', async () => {
    const { documentId, title } = await newDocument(app);
    await openEntry(app, admin, DOCUMENT, documentId);
    await admin.getByRole('button', { name: 'Create share link' }).click();
    const warning = admin.getByRole('dialog', { name: 'Create share link' });
    await warning.getByRole('textbox', { name: 'Name' }).fill('Locked');
    await warning.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
    await expectAccessible(admin, warning);
    await shoot(admin, 'create-with-password');
    await warning.getByRole('button', { name: 'Create link', exact: true }).click();
    const manager = admin.getByRole('dialog', { name: 'Manage share links' });
    const url = await manager.getByRole('textbox', { name: 'Address of link Locked' }).inputValue();

    const visitor = await freshPage(browser);
    await visitor.goto(url);
    await visitor.getByRole('heading', { name: 'This page needs a password' }).waitFor();
    expect(await visitor.locator('body').innerText()).not.toContain(title);
    await expectAccessible(visitor);
    await shoot(visitor, 'gate');
    await visitor.getByLabel('Password').fill('wrong horse battery');
    await visitor.keyboard.press('Enter');
    await visitor.getByRole('alert').waitFor();
    await expectAccessible(visitor);
    await shoot(visitor, 'gate-wrong');
    await visitor.getByLabel('Password').fill(PASSWORD);
    await visitor.getByRole('button', { name: 'Open the page' }).click();
    await visitor.getByRole('heading', { level: 1, name: title }).waitFor();
    await visitor.reload();
    await visitor.getByRole('heading', { level: 1, name: title }).waitFor();

    await admin.getByRole('button', { name: 'Edit link Locked' }).click();
    const edit = admin.getByRole('dialog', { name: 'Edit link Locked' });
    await edit.getByRole('button', { name: 'Show password' }).click();
    await edit
      .getByText(PASSWORD)
      .or(edit.locator(`input[value="${PASSWORD}"]`))
      .waitFor();
    await shoot(admin, 'password-shown');
    await visitor.context().close();
  });

  it('works without script, in the dark scheme and on a phone', async () => {
    const { token, entryTitle } = await shareEntry(app, { password: PASSWORD });
    const visitor = await freshPage(browser, {
      javaScriptEnabled: false,
      colorScheme: 'dark',
      viewport: { width: 360, height: 740 },
    });
    await visitor.goto(`${app.url}/share/${token}`);
    await shoot(visitor, 'gate-phone-dark');
    await visitor.getByLabel('Password').fill(PASSWORD);
    await visitor.getByRole('button', { name: 'Open the page' }).click();
    await visitor.getByRole('heading', { level: 1, name: entryTitle! }).waitFor();
    await visitor.context().close();
  });
});

describe('a link in use', () => {
  it('is over when an open page is loaded again after its end', async () => {
    const { token, entryTitle } = await shareEntry(app, { expiresIn: '1d' });
    const visitor = await freshPage(browser);
    await visitor.goto(`${app.url}/share/${token}`);
    await visitor.getByRole('heading', { level: 1, name: entryTitle! }).waitFor();
    await afterMs(DAY_MS, () => visitor.reload());
    await refusal(visitor).waitFor();
    await visitor.context().close();
  });

  it('is closed by a pause, opens again at the same address, and gets a new one', async () => {
    const { documentId, title } = await newDocument(app);
    const { url } = await shareEntry(app, { documentId, label: 'Living' });
    const visitor = await freshPage(browser);
    const manager = await openManager(app, admin, documentId);

    await choose(admin, 'Living', 'Pause');
    await manager.getByText('Paused').waitFor();
    await shoot(admin, 'manager-paused');
    await visitor.goto(url!);
    await refusal(visitor).waitFor();

    await choose(admin, 'Living', 'Resume');
    await manager.getByText('Active').waitFor();
    await visitor.goto(url!);
    await visitor.getByRole('heading', { level: 1, name: title }).waitFor();

    await choose(admin, 'Living', 'New address');
    const confirm = admin.getByRole('alertdialog');
    await shoot(admin, 'rotate');
    await expectAccessible(admin, confirm);
    await confirm.getByRole('button').last().click();
    const address = manager.getByRole('textbox', { name: 'Address of link Living' });
    await expect.poll(() => address.inputValue()).not.toBe(url);
    await visitor.goto(await address.inputValue());
    await visitor.getByRole('heading', { level: 1, name: title }).waitFor();
    await visitor.goto(url!);
    await refusal(visitor).waitFor();
    await visitor.context().close();
  });

  it('is not overwritten by a form when somebody else has changed it', async () => {
    const { documentId } = await newDocument(app);
    const link = await shareEntry(app, { documentId, label: 'Contested' });
    await openManager(app, admin, documentId);
    await admin.getByRole('button', { name: 'Edit link Contested' }).click();
    const edit = admin.getByRole('dialog', { name: 'Edit link Contested' });
    await edit.getByRole('textbox', { name: 'Name' }).fill('Mine');
    const editor = await login(app, 'editor');
    await editor('PUT', `/share-links/links/${link.id}`, { data: { label: 'Theirs' } });
    await edit.getByRole('button', { name: 'Save changes' }).click();
    await admin.getByText('Somebody changed this link meanwhile').first().waitFor();
    await shoot(admin, 'edit-overtaken');
    const { body } = await editor<{ data: { label: string } }>(
      'GET',
      `/share-links/links/${link.id}`
    );
    expect(body.data.label).toBe('Theirs');
  });
});

it('the form and the menu can be used by keyboard alone', async () => {
  const { documentId } = await newDocument(app);
  await shareEntry(app, { documentId, label: 'Keys' });
  const manager = await openManager(app, admin, documentId);
  await tabTo(admin, 'Edit link Keys');
  await admin.keyboard.press('Enter');
  const edit = admin.getByRole('dialog', { name: 'Edit link Keys' });
  await edit.waitFor();
  await tabTo(admin, 'Name');
  await admin.keyboard.press('End');
  await admin.keyboard.type(' and more');
  await tabTo(admin, 'More options');
  await admin.keyboard.press('Enter');
  await tabTo(admin, 'Limit on different visitors');
  await admin.keyboard.type('3');
  await admin.keyboard.press('Enter');
  await edit.waitFor({ state: 'hidden' });
  await manager.getByRole('heading', { name: 'Keys and more' }).waitFor();

  await tabTo(admin, 'More actions for link Keys and more');
  await admin.keyboard.press('Enter');
  await arrowTo(admin, 'Pause');
  await admin.keyboard.press('Enter');
  await manager.getByText('Paused').waitFor();
});

it('the history exists from the first link on, and not before', async () => {
  const { documentId } = await newDocument(app);
  await openEntry(app, admin, DOCUMENT, documentId);
  await admin.getByRole('button', { name: 'Create share link' }).waitFor();
  expect(await admin.getByRole('button', { name: 'Share history' }).count()).toBe(0);

  const { id } = await shareEntry(app, { documentId, label: 'The only one' });
  const manager = await openManager(app, admin, documentId);
  await manager.getByRole('tab', { name: 'History' }).click();
  const table = manager.getByRole('table', { name: 'History' });
  await table.getByRole('row', { name: /The only one[\s\S]*Active/ }).waitFor();

  const editor = await login(app, 'editor');
  await editor('DELETE', `/share-links/links/${id}`);
  await openEntry(app, admin, DOCUMENT, documentId);
  await admin.getByRole('button', { name: 'Share history' }).click();
  await table.getByRole('row', { name: /The only one[\s\S]*Deleted/ }).waitFor();
});

it('the history shows three links by two people, and the timeline says who did what', async () => {
  const { documentId } = await newDocument(app);
  const first = await shareEntry(app, { documentId, label: 'First' });
  await shareEntry(app, { documentId, label: 'Second', by: 'admin' });
  await shareEntry(app, { documentId, label: 'Third', password: PASSWORD });
  const editor = await login(app, 'editor');
  await editor('DELETE', `/share-links/links/${first.id}`);
  const manager = await openManager(app, admin, documentId);
  await manager.getByRole('tab', { name: 'History' }).click();
  const rows = manager.getByRole('table', { name: 'History' }).getByRole('row');
  await expect.poll(() => rows.count()).toBe(4);
  const texts = await rows.allInnerTexts();
  expect(texts[1]).toMatch(/Third[\s\S]*Edith Editor[\s\S]*Active/i);
  expect(texts[2]).toMatch(/Second[\s\S]*Ada Admin[\s\S]*Active/i);
  expect(texts[3]).toMatch(/First[\s\S]*Edith Editor[\s\S]*Deleted[\s\S]*Edith Editor/i);
  await shoot(admin, 'history');
  await expectAccessible(admin, manager);
  await manager.getByRole('button', { name: 'Timeline of link First' }).click();
  const timeline = admin.getByRole('dialog', { name: 'Timeline of link First' });
  await timeline.getByText('Edith Editor created the link').waitFor();
  expect(await timeline.getByRole('listitem').count()).toBe(2);
  await shoot(admin, 'timeline');
  await expectAccessible(admin, timeline);
});

it('the QR code on the screen and in each download contains the address', async () => {
  const { documentId } = await newDocument(app);
  const { url } = await shareEntry(app, { documentId, label: 'Printed' });
  await openManager(app, admin, documentId);
  await choose(admin, 'Printed', 'QR code');
  const dialog = admin.getByRole('dialog', { name: 'QR code of link Printed' });
  const picture = dialog.getByRole('img');
  await picture.waitFor();
  await shoot(admin, 'qr');
  await expectAccessible(admin, dialog);
  expect(await decode(await picture.screenshot())).toBe(url);
  for (const name of ['PNG, 512 pixels', 'PNG, 1024 pixels', 'SVG']) {
    const [download] = await Promise.all([
      admin.waitForEvent('download'),
      dialog.getByRole('button', { name: `Download ${name}` }).click(),
    ]);
    expect(await decode(await download.path())).toBe(url);
  }
});

describe('the page of all links', () => {
  it('filters, pauses several links, and pauses the whole site', async () => {
    const { token } = await shareEntry(app, { label: 'Of the whole site' });
    await admin.goto(`${app.url}/admin/plugins/share-links`);
    await admin.getByRole('table', { name: 'Share links' }).waitFor();
    await shoot(admin, 'site');
    await expectAccessible(admin, admin.locator('main'));
    await admin.getByRole('checkbox', { name: 'Select link Of the whole site' }).click();
    await admin.getByRole('button', { name: 'Pause', exact: true }).click();
    await admin.getByRole('alertdialog').getByRole('button').last().click();
    const row = admin.getByRole('row', { name: /Of the whole site/ });
    await row.getByText('Paused').waitFor();
    await admin.getByRole('button', { name: 'Details of link Of the whole site' }).click();
    const details = admin.getByRole('dialog');
    await details
      .getByRole('button', { name: /^Resume/ })
      .first()
      .click();
    await details.getByText('Active').first().waitFor();
    await shoot(admin, 'site-details');
    await expectAccessible(admin, details);
    await admin.keyboard.press('Escape');

    await admin.getByRole('button', { name: 'Pause all sharing' }).click();
    const confirm = admin.getByRole('alertdialog');
    await shoot(admin, 'site-pause');
    await confirm.getByRole('button').last().click();
    await admin
      .getByText(/Ada Admin/)
      .first()
      .waitFor();
    await expectAccessible(admin, admin.locator('main'));
    await shoot(admin, 'site-paused');
    const visitor = await freshPage(browser);
    await visitor.goto(`${app.url}/share/${token}`);
    await refusal(visitor).waitFor();
    await admin.getByRole('button', { name: 'Resume sharing' }).click();
    const resume = admin.getByRole('alertdialog');
    if (await resume.isVisible().catch(() => false))
      await resume.getByRole('button').last().click();
    await admin.getByRole('button', { name: 'Pause all sharing' }).waitFor();
    const answer = await visitor.reload();
    expect(answer?.status()).toBe(200);
    await visitor.context().close();
  });

  it('lets a person with only the right to read look and copy, and nothing else', async () => {
    await shareEntry(app, { label: 'Only to be read' });
    const reader = await panelPage(app, browser, 'reader');
    await reader.goto(`${app.url}/admin/plugins/share-links`);
    await reader.getByText('Only to be read', { exact: true }).waitFor();
    expect(await reader.getByRole('checkbox').count()).toBe(0);
    await reader.getByRole('button', { name: 'Details of link Only to be read' }).click();
    const details = reader.getByRole('dialog');
    await details.getByRole('button', { name: /^Copy link/ }).waitFor();
    expect(await details.getByRole('button', { name: /Pause|Delete/ }).count()).toBe(0);
    expect(await reader.getByRole('button', { name: 'Pause all sharing' }).count()).toBe(0);
    await reader.context().close();
  });

  it('is in the menu of a person who may share', async () => {
    const author = await panelPage(app, browser, 'author');
    await author.getByRole('link', { name: 'Share links' }).first().waitFor();
    await author.context().close();
  });
});

describe('the settings page', () => {
  it('changes what visitors get on their next request', async () => {
    const { token } = await shareEntry(app);
    const editor = await login(app, 'editor');
    const links = await editor<{ data: { id: number }[] }>('GET', '/share-links/links?pageSize=1');
    await editor('DELETE', `/share-links/links/${links.body.data[0]!.id}`);
    const visitor = await freshPage(browser);
    expect((await visitor.goto(`${app.url}/share/${token}`))?.status()).toBe(404);

    await admin.goto(`${app.url}/admin/settings/share-links`);
    await admin.getByRole('heading', { name: 'Share links' }).first().waitFor();
    await expectAccessible(admin, admin.locator('main'));
    await admin.getByRole('radio', { name: /Explain/i }).click();
    await admin.getByRole('button', { name: 'Save' }).click();
    await expect
      .poll(async () => (await visitor.goto(`${app.url}/share/${token}`))?.status())
      .toBe(403);
    await visitor.getByRole('heading', { name: 'Access Denied' }).waitFor();
    await expectAccessible(visitor);
    await shoot(visitor, 'explained');
    await admin.reload();
    await expect.poll(() => admin.getByRole('radio', { name: /Explain/i }).isChecked()).toBe(true);
    await shoot(admin, 'settings', true);
    await visitor.context().close();
  });

  it.each([
    ['dark', 1440],
    ['light', 390],
  ] as const)('is readable and accessible: %s, %i px', async (theme, width) => {
    const page = await panelPage(app, browser, 'admin', {
      theme,
      viewport: { width, height: 1000 },
    });
    await page.goto(`${app.url}/admin/settings/share-links`);
    await page.getByRole('button', { name: 'Save' }).waitFor();
    await page.waitForTimeout(500);
    await expectAccessible(page, page.locator('main'));
    await shoot(page, `settings-${theme}-${width}`, true);
    await page.goto(`${app.url}/admin/plugins/share-links`);
    await page.getByText('For Fjord Foods').first().waitFor();
    await expectAccessible(page, page.locator('main'));
    await shoot(page, `site-${theme}-${width}`);
    await page.context().close();
  });
});

async function decode(image: Buffer | string): Promise<string | undefined> {
  const { data, info } = await sharp(image, { density: 400 })
    .flatten({ background: '#fff' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data;
}
