import type { FrameLocator, Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';

import { freePort } from '../support/app';
import { expectAccessible, freshPage, openEntry, shoot } from '../support/browser';
import { DOCUMENT, demoEntry, newDocument } from '../support/entries';
import { send } from '../support/http';
import { later } from '../support/later';
import { FORWARDED, HOSTS, PROXIED_BROWSER, tlsServer, useNginx } from '../support/nginx';
import { expectNoSidewaysScroll } from '../support/pages';
import { PASSWORD, shareEntry } from '../support/sharing';
import { useApp } from '../support/use-app';
import { useBrowser, usePanel } from '../support/use-panel';

/** Chromium keeps no cookies for other sites, except those that are kept for each site alone. */
const browser = useBrowser([...PROXIED_BROWSER, '--test-third-party-cookie-phaseout']);

const port = later(async () => ({ tls: await freePort(), plain: await freePort() }));
const origin = (host: string) => `https://${host}:${port.tls}`;
const app = useApp(() => ({ PUBLIC_URL: origin(HOSTS.site), IS_PROXIED: 'true' }));

/** A page of another site that shows an address in a frame. */
const embedding = `location / {
  default_type text/html;
  return 200 '<h1>Intranet</h1><iframe title="shared" src="$arg_show" width="800" height="600"></iframe>';
}`;
useNginx(() => ({
  port: port.tls,
  servers: `
    ${tlsServer(port.tls, HOSTS.site, `location / { proxy_pass ${app.url}; ${FORWARDED} }`)}
    ${tlsServer(port.tls, HOSTS.partner, embedding)}
    ${tlsServer(port.tls, HOSTS.stranger, embedding)}
    server { listen 127.0.0.1:${port.plain}; ${embedding} }`,
}));

const opened: Page[] = [];
afterEach(async () => {
  for (const page of opened.splice(0)) await page.context().close();
});

async function showIn(site: string, url: string): Promise<{ page: Page; frame: FrameLocator }> {
  const page = await freshPage(browser, { bypassCSP: false });
  opened.push(page);
  await page.goto(`${site}/?show=${url}`);
  return { page, frame: page.frameLocator('iframe') };
}

async function share(rules: object = {}): Promise<string> {
  const title = 'Harbour Line: results of the trial runs';
  const { documentId } = await demoEntry(app, DOCUMENT, title);
  const { url } = await shareEntry(app, { documentId, ...rules });
  return url!;
}

describe('a frame of another site', () => {
  it('shows a link that names the site, and none that names others or nobody', async () => {
    const frameOrigins = [origin(HOSTS.partner)];
    const url = await share({ frameOrigins });
    const { frame } = await showIn(origin(HOSTS.partner), url);
    await frame.getByRole('heading', { level: 1, name: /Harbour Line/ }).waitFor();

    for (const [site, address] of [
      [origin(HOSTS.stranger), url],
      [origin(HOSTS.partner), await share()],
    ] as const) {
      const refused = await showIn(site, address);
      const inside = refused.page.frames()[1]!;
      await expect.poll(() => inside.url()).toMatch(/^chrome-error:/);
      expect(await inside.locator('body').innerText()).not.toContain('Harbour Line');
    }
  });

  it('takes the password once, where the browser keeps cookies of each site apart', async () => {
    const url = await share({ frameOrigins: [origin(HOSTS.partner)], password: PASSWORD });
    const { page, frame } = await showIn(origin(HOSTS.partner), url);
    await frame.getByLabel('Password').fill('not this one');
    await frame.getByRole('button').click();
    await frame.getByRole('alert').waitFor();
    await frame.getByLabel('Password').fill(PASSWORD);
    await frame.getByRole('button').click();
    await frame.getByRole('heading', { level: 1, name: /Harbour Line/ }).waitFor();
    await page.reload();
    await frame.getByRole('heading', { level: 1, name: /Harbour Line/ }).waitFor();
    // What one site's frame keeps is not there on another's, nor in a tab.
    await page.goto(url);
    await page.getByLabel('Password').waitFor();
  });

  it('explains why the password is asked again, and leads to a tab, where no cookie is kept', async () => {
    const frameOrigins = [`http://localhost:${port.plain}`];
    const url = await share({ frameOrigins, password: PASSWORD });
    // Without https, no browser keeps a cookie for a frame.
    const { page, frame } = await showIn(frameOrigins[0]!, `${app.url}${new URL(url).pathname}`);
    await frame.getByLabel('Password').fill(PASSWORD);
    await frame.getByRole('button').click();
    await expect.poll(() => frame.getByLabel('Password').inputValue()).toBe('');
    const note = frame.getByText(/Some browsers don’t let a page/);
    await note.waitFor();
    await shoot(page, 'frame-locked');
    const [tab] = await Promise.all([
      page.context().waitForEvent('page'),
      frame.getByRole('link', { name: 'Open it in its own tab' }).click(),
    ]);
    await tab.getByLabel('Password').fill(PASSWORD);
    await tab.getByRole('button').click();
    await tab.getByRole('heading', { level: 1, name: /Harbour Line/ }).waitFor();
  });

  it.each([
    ['light', 1440],
    ['dark', 1440],
    ['light', 390],
  ] as const)(
    'has a locked page that is accessible and fits: %s, %i px',
    async (colorScheme, width) => {
      const url = await share({ frameOrigins: [origin(HOSTS.partner)], password: PASSWORD });
      const page = await freshPage(browser, { colorScheme, viewport: { width, height: 800 } });
      opened.push(page);
      const address = `${app.url}${new URL(url).pathname}`;
      // Chromium lets nobody change these headers of a tab, and axe can’t look into a frame.
      await page.route(address, async (route) => {
        const headers = { 'Sec-Fetch-Dest': 'iframe', 'Sec-Fetch-Site': 'cross-site' };
        const { status, text, headers: answered } = await send(address, { headers });
        await route.fulfill({ status, body: text, headers: Object.fromEntries(answered) });
      });
      await page.goto(address);
      await page.getByText(/Some browsers don’t let a page/).waitFor();
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
      await shoot(page, `locked-in-frame-${width}-${colorScheme}`);
    }
  );
});

describe('the form of a link', () => {
  const light = usePanel(app, browser, 'admin');
  const dark = usePanel(app, browser, 'admin', { theme: 'dark' });
  const phone = usePanel(app, browser, 'admin', { viewport: { width: 390, height: 844 } });

  it('takes sites, names a wrong one, and tells them in the facts and the timeline', async () => {
    const { documentId } = await newDocument(app);
    await openEntry(app, light, DOCUMENT, documentId);
    await light.getByRole('button', { name: 'Create share link' }).click();
    const create = light.getByRole('dialog', { name: 'Create share link' });
    await create.getByRole('textbox', { name: 'Name' }).fill('Wall');
    await create.getByRole('button', { name: 'More options' }).click();
    const sites = create.getByRole('textbox', { name: 'Sites that may embed it' });
    await sites.fill('https://intranet.example.com/start');
    await create.getByRole('button', { name: 'Create link', exact: true }).click();
    await create
      .getByText('“https://intranet.example.com/start” must begin with https://')
      .waitFor();
    await shoot(light, 'frames-fault-1440-light');
    await sites.fill('https://Intranet.example.com/\nhttps://*.example.org');
    await sites.scrollIntoViewIfNeeded();
    await expectAccessible(light, create);
    await shoot(light, 'frames-create-1440-light');
    await create.getByRole('button', { name: 'Create link', exact: true }).click();

    const manager = light.getByRole('dialog', { name: 'Manage share links' });
    await manager
      .getByText('May be embedded by https://intranet.example.com, https://*.example.org')
      .waitFor();
    await shoot(light, 'frames-facts-1440-light');
    await light.getByRole('button', { name: 'Edit link Wall' }).click();
    const edit = light.getByRole('dialog', { name: 'Edit link Wall' });
    await edit.getByRole('button', { name: 'More options' }).click();
    const kept = edit.getByRole('textbox', { name: 'Sites that may embed it' });
    expect(await kept.inputValue()).toBe('https://intranet.example.com\nhttps://*.example.org');
    await kept.fill('https://*.example.org');
    await edit.getByRole('button', { name: 'Save changes' }).click();
    await manager.getByText('May be embedded by https://*.example.org').waitFor();
    await light.getByRole('button', { name: 'More actions for link Wall' }).click();
    await light.getByRole('menuitem', { name: 'Timeline' }).click();
    await light
      .getByText(
        'Sites that may embed it: https://intranet.example.com, https://*.example.org → https://*.example.org'
      )
      .waitFor();
    await shoot(light, 'frames-timeline-1440-light');
  });

  it.each([
    ['1440-dark', () => dark],
    ['390-light', () => phone],
  ] as const)('fits and is accessible: %s', async (name, panel) => {
    const { documentId } = await newDocument(app);
    const page = panel();
    await openEntry(app, page, DOCUMENT, documentId);
    // On a phone, the card stands behind Strapi’s own button.
    if (name.startsWith('390')) {
      await page.getByRole('button', { name: 'Open more actions' }).click();
    }
    await page.getByRole('button', { name: 'Create share link' }).click();
    const create = page.getByRole('dialog', { name: 'Create share link' });
    await create.getByRole('button', { name: 'More options' }).click();
    const sites = create.getByRole('textbox', { name: 'Sites that may embed it' });
    await sites.fill('https://intranet.example.com');
    await sites.scrollIntoViewIfNeeded();
    await expectAccessible(page, create);
    await shoot(page, `frames-create-${name}`);
  });
});
