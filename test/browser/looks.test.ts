import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Link } from '../../contracts/links';
import { startApp } from '../support/app';
import type { App } from '../support/app';
import {
  cardOf,
  expectAccessible,
  freshPage,
  openBrowser,
  openEntry,
  panelPage,
  shoot,
} from '../support/browser';
import { login } from '../support/client';
import { DASHBOARD, DOCUMENT, PAGE, PROJECT, demoEntry, newDocument } from '../support/entries';

const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1440, height: 1000 };

let app: App;
let browser: Browser;

beforeAll(async () => {
  app = await startApp();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await app.stop();
});

async function share(contentType: string, documentId: string, extra: object = {}): Promise<Link> {
  const editor = await login(app, 'editor');
  const { body } = await editor<{ data: Link }>('POST', '/share-links/links', {
    data: { contentType, documentId, ...extra },
  });
  return body.data;
}

/** Nothing sticks out to the side, whatever the width. */
async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth
  );
  expect(overflow).toBeLessThanOrEqual(0);
}

describe.each([
  ['phone', 'light', PHONE],
  ['phone', 'dark', PHONE],
  ['desktop', 'dark', DESKTOP],
] as const)('the panel: %s, %s', (device, theme, viewport) => {
  it('keeps its dialogs readable and accessible', async () => {
    const { documentId } = await newDocument(app);
    const page = await panelPage(app, browser, 'editor', { viewport, theme });
    const look = `${device}-${theme}`;
    await openEntry(app, page, DOCUMENT, documentId);
    // On a phone Strapi keeps the side panels in a drawer.
    if (device === 'phone') await page.getByRole('button', { name: 'Open more actions' }).click();
    await shoot(page, `panel-${look}`);
    await expectAccessible(page, cardOf(page));
    await page.getByRole('button', { name: 'Create share link' }).click();
    const warning = page.getByRole('dialog', { name: 'Create share link' });
    await warning.waitFor();
    await shoot(page, `warning-${look}`);
    await expectAccessible(page, warning);
    await warning.getByRole('textbox', { name: 'Name' }).fill('For a customer with a long name');
    await warning.getByRole('button', { name: 'Create link', exact: true }).click();
    const manager = page.getByRole('dialog', { name: 'Manage share links' });
    await manager.getByRole('button', { name: /^Copy link/ }).waitFor();
    await shoot(page, `manager-${look}`);
    await expectAccessible(page, manager);
    await manager.getByRole('button', { name: /^Delete link/ }).click();
    await page.getByRole('alertdialog').waitFor();
    await shoot(page, `delete-${look}`);
    await expectAccessible(page, page.getByRole('alertdialog'));
    await page.context().close();
  });
});

describe('the public page', () => {
  it.each([
    ['project', PROJECT, 'Lumen Energy customer portal', {}],
    ['page-fr', PAGE, '', { locale: 'fr' }],
    ['document', DOCUMENT, 'Harbour Line: results of the trial runs', {}],
    ['dashboard', DASHBOARD, 'The studio, first half of 2026', {}],
  ])('%s: phone to desktop, light and dark', async (name, uid, title, extra) => {
    const entry = title
      ? await demoEntry(app, uid, title)
      : (await app.strapi.documents(uid).findFirst({ locale: 'fr', status: 'published' }))!;
    const { url } = await share(uid, entry.documentId, extra);
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const width of [360, 768, 1440]) {
        const page = await freshPage(browser, { viewport: { width, height: 900 }, colorScheme });
        const answer = await page.goto(url!);
        expect(answer?.status()).toBe(200);
        await expectNoSidewaysScroll(page);
        await expectAccessible(page);
        await shoot(page, `page-${name}-${width}-${colorScheme}`, true);
        await page.context().close();
      }
    }
  });

  it('is complete without script', async () => {
    const entry = await demoEntry(app, DOCUMENT, 'Harbour Line: results of the trial runs');
    const { url } = await share(DOCUMENT, entry.documentId);
    const page = await freshPage(browser, { javaScriptEnabled: false });
    await page.goto(url!);
    await page.getByRole('heading', { level: 1, name: entry.title }).waitFor();
    expect(await page.getByRole('link', { name: /\.csv$/ }).count()).toBe(2);
    await page.context().close();
  });

  it('runs no script and asks no other origin, under its own policy', async () => {
    const entry = await demoEntry(app, DASHBOARD, 'The studio, first half of 2026');
    const { url } = await share(DASHBOARD, entry.documentId);
    const page = await freshPage(browser, { bypassCSP: false });
    const problems: string[] = [];
    page.on('console', (message) => problems.push(message.text()));
    page.on('requestfailed', (request) => problems.push(request.url()));
    page.on('request', (request) => {
      if (!request.url().startsWith(app.url)) problems.push(request.url());
    });
    await page.goto(url!);
    expect(await page.locator('script').count()).toBe(0);
    expect(problems).toEqual([]);
    await page.context().close();
  });
});
