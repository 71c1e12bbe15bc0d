import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { expectAccessible, openEntry, panelPage, shoot, sticksOut } from '../support/browser';
import { inDays } from '../support/dates';
import { DOCUMENT, newDocument } from '../support/entries';
import { shareEntry } from '../support/sharing';
import { useActor, useApp } from '../support/use-app';
import { useBrowser } from '../support/use-panel';

const PHONE = { width: 390, height: 844 };
const LAPTOP = { width: 1100, height: 800 };

const app = useApp();
const editor = useActor(app, 'editor');
const browser = useBrowser();

const act = (id: number, action: string) => editor('POST', `/share-links/links/${id}/${action}`);

const LONG = 'For the steering committee of the Harbour Line, third round of comments';

/** Creates an entry with links in many states; one link has a long timeline. */
async function busyEntry(label: string): Promise<string> {
  const { documentId } = await newDocument(app, 'editor', {
    title: 'Minutes of the meeting about ticketless boarding and the trial runs in the harbour',
  });
  const ended = [];
  for (const round of Array.from({ length: 11 }, (_, index) => index + 1)) {
    ended.push(
      await shareEntry(app, { documentId, label: `Round ${round}`, password: 'a password' })
    );
  }
  for (const { id } of ended) await act(id, 'revoke');
  const paused = await shareEntry(app, { documentId, expiresIn: '1w' });
  await act(paused.id, 'pause');
  await shareEntry(app, { documentId, label: 'Starts later', startsAt: inDays(7) });
  const { id } = await shareEntry(app, {
    documentId,
    label,
    password: 'correct horse battery',
    slug: `third-round-of-comments-${documentId}`,
    maxViewers: 25,
  });
  const edit = (data: object) => editor('PUT', `/share-links/links/${id}`, { data });
  await edit({ expiresAt: inDays(28), startsAt: inDays(-7), fields: ['title', 'description'] });
  await edit({ password: 'another horse battery', maxViewers: null });
  await act(id, 'pause');
  await act(id, 'resume');
  return documentId;
}

describe.each([
  ['phone', 'dark', PHONE],
  ['laptop', 'dark', LAPTOP],
] as const)('on a %s, %s, nothing is cut off or inaccessible in', (device, theme, viewport) => {
  const look = `${device}-${theme}`;
  let page: Page;

  beforeAll(async () => {
    page = await panelPage(app, browser, 'admin', { theme, viewport });
  });
  afterAll(() => page.context().close());

  /** Takes a screenshot, then checks accessibility and that nothing is cut off. */
  async function inspect(name: string, part: Locator): Promise<void> {
    await part.waitFor();
    await shoot(page, `${name}-${look}`);
    await expectAccessible(page, part);
    expect(await sticksOut(part), name).toEqual([]);
  }

  async function open(documentId: string, button: string): Promise<void> {
    await openEntry(app, page, DOCUMENT, documentId);
    // On a phone, Strapi keeps the side panels in a drawer.
    if (device === 'phone') await page.getByRole('button', { name: 'Open more actions' }).click();
    await page.getByRole('button', { name: button }).click();
  }

  async function choose(name: string, item: string): Promise<void> {
    await page.getByRole('button', { name: `More actions for link ${name}` }).click();
    await page.getByRole('menuitem', { name: item }).click();
  }

  async function unfold(dialog: Locator): Promise<void> {
    await dialog.getByRole('button', { name: 'More options' }).click();
    await dialog
      .getByRole('textbox', { name: 'Limit on different visitors' })
      .scrollIntoViewIfNeeded();
  }

  it('the warning, with all its options', async () => {
    const { documentId } = await newDocument(app);
    await open(documentId, 'Create share link');
    const dialog = page.getByRole('dialog', { name: 'Create share link' });
    await inspect('create', dialog);
    await unfold(dialog);
    await inspect('create-more', dialog);
    await dialog.getByRole('radio', { name: 'Only some' }).click();
    await inspect('create-fields', dialog);
  });

  it('the manager, and every dialog of a link', async () => {
    const label = `${LONG} ${look}`;
    await open(await busyEntry(label), 'Manage share links');
    const manager = page.getByRole('dialog', { name: 'Manage share links' });
    await inspect('manager', manager);

    await manager.getByRole('button', { name: `Edit link ${label}` }).click();
    const edit = page.getByRole('dialog', { name: `Edit link ${label}` });
    await inspect('edit', edit);
    await unfold(edit);
    await inspect('edit-more', edit);
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: `More actions for link ${label}` }).click();
    await inspect('menu', page.getByRole('menu'));
    await page.keyboard.press('Escape');
    await choose(label, 'QR code');
    const code = page.getByRole('dialog', { name: `QR code of link ${label}` });
    await code.getByRole('img').waitFor();
    await inspect('qr', code);
    await page.keyboard.press('Escape');
    await choose(label, 'Timeline');
    const timeline = page.getByRole('dialog', { name: `Timeline of link ${label}` });
    await timeline.getByText('created the link').waitFor();
    await inspect('timeline', timeline);
    await page.keyboard.press('Escape');
    await choose(label, 'New address');
    await inspect('rotate', page.getByRole('alertdialog'));
    await page.keyboard.press('Escape');
    await choose(label, 'Delete link');
    await inspect('delete', page.getByRole('alertdialog'));
    await page.keyboard.press('Escape');

    await manager.getByRole('tab', { name: 'History' }).click();
    await manager.getByRole('table', { name: 'History' }).waitFor();
    await inspect('history', manager);
    await manager.getByRole('button', { name: 'Next page' }).scrollIntoViewIfNeeded();
    await inspect('history-end', manager);
  });

  it('the page of all links, and its dialogs', async () => {
    const label = `${LONG} ${look}`;
    const doomed = await shareEntry(app, { label: `Soon deleted ${look}` });
    await page.goto(`${app.url}/admin/plugins/share-links`);
    const main = page.locator('main');
    await page.getByRole('table', { name: 'Share links' }).waitFor();
    await inspect('site', main);
    await page.getByRole('button', { name: `Details of link ${label}` }).click();
    const details = page.getByRole('dialog');
    await details.getByText('created the link').waitFor();
    await inspect('site-details', details);
    await page.keyboard.press('Escape');
    await page.getByRole('checkbox', { name: `Select link ${label}` }).click();
    await page.getByRole('checkbox', { name: `Select link ${doomed.label}` }).click();
    await inspect('site-selected', main);
    await act(doomed.id, 'revoke');
    await page.getByRole('button', { name: 'Pause', exact: true }).click();
    const ask = page.getByRole('alertdialog');
    await inspect('site-bulk', ask);
    await ask.getByRole('button').last().click();
    await ask
      .getByText(/deleted and can’t be changed/)
      .first()
      .waitFor();
    await inspect('site-refused', ask);
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: 'Pause all sharing' }).click();
    await inspect('site-pause', ask);
    await ask.getByRole('button').last().click();
    await page.getByRole('button', { name: 'Resume sharing' }).waitFor();
    await inspect('site-paused', main);
    await page.getByRole('button', { name: 'Resume sharing' }).click();
    await inspect('site-resume', ask);
    await ask.getByRole('button').last().click();
    await page.getByRole('button', { name: 'Pause all sharing' }).waitFor();
  });

  it('the settings, also with an error', async () => {
    await page.goto(`${app.url}/admin/settings/share-links`);
    const main = page.locator('main');
    await page.getByRole('button', { name: 'Save' }).waitFor();
    await inspect('settings', main);
    await shoot(page, `settings-all-${look}`, true);
    await page.getByRole('textbox', { name: 'Address of this Strapi' }).fill('not an address');
    await page.getByRole('button', { name: 'Save' }).click();
    await inspect('settings-fault', main);
  });
});
