import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';

import type { SettingsAnswer } from '../../contracts/settings';
import {
  expectAccessible,
  arrowTo,
  freshPage,
  openEntry,
  panelPage,
  shoot,
} from '../support/browser';
import { login } from '../support/client';
import { DOCUMENT, PAGE, PROJECT, createEntry, newProject } from '../support/entries';
import { saveSettings } from '../support/settings';
import { shareEntry } from '../support/sharing';
import { useApp } from '../support/use-app';
import { useBrowser, usePanel } from '../support/use-panel';

const app = useApp();
const browser = useBrowser();
const admin = usePanel(app, browser, 'admin');

async function openSettings(page = admin): Promise<void> {
  await page.goto(`${app.url}/admin/settings/share-links`);
  await page.getByRole('button', { name: 'Save' }).waitFor();
}

/** Opens the details of a type. */
async function detailsOf(type: string, page = admin): Promise<Locator> {
  const button = page.getByRole('button', { name: `Details of ${type}`, exact: true });
  await button.click();
  return page.getByRole('listitem').filter({ has: button });
}

async function pick(row: Locator, field: string, option: string): Promise<void> {
  await row.getByRole('combobox', { name: field, exact: true }).click();
  await row.page().getByRole('option', { name: option, exact: true }).click();
}

async function save(page = admin): Promise<void> {
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Settings saved').last().waitFor();
}

async function saved(): Promise<SettingsAnswer['data']> {
  const client = await login(app, 'admin');
  return (await client<SettingsAnswer>('GET', '/share-links/settings')).body.data;
}

/** Changes settings without using the page. */
const set = (data: object) => saveSettings(app, data);

describe('in the settings of a type', () => {
  it('a followed relation makes new links show the fields of related entries', async () => {
    await set({ contentTypes: { [PROJECT]: { relations: {} } } });
    const description = 'Only to be read where the relation is followed.';
    const share = async () => {
      const { documentId } = await newProject(app);
      await createEntry(app, DOCUMENT, {
        title: 'Related paper',
        description,
        project: documentId,
      });
      return (await shareEntry(app, { contentType: PROJECT, documentId })).url!;
    };
    const visitor = await freshPage(browser);
    await visitor.goto(await share());
    await visitor.getByText('Related paper').first().waitFor();
    expect(await visitor.getByText(description).count()).toBe(0);

    await openSettings();
    const row = await detailsOf('Project');
    await pick(row, 'Documents (Document)', '1 level with fields');
    await row.getByText('follows Documents').waitFor();
    await row.scrollIntoViewIfNeeded();
    await shoot(admin, 'settings-type');
    await expectAccessible(admin, admin.locator('main'));
    await save();
    expect((await saved()).contentTypes[PROJECT]).toMatchObject({
      mode: 'single',
      relations: { documents: 1 },
    });
    await visitor.goto(await share());
    await visitor.getByText(description).first().waitFor();
    await visitor.context().close();
  });

  it('a parent makes the option for entries below appear in the form', async () => {
    await set({ contentTypes: { [PAGE]: { parent: null } } });
    const root = await createEntry(app, PAGE, { title: 'Top' });
    await createEntry(app, PAGE, { title: 'Below', parent: root.documentId });
    const openForm = async () => {
      await openEntry(app, admin, PAGE, root.documentId);
      await admin.getByRole('button', { name: 'Create share link' }).click();
      await admin.getByRole('button', { name: 'More options' }).click();
      const form = admin.getByRole('dialog', { name: 'Create share link' });
      await form.getByRole('checkbox', { name: 'Let search engines in' }).waitFor();
      return form.getByRole('checkbox', { name: 'Include the entries below' });
    };
    expect(await (await openForm()).count()).toBe(0);

    await openSettings();
    const row = await detailsOf('Page');
    await pick(row, 'Entry above', 'Parent (Page)');
    await save();
    expect((await saved()).contentTypes[PAGE]?.parent).toBe('parent');
    expect(await (await openForm()).count()).toBe(1);
    await admin.getByText('1 entry at the moment.').waitFor();

    await openSettings();
    await pick(await detailsOf('Page'), 'Entry above', 'None');
    await save();
    expect((await saved()).contentTypes[PAGE]?.parent).toBeNull();
  });

  it('a share policy that is off closes its links, unless the policy of an entry opens them', async () => {
    const { documentId, url } = await shareEntry(app);
    const visitor = await freshPage(browser);
    const statusNow = async () => (await visitor.goto(url!))?.status();
    await openSettings();
    await pick(await detailsOf('Document'), 'Share policy', 'Off');
    await admin.getByRole('button', { name: 'Save' }).click();
    const question = admin.getByRole('alertdialog', { name: 'Save these settings?' });
    await question.getByRole('button', { name: 'Save' }).click();
    await admin.getByText('Settings saved').last().waitFor();
    expect(await statusNow()).toBe(404);
    await openEntry(app, admin, DOCUMENT, documentId);
    const policy = admin.getByRole('combobox', { name: 'Share policy' });
    expect(await policy.innerText()).toBe('Off, as its type');
    await policy.click();
    await admin.getByRole('option', { name: 'View', exact: true }).click();
    await admin.getByText('1 live link', { exact: true }).waitFor();
    expect(await statusNow()).toBe(200);
    await visitor.context().close();
    await set({ contentTypes: { [DOCUMENT]: { level: 'view' } } });
  });

  it('an error of the server appears at its field, even when the type is folded', async () => {
    await openSettings();
    const row = await detailsOf('Page');
    await pick(row, 'Entry above', 'Parent (Page)');
    await admin.route('**/share-links/settings', async (route) => {
      if (route.request().method() !== 'PUT') return route.continue();
      // A type can lose its relation while somebody has the page open.
      const body = route.request().postDataJSON() as object;
      const data = { contentTypes: { [PAGE]: { parent: 'lost' } } };
      return route.continue({ postData: JSON.stringify({ ...body, data }) });
    });
    await admin.getByRole('button', { name: 'Details of Page' }).click();
    await admin.getByRole('button', { name: 'Save' }).click();
    await row.getByText(/has no relation lost/).waitFor();
    await admin.unroute('**/share-links/settings');
  });
});

it('the settings for visits and limits are checked and saved', async () => {
  await openSettings();
  await admin.getByRole('radio', { name: 'A code of the day' }).click();
  await admin.getByRole('textbox', { name: 'Days that visits are kept' }).fill('');
  await admin.getByRole('textbox', { name: 'Pages, files and searches' }).fill('');
  await admin.getByRole('button', { name: 'Save' }).click();
  await admin.getByText('Enter a whole number from 1 to 1000000.').waitFor();
  await shoot(admin, 'settings-faults', true);
  await expectAccessible(admin, admin.locator('main'));
  await admin.getByRole('textbox', { name: 'Pages, files and searches' }).fill('900');
  await save();
  expect(await saved()).toMatchObject({
    visits: { address: 'hashed', retentionDays: null },
    limits: { readsPerMinute: 900 },
  });
  await admin.reload();
  await expect
    .poll(() => admin.getByRole('textbox', { name: 'Pages, files and searches' }).inputValue())
    .toBe('900');
  expect(await admin.getByRole('radio', { name: 'A code of the day' }).isChecked()).toBe(true);
});

it('a type can be opened and changed by keyboard alone', async () => {
  await openSettings();
  await admin.getByRole('button', { name: 'Details of Document' }).focus();
  await admin.keyboard.press('Enter');
  await admin.getByRole('button', { name: 'Details of Document', expanded: true }).waitFor();
  await admin.keyboard.press('Tab');
  await admin.keyboard.press('Enter');
  await arrowTo(admin, 'Off');
  await admin.keyboard.press('Enter');
  await admin.getByText('Off unless an entry says otherwise', { exact: false }).waitFor();
});

describe.each([
  ['dark', 1440],
  ['light', 390],
] as const)('the settings page with open types: %s, %i px', (theme, width) => {
  it('is readable and accessible', async () => {
    const page = await panelPage(app, browser, 'admin', {
      theme,
      viewport: { width, height: 1000 },
    });
    await openSettings(page);
    await detailsOf('Project', page);
    await detailsOf('Page', page);
    await shoot(page, `settings-reach-${theme}-${width}`, true);
    await expectAccessible(page, page.locator('main'));
    await page.getByRole('heading', { name: 'Limits' }).scrollIntoViewIfNeeded();
    await shoot(page, `settings-limits-${theme}-${width}`);
    await page.context().close();
  });
});
