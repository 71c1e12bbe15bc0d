import type { BrowserContextOptions, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';

import { WIDE_LIMITS } from '../support/app';
import { expectAccessible, freshPage, shoot } from '../support/browser';
import { login } from '../support/client';
import {
  DASHBOARD,
  DOCUMENT,
  HOMEPAGE,
  PAGE,
  PROJECT,
  demoEntry,
  newDocument,
  newProject,
} from '../support/entries';
import { hostExample, isDrawn, originOf, visitExample } from '../support/example';
import { later } from '../support/later';
import { expectNoSidewaysScroll, readThrough } from '../support/pages';
import { PASSWORD, shareEntry } from '../support/sharing';
import { useApp } from '../support/use-app';
import { useBrowser } from '../support/use-panel';
import { publish } from '../support/versions';

const DOCUMENT_TITLE = 'Harbour Line: results of the trial runs';

/** Two hosts of the same page: only the first is an allowed origin. */
const hosts = [1, 2].map(() =>
  later(
    () => hostExample(() => `${app.url}/api`),
    async (host) => host.close()
  )
);
const app = useApp(() => ({ CORS_ORIGINS: originOf(hosts[0]!) }));
const browser = useBrowser();
let tokens: Record<string, string>;

beforeAll(async () => {
  const locales = { locale: 'en', locales: ['fr'] };
  tokens = {
    project: await share(PROJECT, 'Lumen Energy customer portal'),
    page: await share(PAGE, 'The studio', { ...locales, includeChildren: true }),
    dashboard: await share(DASHBOARD, 'The studio, first half of 2026'),
    homepage: await share(HOMEPAGE, 'Nordlys Studio', locales),
    document: await share(DOCUMENT, DOCUMENT_TITLE),
  };
});

async function share(uid: typeof PAGE, title: string, rules: object = {}): Promise<string> {
  const { documentId } = await demoEntry(app, uid, title);
  const { token } = await shareEntry(app, { by: 'admin', contentType: uid, documentId, ...rules });
  return token;
}

const visit = (hash: string, options?: BrowserContextOptions, site = app.url) =>
  visitExample(browser, `${site}/example/#${hash}`, options);

const heading = (page: Page, name: string) =>
  page.getByRole('heading', { level: 1, name, exact: true });

describe('the example front end', () => {
  it('opens a link when the settings lead links to it', async () => {
    const admin = await login(app, 'admin');
    const save = async (frontendUrl: string | null) => {
      const { status } = await admin('PUT', '/share-links/settings', { data: { frontendUrl } });
      expect(status).toBe(200);
    };
    await save(`${app.url}/example/#{token}`);
    const { documentId } = await demoEntry(app, DOCUMENT, DOCUMENT_TITLE);
    const { url } = await shareEntry(app, { by: 'admin', documentId });
    await save(null);
    const page = await freshPage(browser, { bypassCSP: false });
    await page.goto(url!);
    await heading(page, DOCUMENT_TITLE).waitFor();
    expect(await page.title()).toBe(DOCUMENT_TITLE);
    await page.context().close();
  });

  it('sends requests to no other host, and puts the token only into addresses of the API', async () => {
    const token = tokens.project!;
    const { page, problems, asked } = await visit(token);
    await heading(page, 'Lumen Energy customer portal').waitFor();
    await readThrough(page);
    expect(problems).toEqual([]);
    expect(asked.filter((address) => !address.startsWith(app.url))).toEqual([]);
    const withToken = asked.filter((address) => new URL(address).pathname.includes(token));
    expect(withToken.length).toBeGreaterThan(0);
    expect(withToken.every((address) => address.includes('/api/share-links/public/'))).toBe(true);
    expect((await isDrawn(page)).length).toBeGreaterThan(0);
    expect(await isDrawn(page)).not.toContain(false);
    await page.context().close();
  });

  it.each([
    ['light', { colorScheme: 'light' }],
    ['dark', { colorScheme: 'dark' }],
    ['phone', { viewport: { width: 360, height: 760 } }],
  ] as [string, BrowserContextOptions][])('is accessible: %s', async (name, options) => {
    for (const [what, token] of Object.entries(tokens)) {
      const { page, problems } = await visit(token, { bypassCSP: true, ...options });
      await page.getByText('Opening…').waitFor({ state: 'detached' });
      await readThrough(page);
      expect(await isDrawn(page)).not.toContain(false);
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      await shoot(page, `example-${what}-${name}`, true);
      expect(problems).toEqual([]);
      await page.context().close();
    }
  });

  it('leads to other languages and pages of a link, and back', async () => {
    const { page } = await visit(tokens.page!);
    await heading(page, 'The studio').waitFor();
    const pages = page.getByRole('navigation', { name: 'Pages' });
    const below = pages.getByRole('link').nth(1);
    const title = String(await below.textContent());
    await below.click();
    await heading(page, title).waitFor();
    await page.getByRole('link', { name: 'français' }).click();
    await page.locator('h1[lang=fr]').waitFor();
    await page.goBack();
    await heading(page, title).waitFor();
    await page.goBack();
    await heading(page, 'The studio').waitFor();
    await page.context().close();
  });
});

describe('a link with a password, in the example', () => {
  it('asks for it, says when it is wrong, and then shows pictures and files too', async () => {
    const token = await share(DOCUMENT, DOCUMENT_TITLE, { password: PASSWORD });
    const { page, problems, asked } = await visit(token, { bypassCSP: true });
    await heading(page, 'This link needs a password').waitFor();
    await expectAccessible(page);
    await shoot(page, 'example-password');
    const field = page.getByLabel('Password');
    expect(await field.evaluate((input) => input === document.activeElement)).toBe(true);
    await page.keyboard.type('wrong');
    await page.keyboard.press('Enter');
    await page.getByText('That password is not right.').waitFor();
    await expectAccessible(page);
    // The wrong password is selected, so typing replaces it.
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');
    await heading(page, DOCUMENT_TITLE).waitFor();
    await readThrough(page);
    await expectAccessible(page);
    expect(problems).toEqual([]);
    expect(asked.join()).not.toMatch(/correct|password=/);

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download all files' }).click(),
    ]);
    expect(await download.failure()).toBeNull();

    await page.reload();
    await heading(page, DOCUMENT_TITLE).waitFor();
    await page.context().close();
  });

  it('shows pictures under Strapi’s own content security policy', async () => {
    const token = await share(HOMEPAGE, 'Nordlys Studio', { locale: 'en', password: PASSWORD });
    const { page, problems } = await visit(token);
    await page.getByLabel('Password').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await heading(page, 'Nordlys Studio').waitFor();
    await readThrough(page);
    await expect.poll(() => isDrawn(page)).not.toContain(false);
    const [first] = await page
      .locator('main img')
      .evaluateAll((all) => (all as HTMLImageElement[]).map(({ src }) => src));
    expect(first).toMatch(/^blob:/);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('says how long to wait after too many attempts', async () => {
    const admin = await login(app, 'admin');
    const save = (limits: object) =>
      admin('PUT', '/share-links/settings', { data: { limits: { ...WIDE_LIMITS, ...limits } } });
    await save({ passwordsPerClient: 1 });
    const token = await share(DOCUMENT, DOCUMENT_TITLE, { password: PASSWORD });
    const { page } = await visit(token);
    for (const expected of ['That password is not right.', 'Too many attempts. Try again in ']) {
      await page.getByLabel('Password').fill('wrong');
      await page.keyboard.press('Enter');
      await page.getByText(expected).waitFor();
    }
    await save({});
    await page.context().close();
  });
});

describe('a visitor to the example', () => {
  it('searches, and opens what was found', async () => {
    const { page } = await visit(tokens.page!, { bypassCSP: true });
    await heading(page, 'The studio').waitFor();
    await page.getByRole('searchbox').fill('studio');
    await page.keyboard.press('Enter');
    await heading(page, 'Search').waitFor();
    expect(await page.locator('mark').count()).toBeGreaterThan(0);
    await expectAccessible(page);
    await shoot(page, 'example-search');
    const first = page.locator('.results a').first();
    const title = String(await first.textContent());
    await first.click();
    await heading(page, title).waitFor();
    expect(new URL(page.url()).search).toBe('');
    await page.context().close();
  });

  it('sees changes without a reload, until the link is paused', async () => {
    const entry = await newProject(app, 'editor', { summary: 'As it was' });
    const link = await shareEntry(app, {
      contentType: PROJECT,
      documentId: entry.documentId,
      refreshSeconds: 5,
    });
    const { page } = await visit(link.token);
    await page.getByText('As it was').waitFor();
    await publish(app, PROJECT, entry.documentId, { summary: 'As it is now' });
    await page.getByText('As it is now').waitFor();
    await page.getByRole('status').filter({ hasText: 'Updated just now' }).waitFor();
    const editor = await login(app, 'editor');
    await editor('POST', `/share-links/links/${link.id}/pause`);
    await heading(page, 'Invalid or expired public link').waitFor();
    expect(await page.getByText('As it is now').count()).toBe(0);
    await page.context().close();
  });

  it.each([
    ['no-such-link', 'Invalid or expired public link'],
    ['', 'The address of this page names no link'],
  ])('learns what to do at #%s', async (hash, title) => {
    const { page } = await visit(hash, { bypassCSP: true });
    await heading(page, title).waitFor();
    await expectAccessible(page);
    await page.context().close();
  });

  it('can try again when the connection is lost', async () => {
    const { page } = await visit('no-such-link');
    await heading(page, 'Invalid or expired public link').waitFor();
    await page.context().setOffline(true);
    await page.evaluate((hash) => (location.hash = hash), tokens.document!);
    await heading(page, 'There is no connection.').waitFor();
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Try again' }).click();
    await heading(page, DOCUMENT_TITLE).waitFor();
    await page.context().close();
  });
});

describe('the example on another origin', () => {
  it('works completely where Strapi’s own CORS allows that origin', async () => {
    const entry = await newDocument(app, 'editor', { description: 'As it was' });
    const { token } = await shareEntry(app, {
      documentId: entry.documentId,
      password: PASSWORD,
      maxViewers: 1,
      refreshSeconds: 5,
    });
    const { page, problems, asked } = await visit(token, {}, originOf(hosts[0]!));
    await page.getByLabel('Password').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByText('As it was').waitFor();
    await publish(app, DOCUMENT, entry.documentId, { description: 'As it is now' });
    await page.getByText('As it is now').waitFor();
    await page.getByRole('searchbox').fill('now');
    await page.keyboard.press('Enter');
    await page.locator('mark').waitFor();
    // The proof for the only place of the link is kept without a cookie.
    await page.reload();
    await page.getByText('As it is now').waitFor();
    expect(await page.context().cookies()).toEqual([]);
    expect(problems).toEqual([]);
    expect(asked.some((address) => address.startsWith(app.url))).toBe(true);
    await page.context().close();
  });

  it('does not work where CORS does not allow it', async () => {
    const { page } = await visit(tokens.document!, {}, originOf(hosts[1]!));
    await heading(page, 'There is no connection.').waitFor();
    await page.context().close();
  });
});
