import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';

import type { SettingsAnswer } from '../../contracts/settings';
import { expectAccessible, panelPage, shoot } from '../support/browser';
import { login } from '../support/client';
import { shareEntry } from '../support/sharing';
import { useApp } from '../support/use-app';
import { useBrowser } from '../support/use-panel';

const OTHERS = /links that can be opened have no password/;
const DELETES = /the passwords kept so far are deleted for good/;

const app = useApp();
const browser = useBrowser();

beforeAll(async () => {
  await shareEntry(app, { label: 'Open to all' });
  await shareEntry(app, { label: 'Open to many' });
  await shareEntry(app, { label: 'Locked', password: 'correct horse battery' });
});

async function openSettings(page: Page): Promise<void> {
  await page.goto(`${app.url}/admin/settings/share-links`);
  await page.getByRole('button', { name: 'Save' }).waitFor();
}

const toggle = (page: Page, name: string) => page.getByLabel(name, { exact: true });

async function save(page: Page): Promise<SettingsAnswer> {
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Settings saved').last().waitFor();
  const client = await login(app, 'admin');
  return (await client<SettingsAnswer>('GET', '/share-links/settings')).body;
}

it('before saving, the page says what will be deleted and which links have no password', async () => {
  const page = await panelPage(app, browser, 'admin');
  await openSettings(page);
  expect(await page.getByText(OTHERS).count()).toBe(0);
  expect(await page.getByText(DELETES).count()).toBe(0);
  await toggle(page, 'Every link needs a password').click();
  await toggle(page, 'Passwords can be read back').click();
  await page.getByText(OTHERS).waitFor();
  await page.getByText(DELETES).waitFor();

  const { data, meta } = await save(page);
  expect(data).toMatchObject({ passwordRequired: true, passwordReveal: false });
  // The deleted passwords are gone; the links without a password are still listed.
  await expect.poll(() => page.getByText(DELETES).count()).toBe(0);
  await page.getByText(`${meta.withoutPassword} links that can be opened`).waitFor();
  await page.getByRole('link', { name: 'Show links without password' }).click();
  await page.getByRole('row', { name: /Open to all/ }).waitFor();
  await page.getByRole('row', { name: /Open to many/ }).waitFor();
  expect(await page.getByRole('row', { name: /Locked/ }).count()).toBe(0);

  await openSettings(page);
  await page.getByText(OTHERS).waitFor();
  expect(await page.getByText(DELETES).count()).toBe(0);
  await toggle(page, 'Every link needs a password').click();
  await toggle(page, 'Passwords can be read back').click();
  expect(await page.getByText(OTHERS).count()).toBe(0);
  await save(page);
  await page.context().close();
});

describe.each([
  ['dark', 1440],
  ['light', 390],
] as const)('both warnings: %s, %i px', (theme, width) => {
  it('are readable and accessible', async () => {
    const page = await panelPage(app, browser, 'admin', {
      theme,
      viewport: { width, height: 1000 },
    });
    await openSettings(page);
    await toggle(page, 'Every link needs a password').click();
    await toggle(page, 'Passwords can be read back').click();
    await page.getByText(DELETES).waitFor();
    await page.getByText(OTHERS).scrollIntoViewIfNeeded();
    await shoot(page, `settings-passwords-${theme}-${width}`);
    await expectAccessible(page, page.locator('main'));
    await page.context().close();
  });
});
