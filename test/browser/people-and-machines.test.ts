import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';

import { freePort } from '../support/app';
import { freshPage } from '../support/browser';
import { FETCHERS } from '../support/fetchers';
import { send } from '../support/http';
import { later } from '../support/later';
import { FORWARDED, HOSTS, PROXIED_BROWSER, tlsServer, useNginx } from '../support/nginx';
import { PASSWORD, shareEntry } from '../support/sharing';
import type { ShareOptions } from '../support/sharing';
import { useActor, useApp } from '../support/use-app';
import { useBrowser } from '../support/use-panel';
import { visitsOf } from '../support/visits';

const browser = useBrowser(PROXIED_BROWSER);
const port = later(async () => ({ tls: await freePort() }));
const base = () => `https://${HOSTS.site}:${port.tls}`;
const app = useApp(() => ({ PUBLIC_URL: base(), IS_PROXIED: 'true' }));
const editor = useActor(app, 'editor');
useNginx(() => ({
  port: port.tls,
  servers: tlsServer(port.tls, HOSTS.site, `location / { proxy_pass ${app.url}; ${FORWARDED} }`),
}));

let opened: Page[] = [];
afterEach(async () => {
  for (const page of opened) await page.context().close();
  opened = [];
});

/** A person with a browser of their own. */
async function person(options = {}): Promise<Page> {
  const page = await freshPage(browser, { bypassCSP: false, ...options });
  opened.push(page);
  return page;
}

async function share(rules: ShareOptions = {}) {
  const link = await shareEntry(app, rules);
  const heading = (page: Page) =>
    page.getByRole('heading', { level: 1, name: link.entryTitle! }).waitFor();
  return { ...link, url: `${base()}/share/${link.token}`, heading };
}

const scan = (token: string, headers: Record<string, string>) =>
  send(`${app.url}/share/${token}`, { headers: { 'X-Forwarded-Proto': 'https', ...headers } });

describe('a link for one visitor', () => {
  it('opens for a person after office programs, chats, scanners and prefetches', async () => {
    const link = await share({ maxViewers: 1 });
    const kinds = Object.entries(FETCHERS).filter(([kind]) => kind !== 'People');
    for (const [, fetchers] of kinds) {
      for (const { headers, limited, method = 'GET' } of fetchers) {
        if (limited !== 'page' && method === 'GET') await scan(link.token, headers);
      }
    }
    const page = await person();
    await page.goto(link.url);
    await link.heading(page);
    await page.reload();
    await link.heading(page);
    const other = await person();
    expect((await other.goto(link.url))!.status()).toBe(404);
  });

  it('opens for a person after a scanner with a real browser in the same network', async () => {
    const link = await share({ maxViewers: 1 });
    // It reads the page and shows nothing.
    const gateway = FETCHERS.People![0]!.headers;
    const first = await scan(link.token, { ...gateway, 'X-Forwarded-For': '127.0.0.1' });
    expect(first.text).toContain(link.entryTitle!);
    const page = await person();
    await page.goto(link.url);
    await link.heading(page);
    await page.reload();
    await link.heading(page);
  });

  it('stays with the first of two people in one network, as soon as the page is shown', async () => {
    const link = await share({ maxViewers: 1 });
    const first = await person({ javaScriptEnabled: false });
    await first.goto(link.url);
    const second = await person();
    expect((await second.goto(link.url))!.status()).toBe(404);
    await first.reload();
    await link.heading(first);
  });

  it('asks for a click where a browser does not say how it came to ask', async () => {
    const link = await share({ maxViewers: 1 });
    const page = await person({ javaScriptEnabled: false });
    // As browsers did before 2021.
    await page.route('**/*', async (route) => {
      const headers = { ...route.request().headers() };
      for (const name of Object.keys(headers)) {
        if (name.startsWith('sec-fetch')) delete headers[name];
      }
      const answer = await scan(link.token, {
        'User-Agent': headers['user-agent']!,
        'X-Forwarded-For': '127.0.0.1',
      });
      await route.fulfill({
        status: answer.status,
        headers: Object.fromEntries(answer.headers),
        body: answer.text,
      });
    });
    await page.goto(link.url);
    await page.unroute('**/*');
    const button = page.getByRole('button', { name: 'Open the page' });
    await button.focus();
    await page.keyboard.press('Enter');
    await link.heading(page);
    expect(page.url()).toBe(link.url);
    await page.reload();
    await link.heading(page);
    const { meta } = await visitsOf(app, link.id, 3);
    expect(meta.totals).toMatchObject({ opened: 2, robots: 1 });
  });

  it('is prerendered by no browser, and then opens as always', async () => {
    const link = await share({ maxViewers: 1 });
    const page = await person();
    const ahead = await page.context().request.get(link.url, {
      headers: { 'Sec-Purpose': 'prefetch;prerender' },
      ignoreHTTPSErrors: true,
    });
    expect(ahead.status()).toBe(503);
    await page.goto(link.url);
    await link.heading(page);
  });
});

describe('a link with a token and a slug', () => {
  it('is one visitor’s by either address, also when it is full', async () => {
    const link = await share({ maxViewers: 1 });
    const slug = `by-either-${link.id}`;
    const page = await person();
    await page.goto(link.url);
    await link.heading(page);
    await editor('PUT', `/share-links/links/${link.id}`, { data: { slug } });
    await page.goto(link.url);
    await link.heading(page);
    expect(page.url()).toBe(`${base()}/share/${slug}`);
    for (const address of [slug, link.token, `${slug.toUpperCase()}.`, `${link.token})`]) {
      await page.goto(`${base()}/share/${address}`);
      await link.heading(page);
      expect(page.url()).toBe(`${base()}/share/${slug}`);
    }
    const { data } = await visitsOf(app, link.id, 6);
    expect(new Set(data.map(({ visitor }) => visitor)).size).toBe(1);
  });
});

describe('a password', () => {
  it('opens as it is pasted from a mail', async () => {
    const link = await share({ password: PASSWORD });
    const page = await person();
    await page.goto(link.url);
    await page.getByLabel('Password').fill(` ${PASSWORD.replaceAll(' ', '\u00a0')}\u200b `);
    await page.getByRole('button').click();
    await link.heading(page);
  });

  it('that is wrong counts once, however often the answer is loaded again', async () => {
    const link = await share({ password: PASSWORD });
    const page = await person();
    await page.goto(link.url);
    await page.getByLabel('Password').fill('not this one');
    await page.getByRole('button').dblclick();
    await page.getByRole('alert').waitFor();
    for (let count = 0; count < 6; count += 1) {
      await page.reload();
      await page.getByRole('alert').waitFor();
    }
    expect((await visitsOf(app, link.id, 2)).meta.totals.wrongPassword).toBe(1);
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button').click();
    await link.heading(page);
  });
});
