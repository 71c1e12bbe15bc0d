import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';

import { freePort } from '../support/app';
import { freshPage, shoot } from '../support/browser';
import { ACTOR_PASSWORD, clientOf, requestToken } from '../support/client';
import { buildDemoCopy } from '../support/demo-copy';
import { DOCUMENT } from '../support/entries';
import { later } from '../support/later';
import { FORWARDED, HOSTS, PROXIED_BROWSER, tlsServer, useNginx } from '../support/nginx';
import { startNode } from '../support/nodes';
import { PASSWORD } from '../support/sharing';
import { useDatabase } from '../support/use-app';
import { useBrowser } from '../support/use-panel';

/** Two minutes are not always enough on a machine with other work. */
const BUILD_MS = 5 * 60_000;

const browser = useBrowser(PROXIED_BROWSER);
const port = later(async () => ({ tls: await freePort() }));
const site = () => `https://${HOSTS.site}:${port.tls}/cms`;
const env = () => ({
  PUBLIC_URL: site(),
  ADMIN_URL: '/backstage',
  ADMIN_COOKIE_PATH: '/cms',
  IS_PROXIED: 'true',
});
const copy = later(
  () => buildDemoCopy(env()),
  (made) => made.remove(),
  BUILD_MS
);
const database = useDatabase();
const node = later(
  () => startNode(database, env(), copy.dir),
  (started) => started.stop()
);
useNginx(() => ({
  port: port.tls,
  servers: tlsServer(
    port.tls,
    HOSTS.site,
    `location /cms/ { proxy_pass ${node.url}/; ${FORWARDED} }`
  ),
}));

/** Logs in to the panel, which has an address of its own below the path. */
async function openPanel(problems: string[]): Promise<Page> {
  const page = await freshPage(browser, {
    permissions: ['clipboard-read', 'clipboard-write'],
    bypassCSP: false,
  });
  page.on('response', (answer) => {
    const isOurs = new URL(answer.url()).pathname.includes('/share-links/');
    if (isOurs && answer.status() >= 400) problems.push(`${answer.status()}: ${answer.url()}`);
  });
  await page.goto(`${site()}/backstage/auth/login`);
  await page.getByLabel('Email').fill('admin@example.com');
  await page.getByLabel('Password', { exact: false }).first().fill(ACTOR_PASSWORD);
  await page.getByRole('button', { name: 'Login' }).click();
  await page.waitForURL(/\/cms\/backstage\/?(\?.*)?$/);
  return page;
}

it('the panel of a CMS under a path makes a link, shows its QR code and opens it', async () => {
  const problems: string[] = [];
  const panel = await openPanel(problems);
  const types = `content-manager/collection-types/${DOCUMENT}`;
  const admin = clientOf(node, await requestToken(node, 'admin'));
  const made = await admin<{ data: { documentId: string } }>('POST', `/${types}`, {
    title: 'Under a path',
  });
  await panel.goto(`${site()}/backstage/${types}/${made.body.data.documentId}`);
  await panel.getByRole('button', { name: 'Create share link' }).click();
  const create = panel.getByRole('dialog', { name: 'Create share link' });
  await create.getByRole('textbox', { name: 'Name' }).fill('Under a path');
  await create.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
  await create.getByRole('button', { name: 'Create link', exact: true }).click();

  const manager = panel.getByRole('dialog', { name: 'Manage share links' });
  const address = manager.getByRole('textbox', { name: 'Address of link Under a path' });
  const url = await address.inputValue();
  expect(url).toMatch(new RegExp(`^${site()}/share/[\\w-]{32}$`));
  const [tab] = await Promise.all([
    panel.context().waitForEvent('page'),
    manager
      .getByRole('link', { name: /new tab/ })
      .first()
      .click(),
  ]);
  await tab.getByRole('heading', { level: 1, name: 'Under a path' }).waitFor();
  expect(tab.url().startsWith(`${site()}/share/preview/`)).toBe(true);
  await tab.getByRole('complementary').getByText('enter a password first').waitFor();
  const [cookie] = await tab.context().cookies(tab.url());
  expect(cookie).toMatchObject({ name: 'share-preview', secure: true, httpOnly: true });
  expect(cookie!.path).toBe(new URL(tab.url()).pathname);
  await tab.goto(url);
  await tab.getByLabel('Password').fill(PASSWORD);
  await tab.getByRole('button').click();
  await tab.getByRole('heading', { level: 1, name: 'Under a path' }).waitFor();

  await panel.getByRole('button', { name: 'More actions for link Under a path' }).click();
  await panel.getByRole('menuitem', { name: 'QR code' }).click();
  const code = panel.getByRole('dialog').getByRole('img');
  await expect
    .poll(() => code.evaluate((image) => (image as HTMLImageElement).naturalWidth))
    .toBeGreaterThan(0);
  await shoot(panel, 'panel-under-path');
  expect(problems).toEqual([]);
  await panel.context().close();
});
