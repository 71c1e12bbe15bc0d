import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';

import type { Link, LinkList } from '../../contracts/links';
import {
  arrowTo,
  cardOf,
  expectAccessible,
  freshPage,
  openEntry,
  panelPage,
  shoot,
} from '../support/browser';
import { login } from '../support/client';
import { DOCUMENT, PAGE, createEntry, demoEntry, newDocument } from '../support/entries';
import type { Entry } from '../support/entries';
import { shareEntry, statusOf } from '../support/sharing';
import { useApp } from '../support/use-app';
import { useBrowser, usePanel } from '../support/use-panel';
import { addFrench } from '../support/versions';

const app = useApp();
const browser = useBrowser();
const editor = usePanel(app, browser, 'editor');

/** A page in English and French, with two pages below it. */
async function newTree(title: string): Promise<Entry> {
  const root = await createEntry(app, PAGE, { title, intro: 'Where it begins.' });
  await addFrench(app, root.documentId, { title: `${title} (fr)` });
  for (const name of ['First', 'Second']) {
    await createEntry(app, PAGE, { title: `${title}: ${name}`, parent: root.documentId });
  }
  return root;
}

async function openForm(documentId: string, page = editor, uid: string = PAGE): Promise<Locator> {
  await openEntry(app, page, uid, documentId);
  await page.getByRole('button', { name: 'Create share link' }).click();
  const form = page.getByRole('dialog', { name: 'Create share link' });
  await form.getByRole('button', { name: 'More options' }).click();
  return form;
}

async function openEdit(documentId: string, name: string): Promise<Locator> {
  await openEntry(app, editor, PAGE, documentId);
  await editor.getByRole('button', { name: 'Manage share links' }).click();
  await editor.getByRole('button', { name: `Edit link ${name}` }).click();
  const form = editor.getByRole('dialog', { name: `Edit link ${name}` });
  await form.getByRole('button', { name: 'More options' }).click();
  return form;
}

/** Reads from the API the link that the form has created. */
async function linkOf(documentId: string): Promise<Link> {
  const client = await login(app, 'editor');
  const { body } = await client<LinkList>(
    'GET',
    `/share-links/links?contentType=${PAGE}&documentId=${documentId}`
  );
  return body.data[0]!;
}

async function pick(form: Locator, field: string, option: string): Promise<void> {
  await form.getByRole('combobox', { name: field }).click();
  await form.page().getByRole('option', { name: option, exact: true }).click();
}

const factOf = (form: Locator, name: string) =>
  form.getByText(name, { exact: true }).locator('xpath=following-sibling::dd');

describe('what a link opens besides its entry', () => {
  it('is chosen in the form, shown before the link is created, and changed later', async () => {
    const { documentId } = await newTree('Guide');
    const form = await openForm(documentId);
    await form.getByRole('textbox', { name: 'Name' }).fill('Far');
    const children = form.getByRole('checkbox', { name: 'Include the entries below' });
    await form.getByText('2 entries at the moment.').waitFor();
    await children.click();
    await form.getByText('Also opens 2 entries below').waitFor();
    await form.getByRole('checkbox', { name: 'French (fr)' }).click();
    await pick(form, 'Refresh', 'Every 30 seconds');
    expect(await factOf(form, 'Entries below').innerText()).toContain('2 entries');
    expect(await factOf(form, 'Languages').innerText()).toBe('English (en), French (fr)');
    await children.scrollIntoViewIfNeeded();
    await shoot(editor, 'reach-form');
    await expectAccessible(editor, form);
    await form.getByRole('button', { name: 'Create link', exact: true }).click();
    const manager = editor.getByRole('dialog', { name: 'Manage share links' });
    await manager.getByText('With the entries below').waitFor();
    await manager.getByText('Also in French (fr)').waitFor();
    await manager.getByText('Refresh: Every 30 seconds').waitFor();
    await shoot(editor, 'reach-manager');
    await expectAccessible(editor, manager);
    expect(await linkOf(documentId)).toMatchObject({
      includeChildren: true,
      locales: ['fr'],
      refreshSeconds: 30,
      allowDownload: true,
      allowIndexing: false,
    });

    const edit = await openEdit(documentId, 'Far');
    await edit.getByRole('checkbox', { name: 'Include the entries below' }).click();
    await edit.getByRole('checkbox', { name: 'Visitors may download files' }).click();
    await pick(edit, 'Refresh', 'Other interval…');
    await edit.getByRole('textbox', { name: 'Interval in seconds' }).fill('2');
    await edit.getByRole('button', { name: 'Save changes' }).click();
    await edit.getByText('Must be a whole number of seconds from 5 to 3600').waitFor();
    await edit.getByRole('textbox', { name: 'Interval in seconds' }).fill('45');
    await edit.getByRole('button', { name: 'Save changes' }).click();
    await edit.waitFor({ state: 'hidden' });
    expect(await linkOf(documentId)).toMatchObject({
      includeChildren: false,
      locales: ['fr'],
      refreshSeconds: 45,
      allowDownload: false,
    });
    await editor.getByText('No downloads').waitFor();
    await editor.getByRole('button', { name: 'More actions for link Far' }).click();
    await editor.getByRole('menuitem', { name: 'Timeline' }).click();
    const timeline = editor.getByRole('dialog', { name: 'Timeline of link Far' });
    await timeline.getByText('Include the entries below: yes → no').waitFor();
    await timeline.getByText('Refresh: Every 30 seconds → Every 45 seconds').waitFor();
    await shoot(editor, 'reach-timeline');
  });

  it('can’t be chosen for frozen content', async () => {
    const { documentId } = await newTree('Frozen guide');
    const form = await openForm(documentId);
    const children = form.getByRole('checkbox', { name: 'Include the entries below' });
    await children.click();
    await form.getByRole('checkbox', { name: 'French (fr)' }).click();
    await pick(form, 'Version', 'Frozen');
    expect(await children.isDisabled()).toBe(true);
    expect(await children.isChecked()).toBe(false);
    await form.getByText('Not with a frozen copy, which is of one entry alone.').waitFor();
    await form.getByText('Not with a frozen copy, which is of one language alone.').waitFor();
    await form.getByRole('button', { name: 'Create link', exact: true }).click();
    await editor.getByRole('dialog', { name: 'Manage share links' }).waitFor();
    expect(await linkOf(documentId)).toMatchObject({
      shows: 'frozen',
      includeChildren: false,
      locales: [],
    });
  });

  it('is offered only when there is something to open', async () => {
    const { documentId } = await newDocument(app);
    const form = await openForm(documentId, editor, DOCUMENT);
    await form.getByRole('checkbox', { name: 'Let search engines in' }).waitFor();
    expect(await form.getByRole('checkbox', { name: 'Include the entries below' }).count()).toBe(0);
    expect(await form.getByRole('group', { name: 'Other languages' }).count()).toBe(0);
  });
});

it('the option for search engines shows a warning, and names what keeps them out', async () => {
  const { documentId } = await newTree('Found');
  const form = await openForm(documentId);
  await form.getByRole('checkbox', { name: 'Let search engines in' }).click();
  await form.getByText('Anyone can find this page by searching').last().waitFor();
  const obstacle = form.getByText('The link has a password.');
  expect(await obstacle.count()).toBe(0);
  await form.getByRole('textbox', { name: 'Password' }).fill('correct horse battery');
  await form.getByRole('textbox', { name: 'Limit on different visitors' }).fill('3');
  await obstacle.waitFor();
  await form.getByText('The number of visitors is limited.').waitFor();
  await obstacle.scrollIntoViewIfNeeded();
  await shoot(editor, 'reach-indexing');
  await expectAccessible(editor, form);
  await form.getByRole('textbox', { name: 'Password' }).fill('');
  await form.getByRole('textbox', { name: 'Limit on different visitors' }).fill('');
  await obstacle.waitFor({ state: 'hidden' });
  await form.getByRole('button', { name: 'Create link', exact: true }).click();
  await editor.getByText('Search engines let in').waitFor();
  expect((await linkOf(documentId)).allowIndexing).toBe(true);
});

describe.each([
  ['dark', 1440],
  ['light', 390],
  ['dark', 390],
] as const)('the form: %s, %i px', (theme, width) => {
  it('is readable and accessible with every option', async () => {
    const { documentId } = await newTree(`Look ${theme} ${width}`);
    const page = await panelPage(app, browser, 'editor', {
      theme,
      viewport: { width, height: 900 },
    });
    await openEntry(app, page, PAGE, documentId);
    if (width < 500) await page.getByRole('button', { name: 'Open more actions' }).click();
    await page.getByRole('button', { name: 'Create share link' }).click();
    const form = page.getByRole('dialog', { name: 'Create share link' });
    await form.getByRole('button', { name: 'More options' }).click();
    await form.getByRole('checkbox', { name: 'Include the entries below' }).click();
    await pick(form, 'Refresh', 'Other interval…');
    await shoot(page, `reach-${theme}-${width}-content`);
    await form.getByRole('checkbox', { name: 'Let search engines in' }).click();
    await form.getByText('Anyone can find this page by searching').last().scrollIntoViewIfNeeded();
    await shoot(page, `reach-${theme}-${width}-access`);
    await expectAccessible(page, form);
    await page.context().close();
  });
});

describe('the share policy of an entry', () => {
  const policyOf = (page: Page) => cardOf(page).getByRole('combobox', { name: 'Share policy' });
  const hasFocus = (element: Locator) =>
    element.evaluate((node) => node === document.activeElement);
  const choose = async (page: Page, option: string) => {
    await policyOf(page).click();
    await page.getByRole('option', { name: option, exact: true }).click();
  };

  it('closes its links when it is set to Off, after a confirmation, and opens them again as View', async () => {
    const { documentId, title } = await newTree('Policy');
    const { url, token } = await shareEntry(app, { contentType: PAGE, documentId });
    expect(await statusOf(app, token)).toBe(200);
    await openEntry(app, editor, PAGE, documentId);
    expect(await policyOf(editor).innerText()).toBe('View, as its type');
    await shoot(editor, 'policy-card');

    await choose(editor, 'Off');
    const question = editor.getByRole('alertdialog');
    await question.getByText('1 link stops opening until the policy is set back').waitFor();
    await shoot(editor, 'policy-question');
    await expectAccessible(editor, question);
    await question.getByRole('button', { name: 'Cancel' }).click();
    expect(await policyOf(editor).innerText()).toBe('View, as its type');
    expect(await statusOf(app, token)).toBe(200);

    await choose(editor, 'Off');
    await question.getByRole('button', { name: 'Turn off' }).click();
    await cardOf(editor).getByText('1 live link, closed').waitFor();
    await expect.poll(() => hasFocus(policyOf(editor))).toBe(true);
    await shoot(editor, 'policy-off');
    await expectAccessible(editor, cardOf(editor));
    expect(await editor.getByRole('button', { name: 'Save', exact: true }).isDisabled()).toBe(true);
    const visitor = await freshPage(browser);
    expect((await visitor.goto(url!))?.status()).toBe(404);

    await editor.getByRole('button', { name: 'Manage share links' }).click();
    const manager = editor.getByRole('dialog', { name: 'Manage share links' });
    await manager.getByText('No link of this entry opens').waitFor();
    expect(await manager.getByRole('button', { name: 'Create another link' }).count()).toBe(0);
    await shoot(editor, 'policy-manager');
    await expectAccessible(editor, manager);
    await editor.keyboard.press('Escape');

    await choose(editor, 'View');
    await cardOf(editor).getByText('1 live link', { exact: true }).waitFor();
    expect((await visitor.goto(url!))?.status()).toBe(200);
    await visitor.getByRole('heading', { level: 1, name: title }).waitFor();
    await visitor.context().close();
  });

  it('applies to the entries below, which name where it comes from', async () => {
    const root = await newTree('Above');
    const child = await demoEntry(app, PAGE, 'Above: First');
    await openEntry(app, editor, PAGE, root.documentId);
    await choose(editor, 'Off');
    await cardOf(editor).getByText('The share policy of this entry is Off').waitFor();
    expect(
      await cardOf(editor).getByRole('button', { name: 'Create share link' }).isDisabled()
    ).toBe(true);
    await openEntry(app, editor, PAGE, child.documentId);
    expect(await policyOf(editor).innerText()).toBe('Off, as “Above”');
    await choose(editor, 'View');
    await cardOf(editor).getByRole('button', { name: 'Create share link' }).click();
    await editor.getByRole('dialog', { name: 'Create share link' }).waitFor();
  });

  it('is shown to people who may not set it', async () => {
    const { documentId } = await newTree('Told');
    const reader = await panelPage(app, browser, 'reader');
    await openEntry(app, reader, PAGE, documentId);
    await cardOf(reader).getByText('View, as its type').waitFor();
    expect(await policyOf(reader).count()).toBe(0);
    await expectAccessible(reader, cardOf(reader));
    await shoot(reader, 'policy-reader');
    await reader.context().close();
  });

  it.each([
    ['dark', 1440],
    ['light', 390],
  ] as const)('can be set by keyboard alone: %s, %i px', async (theme, width) => {
    const { documentId } = await newTree(`Keys ${theme}`);
    const page = await panelPage(app, browser, 'admin', {
      theme,
      viewport: { width, height: 900 },
    });
    await openEntry(app, page, PAGE, documentId);
    if (width < 500) await page.getByRole('button', { name: 'Open more actions' }).click();
    await policyOf(page).focus();
    await page.keyboard.press('Enter');
    await arrowTo(page, 'Off');
    await page.keyboard.press('Enter');
    await cardOf(page).getByText('No link opens it, in any language.').waitFor();
    await shoot(page, `policy-${theme}-${width}`);
    await expectAccessible(page, cardOf(page));
    await page.context().close();
  });
});
