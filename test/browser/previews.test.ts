import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';

import {
  expectAccessible,
  freshPage,
  openEntry,
  panelPage,
  shoot,
  sticksOut,
} from '../support/browser';
import { login } from '../support/client';
import { DOCUMENT, demoEntry, newDocument, newProject, PROJECT } from '../support/entries';
import { openManager } from '../support/manager';
import { expectNoSidewaysScroll } from '../support/pages';
import { previewBy } from '../support/previews';
import { PASSWORD, shareEntry } from '../support/sharing';
import { useActor, useApp } from '../support/use-app';
import { useBrowser, usePanel } from '../support/use-panel';

const app = useApp();
const editorApi = useActor(app, 'editor');
const browser = useBrowser();
const editor = usePanel(app, browser, 'editor');

const barOf = (page: Page) => page.getByRole('complementary', { name: 'Preview' });

async function tabFrom(click: Locator): Promise<Page> {
  const [tab] = await Promise.all([editor.context().waitForEvent('page'), click.click()]);
  await barOf(tab).waitFor();
  return tab;
}

/** The page of a preview in a browser of its own, which has the cookie. */
async function pageOfPreview(
  what: number,
  options: Parameters<typeof freshPage>[1] = {}
): Promise<Page> {
  const { path, cookie } = await previewBy(app, editorApi, what);
  const page = await freshPage(browser, options);
  const [name = '', value = ''] = cookie.split('=');
  await page.context().addCookies([{ name, value, url: app.url }]);
  await page.goto(app.url + path);
  return page;
}

describe('an editor who looks at a link for one visitor', () => {
  it('from the manager and its history sees the page, and leaves the place to the customer', async () => {
    const { documentId } = await newDocument(app, 'editor', { description: 'For one customer' });
    const link = await shareEntry(app, { documentId, maxViewers: 1, label: 'Customer' });
    const manager = await openManager(app, editor, documentId);
    const open = manager.getByRole('link', { name: 'Open link Customer in new tab' });
    await open.hover();
    await editor
      .getByRole('tooltip', { name: /preview: your look takes no place/ })
      .first()
      .waitFor();
    await shoot(editor, 'preview-manager');
    const tab = await tabFrom(open);
    expect(tab.url()).toContain(`${app.url}/share/preview/`);
    expect(await tab.locator('main').innerText()).toContain('For one customer');
    expect(await barOf(tab).innerText()).toContain('Visitors: see this page');
    expect(await tab.evaluate(() => globalThis.opener as unknown)).toBeNull();
    await tab.reload();
    await barOf(tab).waitFor();
    await tab.close();

    await manager.getByRole('tab', { name: 'History' }).click();
    const again = await tabFrom(
      manager.getByRole('link', { name: 'Open link Customer in new tab' })
    );
    await again.close();

    const customer = await freshPage(browser);
    expect((await customer.goto(link.url!))?.status()).toBe(200);
    expect(await customer.getByRole('complementary').count()).toBe(0);
    await customer.context().close();
    const second = await freshPage(browser);
    expect((await second.goto(link.url!))?.status()).toBe(404);
    await second.context().close();
  });

  it('from the page of all links opens the same preview', async () => {
    const { documentId } = await newDocument(app);
    await shareEntry(app, { documentId, label: 'From the table' });
    const admin = await panelPage(app, browser, 'admin');
    await admin.goto(`${app.url}/admin/plugins/share-links?q=From+the+table`);
    await admin.getByRole('button', { name: /Details of .*From the table/ }).click();
    const [tab] = await Promise.all([
      admin.context().waitForEvent('page'),
      admin.getByRole('link', { name: 'Open link From the table in new tab' }).click(),
    ]);
    await barOf(tab).waitFor();
    await admin.context().close();
  });
});

it('an editor sees before the link exists what it would show, with the rules of the form', async () => {
  const { documentId } = await newProject(app, 'editor', {
    title: 'Not shared yet',
    summary: 'The summary',
  });
  await openEntry(app, editor, PROJECT, documentId);
  await editor.getByRole('button', { name: 'Create share link' }).click();
  const warning = editor.getByRole('dialog', { name: 'Create share link' });
  await warning.getByRole('textbox', { name: 'Password' }).fill('short');
  await warning.getByRole('button', { name: 'Preview' }).click();
  await warning
    .getByText(/at least 8 characters/)
    .first()
    .waitFor();
  expect(editor.context().pages()).toHaveLength(1);
  await warning.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
  const tab = await tabFrom(warning.getByRole('button', { name: 'Preview' }));
  expect(await tab.locator('main').innerText()).toContain('The summary');
  expect(await barOf(tab).innerText()).toContain(
    'the link isn’t made, and will ask for a password'
  );
  await tab.close();
  await shoot(editor, 'preview-warning');
  await expectAccessible(editor, warning);
  await editor.getByRole('dialog').getByRole('button', { name: 'Create link' }).click();
  await editor.getByRole('dialog', { name: 'Manage share links' }).waitFor();
  await editor.getByText('1 live link').waitFor();
});

it('a preview that is refused closes its tab and says why', async () => {
  const { documentId } = await newDocument(app);
  const { id } = await shareEntry(app, { documentId, label: 'Gone' });
  const manager = await openManager(app, editor, documentId);
  await (
    await login(app, 'editor')
  )('DELETE', `/share-links/links/${id}`);
  const open = manager.getByRole('link', { name: 'Open link Gone in new tab' });
  const [tab] = await Promise.all([editor.context().waitForEvent('page'), open.click()]);
  await editor.getByText('Somebody has deleted this link meanwhile').waitFor();
  await expect.poll(() => tab.isClosed()).toBe(true);
});

it('a browser that blocks the new tab gets a link to the preview', async () => {
  const { documentId } = await newDocument(app);
  await shareEntry(app, { documentId, label: 'Blocked' });
  const manager = await openManager(app, editor, documentId);
  await editor.evaluate(() => {
    globalThis.open = () => null;
  });
  await manager.getByRole('link', { name: 'Open link Blocked in new tab' }).click();
  await editor.getByText('Your browser has blocked the new tab.').waitFor();
  const address = await editor
    .getByRole('link', { name: 'Open preview', includeHidden: true })
    .getAttribute('href');
  const tab = await editor.context().newPage();
  await tab.goto(address!);
  await barOf(tab).waitFor();
  await tab.close();
});

describe('the bar of a preview', () => {
  it('stays in sight, is on no paper, and passes the policy of the page', async () => {
    const { documentId } = await demoEntry(app, PROJECT, 'Lumen Energy customer portal');
    const link = await shareEntry(app, { contentType: PROJECT, documentId, refreshSeconds: 5 });
    const page = await pageOfPreview(link.id, { bypassCSP: false });
    const problems: string[] = [];
    page.on('console', (line) => line.type() === 'error' && problems.push(line.text()));
    await page.reload();
    const bar = barOf(page);
    const look = () =>
      bar.evaluate((it) => {
        const { position, backgroundColor } = getComputedStyle(it);
        return [position, backgroundColor, it.getBoundingClientRect().top];
      });
    expect(await look()).toEqual(['sticky', 'rgb(27, 31, 36)', 0]);
    await page.evaluate(() => scrollTo({ top: 2000, behavior: 'instant' }));
    expect((await look())[2]).toBe(0);
    await page.emulateMedia({ media: 'print' });
    expect(await bar.isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });

    // The page refreshes itself, and its bar with it.
    await editorApi('POST', `/share-links/links/${link.id}/pause`);
    await bar.getByText('the link is paused').waitFor({ timeout: 20_000 });
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it.each([
    ['wide', { viewport: { width: 1440, height: 1000 } }, 'see this page'],
    ['phone-dark', { viewport: { width: 390, height: 844 }, colorScheme: 'dark' }, 'see this page'],
    ['german', { viewport: { width: 390, height: 844 }, locale: 'de-DE' }, 'sehen diese Seite'],
  ] as const)('is accessible and fits: %s', async (name, options, words) => {
    const { documentId } = await demoEntry(
      app,
      DOCUMENT,
      'Harbour Line: results of the trial runs'
    );
    const link = await shareEntry(app, { documentId });
    const page = await pageOfPreview(link.id, options);
    const bar = page.locator('.preview-bar');
    expect(await bar.innerText()).toContain(words);
    expect((await bar.boundingBox())!.height).toBeLessThan(100);
    expect(await sticksOut(bar)).toEqual([]);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    await shoot(page, `preview-${name}`);
    await page.context().close();
  });

  it('is above a page that says that there is nothing to show', async () => {
    const project = await app.strapi
      .documents(PROJECT)
      .create({ data: { title: 'Draft only' } as never });
    const link = await shareEntry(app, {
      contentType: PROJECT,
      documentId: project.documentId,
      shows: 'published',
    });
    const page = await pageOfPreview(link.id);
    await page.getByRole('heading', { name: 'Nothing to show yet' }).waitFor();
    await expectAccessible(page);
    await shoot(page, 'preview-empty');
    await page.context().close();
  });
});
