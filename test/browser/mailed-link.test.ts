import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';

import { DAY_MS } from '../../contracts/dates';
import type { Link } from '../../contracts/links';
import type { SettingsAnswer } from '../../contracts/settings';
import {
  arrowTo,
  expectAccessible,
  expectFocusSeen,
  focusedName,
  freshPage,
  openEntry,
  panelPage,
  shoot,
} from '../support/browser';
import { ACTOR_PASSWORD, login } from '../support/client';
import { inDays } from '../support/dates';
import { DOCUMENT, HOMEPAGE, PAGE, createEntry, newDocument } from '../support/entries';
import { addressIn, holdReminders, mailAbout, mailEnv, runReminders } from '../support/mails';
import { saveSettings } from '../support/settings';
import { shareEntry } from '../support/sharing';
import type { ShareOptions, Shared } from '../support/sharing';
import { useApp, useMailServer } from '../support/use-app';
import { useBrowser, usePanel } from '../support/use-panel';
import { openLink, visitsOf } from '../support/visits';

const post = useMailServer();
const app = useApp(() => mailEnv(post));
const browser = useBrowser();
const editor = usePanel(app, browser, 'editor');

beforeAll(async () => {
  holdReminders(app);
  await settings({ reminderDays: 3 });
});

const settings = (data: object) => saveSettings(app, data);

async function read({ id }: { id: number }): Promise<Link> {
  const client = await login(app, 'admin');
  return (await client<{ data: Link }>('GET', `/share-links/links/${id}`)).body.data;
}

/** A link that ends soon, and the address in the mail about it. */
async function reminded(options: ShareOptions = {}): Promise<{ link: Shared; address: string }> {
  const link = await shareEntry(app, { label: 'For Lumen', expiresAt: inDays(2), ...options });
  await runReminders(app);
  return { link, address: addressIn(await mailAbout(post, link)) };
}

const formOf = (page: Page): Locator => page.getByRole('dialog', { name: 'Edit link For Lumen' });

/** The form is open, with the focus on the choice of an end. */
async function expectReady(page: Page): Promise<void> {
  await formOf(page).waitFor();
  await expect.poll(() => focusedName(page)).toBe('Expiry');
}

async function extend(page: Page): Promise<void> {
  await formOf(page).getByRole('button', { name: 'Save changes' }).click();
  await page.getByText('Link saved').last().waitFor();
  await formOf(page).waitFor({ state: 'hidden' });
}

describe('the address in a reminder', () => {
  it('leads through the login to the form, where one click extends the link', async () => {
    const { link, address } = await reminded();
    const page = await freshPage(browser);
    await page.goto(address);
    await page.getByLabel('Email').fill('editor@example.com');
    await page.getByLabel('Password', { exact: false }).first().fill(ACTOR_PASSWORD);
    await page.getByRole('button', { name: 'Login' }).click();
    await expectReady(page);
    expect((await read(link)).updatedAt).toBe(link.updatedAt);

    await extend(page);
    const { expiresAt } = await read(link);
    expect(new Date(expiresAt!).getTime()).toBeGreaterThan(
      new Date(link.expiresAt!).getTime() + DAY_MS
    );
    await page.getByRole('dialog', { name: 'Manage share links' }).waitFor();
    expect(page.url()).not.toContain('shareLink');
    await page.context().close();
  });

  it.each([
    ['light', 1440, 'editor'],
    ['dark', 1440, 'admin'],
    ['light', 390, 'admin'],
  ] as const)('opens an accessible form: %s, %i px', async (theme, width, who) => {
    const { address } = await reminded();
    const viewport = { width, height: 1000 };
    const page = await panelPage(app, browser, who, { theme, viewport });
    await page.goto(address);
    await expectReady(page);
    await formOf(page).getByText('So far: ').waitFor();
    await shoot(page, `mailed-link-${theme}-${width}`);
    await expectFocusSeen(page);
    await expectAccessible(page, formOf(page));
    await page.context().close();
  });

  it('works by keyboard alone, also with another end than the proposed one', async () => {
    const { link, address } = await reminded();
    await editor.goto(address);
    await expectReady(editor);
    await editor.keyboard.press('Enter');
    await arrowTo(editor, '1 month');
    await editor.keyboard.press('Enter');
    await expect.poll(() => focusedName(editor)).toBe('Expiry');
    await extend(editor);
    const left = new Date((await read(link)).expiresAt!).getTime() - Date.now();
    expect(Math.abs(left - 30 * DAY_MS)).toBeLessThan(60_000);
  });

  it('opens the form once: after closing or a reload, the page is as usual', async () => {
    const { link, address } = await reminded();
    await editor.goto(address);
    await expectReady(editor);
    await editor.keyboard.press('Escape');
    await formOf(editor).waitFor({ state: 'hidden' });
    await editor.getByRole('dialog', { name: 'Manage share links' }).waitFor();
    await expect.poll(() => focusedName(editor)).toBe('Edit link For Lumen');
    await editor.reload();
    await editor.getByRole('button', { name: 'Manage share links' }).waitFor();
    expect(await editor.getByRole('dialog').count()).toBe(0);
    expect((await read(link)).updatedAt).toBe(link.updatedAt);
  });

  it('opens the form for a link that has expired in the meantime', async () => {
    const { link, address } = await reminded({ expiresAt: inDays(1) });
    await app.strapi.db
      .query('plugin::share-links.link')
      .update({ where: { id: link.id }, data: { expiresAt: inDays(-1) } });
    await editor.goto(address);
    await expectReady(editor);
    await extend(editor);
    expect((await read(link)).state).toBe('active');
  });

  it('leads to the language of an entry, and to a single type', async () => {
    const { documentId } = await createEntry(app, PAGE, { title: 'Bonjour' }, { locale: 'fr' });
    const french = await reminded({ contentType: PAGE, documentId, locale: 'fr' });
    await editor.goto(french.address);
    await expectReady(editor);
    expect(editor.url()).toContain('=fr');
    await extend(editor);

    const home = (await app.strapi.documents(HOMEPAGE).findFirst({}))!;
    const single = await reminded({ contentType: HOMEPAGE, documentId: home.documentId });
    await editor.goto(single.address);
    await expectReady(editor);
    await extend(editor);
  });

  it('opens no form for a person who may not change the link', async () => {
    const { address } = await reminded();
    const page = await panelPage(app, browser, 'reader');
    await page.goto(address);
    await page.getByRole('heading', { name: 'Share links' }).waitFor();
    await expect.poll(() => page.url()).not.toContain('shareLink');
    await page.waitForLoadState('networkidle');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.context().close();
  });

  it.each(['extend-999999', 'extend-1', 'delete-1', 'nonsense'])(
    'opens no form with %s',
    async (ask) => {
      const { documentId } = await newDocument(app);
      await openEntry(app, editor, DOCUMENT, documentId, `?shareLink=${ask}`);
      await expect.poll(() => editor.url()).not.toContain('shareLink');
      await editor.waitForLoadState('networkidle');
      expect(await editor.getByRole('dialog').count()).toBe(0);
    }
  );
});

describe('the mail about the first visit', () => {
  it('is chosen in the form, sent at the visit, and leads to the visits', async () => {
    const { documentId } = await newDocument(app);
    await openEntry(app, editor, DOCUMENT, documentId);
    await editor.getByRole('button', { name: 'Create share link' }).click();
    const warning = editor.getByRole('dialog', { name: 'Create share link' });
    await warning.getByRole('textbox', { name: 'Name' }).fill('For Lumen');
    await warning.getByRole('button', { name: 'More options' }).click();
    await warning.getByRole('checkbox', { name: 'E-mail on the first visit' }).check();
    await warning.getByText('You get one e-mail when').scrollIntoViewIfNeeded();
    await shoot(editor, 'notify-first-visit');
    await expectAccessible(editor, warning);
    await warning.getByRole('button', { name: 'Create link', exact: true }).click();
    const manager = editor.getByRole('dialog', { name: 'Manage share links' });
    const url = await manager
      .getByRole('textbox', { name: 'Address of link For Lumen' })
      .inputValue();
    await manager.getByText('E-mail on the first visit').waitFor();

    await openLink(app, url.split('/').at(-1)!);
    const client = await login(app, 'admin');
    const { body } = await client<{ data: Link[] }>(
      'GET',
      `/share-links/links?contentType=${DOCUMENT}&documentId=${documentId}`
    );
    const link = body.data[0]!;
    await visitsOf(app, link.id, 1);
    await editor.goto(addressIn(await mailAbout(post, link)));
    const visits = editor.getByRole('dialog', { name: 'Visits to link For Lumen' });
    await visits.getByText('Firefox').waitFor();
    await editor.keyboard.press('Escape');

    await editor.getByRole('button', { name: 'Edit link For Lumen' }).click();
    await formOf(editor).getByRole('button', { name: 'More options' }).click();
    await formOf(editor).getByText('The link has been opened already.').waitFor();
  });

  it('is kept in a copy of a link, and shown in the details of a link', async () => {
    const { documentId } = await shareEntry(app, { label: 'For Lumen', notifyFirstVisit: true });
    await openEntry(app, editor, DOCUMENT, documentId);
    await editor.getByRole('button', { name: 'Manage share links' }).click();
    await editor.getByRole('button', { name: 'More actions for link For Lumen' }).click();
    await editor.getByRole('menuitem', { name: 'Duplicate settings into a new link' }).click();
    const warning = editor.getByRole('dialog', { name: 'Create share link' });
    await warning.getByRole('button', { name: 'More options' }).click();
    const box = warning.getByRole('checkbox', { name: 'E-mail on the first visit' });
    expect(await box.isChecked()).toBe(true);

    await editor.goto(`${app.url}/admin/plugins/share-links?_q=For%20Lumen`);
    await editor.getByRole('button', { name: 'Details of link For Lumen' }).first().click();
    const fact = editor.getByText('E-mail on the first visit', { exact: true });
    await fact.waitFor();
    expect(await fact.locator('..').innerText()).toContain('Yes');
  });
});

describe('the settings', () => {
  it('accept the days before a reminder, and an empty field', async () => {
    const page = await panelPage(app, browser, 'admin');
    await page.goto(`${app.url}/admin/settings/share-links`);
    const field = page.getByRole('textbox', { name: 'Days before a link ends' });
    expect(await field.inputValue()).toBe('3');
    const saved = async () => {
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByText('Settings saved').last().waitFor();
      const client = await login(app, 'admin');
      const { body } = await client<SettingsAnswer>('GET', '/share-links/settings');
      return body.data.reminderDays;
    };
    await field.fill('7');
    expect(await saved()).toBe(7);
    await field.fill('');
    await field.blur();
    expect(await saved()).toBeNull();
    await page.getByRole('heading', { name: 'Reminders' }).scrollIntoViewIfNeeded();
    await shoot(page, 'settings-reminders');
    await expectAccessible(page);
    await settings({ reminderDays: 3 });
    await page.context().close();
  });
});
