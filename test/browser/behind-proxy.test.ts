import type { Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';

import { WIDE_LIMITS, freePort } from '../support/app';
import { cardOf, freshPage, openEntry, panelPage } from '../support/browser';
import { headOf, shareIndexed, sitemapOf } from '../support/crawlers';
import { DOCUMENT, PAGE, PROJECT, demoEntry } from '../support/entries';
import { later } from '../support/later';
import { FORWARDED, HOSTS, PROXIED_BROWSER, tlsServer, useNginx } from '../support/nginx';
import { readThrough } from '../support/pages';
import { saveSettings } from '../support/settings';
import { PASSWORD, shareEntry } from '../support/sharing';
import type { ShareOptions } from '../support/sharing';
import { useApp } from '../support/use-app';
import { useBrowser } from '../support/use-panel';

const browser = useBrowser(PROXIED_BROWSER);

/** Pages that a test has opened, and everything that went wrong on them. */
const problems: string[] = [];
let opened: Page[] = [];

afterEach(async () => {
  for (const page of opened) await page.context().close();
  opened = [];
});

/** A visitor with a fresh browser profile. */
async function visitor(): Promise<Page> {
  const page = await freshPage(browser, { bypassCSP: false, acceptDownloads: true });
  problems.length = 0;
  page.on('console', (message) => problems.push(message.text()));
  page.on('response', (answer) => {
    if (answer.status() >= 400) problems.push(`${answer.status()}: ${answer.url()}`);
  });
  opened.push(page);
  return page;
}

interface Site {
  name: string;
  /** What nginx does with a request to the site. */
  locations: (upstream: string) => string;
  env: Record<string, string>;
}

const SITES: Site[] = [
  {
    name: 'removes the path and says who asked for what',
    locations: (upstream) => `location /cms/ { proxy_pass ${upstream}/; ${FORWARDED} }`,
    env: { IS_PROXIED: 'true' },
  },
  {
    name: 'keeps the path and tells only the host',
    locations: (upstream) =>
      `location /cms/ { proxy_pass ${upstream}; proxy_set_header Host $http_host; }`,
    env: {},
  },
  {
    name: 'removes the path and tells nothing',
    locations: (upstream) => `location /cms/ { proxy_pass ${upstream}/; }`,
    env: {},
  },
];

describe.each(SITES)('behind a proxy that $name', ({ locations, env, name }) => {
  const port = later(async () => ({ tls: await freePort() }));
  const base = () => `https://${HOSTS.site}:${port.tls}/cms`;
  const app = useApp(() => ({ PUBLIC_URL: base(), ...env }));
  useNginx(() => ({
    port: port.tls,
    servers: tlsServer(port.tls, HOSTS.site, locations(app.url)),
  }));

  async function share(contentType: typeof PAGE, title: string, rules: ShareOptions = {}) {
    const { documentId } = await demoEntry(app, contentType, title);
    const link = await shareEntry(app, { by: 'admin', contentType, documentId, ...rules });
    expect(link.url).toBe(`${base()}/share/${link.token}`);
    return link.url!;
  }

  it('a page shows its pictures, runs its script and hands out its files', async () => {
    const url = await share(PROJECT, 'Lumen Energy customer portal');
    const page = await visitor();
    await page.goto(url);
    await readThrough(page);
    const widths = await page
      .locator('img')
      .evaluateAll((images) => images.map((image) => (image as HTMLImageElement).naturalWidth));
    expect(widths.length).toBeGreaterThan(2);
    expect(widths.filter((width) => width === 0)).toEqual([]);
    // The script writes what the visitor chooses into the address.
    const filters = page.locator('[data-island="filters"]').first();
    await filters.getByRole('button', { name: /^Filter and sort/ }).click();
    await filters.locator('select').first().selectOption({ index: 1 });
    await expect.poll(() => new URL(page.url()).hash).not.toBe('');
    const files = await page
      .locator('main a[href*="/files/"]')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    expect(files.length).toBeGreaterThan(1);
    for (const file of files.slice(0, 2)) {
      const answer = page.context().waitForEvent('response', (it) => it.url() === file);
      // Chromium shows some files, and saves the others.
      await page.evaluate((address) => open(address), file);
      expect((await answer).status()).toBe(200);
    }
    const [archive] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('a[href$="/files.zip"]').click(),
    ]);
    expect(await archive.failure()).toBeNull();
    expect(problems).toEqual([]);
  });

  it('a password is refused if wrong, opens if right, and stays given', async () => {
    const url = await share(DOCUMENT, 'Harbour Line: results of the trial runs', {
      password: PASSWORD,
    });
    const page = await visitor();
    await page.goto(url);
    await page.getByLabel('Password').fill('not this one');
    await page.getByRole('button').click();
    await page.getByRole('alert').waitFor();
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button').click();
    await page.getByRole('heading', { level: 1, name: /Harbour Line/ }).waitFor();
    expect(page.url()).toBe(url);
    await page.reload();
    await page.getByRole('heading', { level: 1, name: /Harbour Line/ }).waitFor();
    const cookies = await page.context().cookies(url);
    expect(cookies.map(({ name: cookie }) => cookie).sort()).toEqual([
      'share-unlock',
      'share-viewer',
    ]);
    for (const { path, secure, httpOnly, sameSite } of cookies) {
      expect({ path, secure, httpOnly, sameSite }).toEqual({
        path: new URL(url).pathname,
        // This proxy hides the host and the encryption, so the app can't know of it.
        secure: !name.endsWith('tells nothing'),
        httpOnly: true,
        sameSite: 'Lax',
      });
    }
  });

  it('a link for one visitor opens again for the same person, and for nobody else', async () => {
    const url = await share(DOCUMENT, 'Harbour Line: results of the trial runs', { maxViewers: 1 });
    const page = await visitor();
    for (let visits = 0; visits < 2; visits += 1) {
      expect((await page.goto(url))?.status()).toBe(200);
    }
    expect((await page.reload())?.status()).toBe(200);
    expect((await (await visitor()).goto(url))?.status()).toBe(404);
  });

  it('a search, the entries below and the other languages open', async () => {
    const rules = { locale: 'en', locales: ['fr'], includeChildren: true };
    const page = await visitor();
    const url = await share(PAGE, 'The studio', rules);
    await page.goto(url);
    await page.locator('nav a[hreflang="fr"], a[lang="fr"]').first().click();
    expect(page.url()).toBe(`${url}/fr`);
    await page.goBack();
    await page.locator('nav a[href*="/share/"]:not([lang])').nth(1).click();
    await page.waitForURL(
      (at) => at.pathname.split('/').length > new URL(url).pathname.split('/').length
    );
    await page.locator('input[name="q"]').fill('studio');
    await page.locator('input[name="q"]').press('Enter');
    await page.waitForURL(/\/search\?s=/);
    expect(page.url()).toContain(`${url}/`);
    await page.locator('main a[href*="/share/"]').first().click();
    expect(page.url().startsWith(url)).toBe(true);
    expect(problems).toEqual([]);
  });

  it('search engines and chat programs get addresses below the path', async () => {
    await saveSettings(app, { refusal: 'uniform' });
    const { url } = await shareIndexed(app);
    expect(await sitemapOf(app)).toContain(url);
    const page = await visitor();
    const answer = await page.goto(url!);
    const { meta, links } = headOf(await answer!.text());
    expect(meta['og:url']).toBe(url);
    expect(links).toContainEqual(['canonical', undefined, url]);
    const sitemap = await page.goto(`${base()}/share/sitemap.xml`);
    expect(await sitemap!.text()).toContain(`<loc>${url}</loc>`);
  });
});

describe('with a host of their own for pages', () => {
  const port = later(async () => ({ tls: await freePort() }));
  const pages = () => `https://${HOSTS.pages}:${port.tls}`;
  const site = () => `https://${HOSTS.site}:${port.tls}/cms`;
  const app = useApp(() => ({ PUBLIC_URL: site(), IS_PROXIED: 'true' }), { limits: WIDE_LIMITS });
  useNginx(() => ({
    port: port.tls,
    servers:
      tlsServer(
        port.tls,
        HOSTS.pages,
        `location /share/ { proxy_pass ${app.url}; ${FORWARDED} }
         location / { return 404; }`
      ) +
      tlsServer(port.tls, HOSTS.site, `location /cms/ { proxy_pass ${app.url}/; ${FORWARDED} }`),
  }));
  beforeAll(() => saveSettings(app, { publicUrl: pages() }));

  it('both hosts open a link with its password, each with its own addresses', async () => {
    const { documentId } = await demoEntry(app, PROJECT, 'Lumen Energy customer portal');
    const { url, token } = await shareEntry(app, {
      by: 'admin',
      contentType: PROJECT,
      documentId,
      password: PASSWORD,
    });
    expect(url).toBe(`${pages()}/share/${token}`);
    for (const address of [url!, `${site()}/share/${token}`]) {
      const page = await visitor();
      await page.goto(address);
      await page.getByLabel('Password').fill(PASSWORD);
      await page.getByRole('button').click();
      await page.getByRole('heading', { level: 1, name: /Lumen Energy/ }).waitFor();
      expect(page.url()).toBe(address);
      problems.length = 0;
      await readThrough(page);
      const [cookie] = await page.context().cookies(address);
      expect([cookie?.path, cookie?.secure]).toEqual([new URL(address).pathname, true]);
      expect(problems).toEqual([]);
    }
  });

  it('the panel shows a new link at the host for pages, and previews it at its own', async () => {
    const { documentId } = await demoEntry(
      app,
      DOCUMENT,
      'Harbour Line: results of the trial runs'
    );
    await shareEntry(app, { documentId });
    const panel = await panelPage(app, browser, 'editor');
    opened.push(panel);
    await openEntry(app, panel, DOCUMENT, documentId);
    await cardOf(panel)
      .getByRole('button', { name: /Manage/ })
      .click();
    const manager = panel.getByRole('dialog');
    const address = await manager.locator('input[readonly]').first().inputValue();
    expect(address.startsWith(`${pages()}/share/`)).toBe(true);
    const row = manager.getByRole('link', { name: /new tab/ }).first();
    const [tab] = await Promise.all([panel.context().waitForEvent('page'), row.click()]);
    // A preview, which only this browser can open, stays at the panel's own host.
    await tab.waitForURL((url) => url.pathname.includes('/share/preview/'));
    expect(await tab.getByRole('heading', { level: 1 }).innerText()).toContain('Harbour Line');
  });
});
