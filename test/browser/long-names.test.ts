import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openEntry, panelPage, shoot, sticksOut } from '../support/browser';
import { DOCUMENT, newDocument } from '../support/entries';
import { shareEntry } from '../support/sharing';
import { useActor, useApp } from '../support/use-app';
import { useBrowser } from '../support/use-panel';

const app = useApp();
const editor = useActor(app, 'editor');
const browser = useBrowser();

const LABEL = 'Nomenklaturkommissionssitzungsprotokoll'.padEnd(120, 'x');
const MAKER = 'Maximiliane-Wilhelmina.Oberhausener-Schwarzenbrunn@verwaltungsgemeinschaft.example';
const TITLE = 'Donaudampfschifffahrtsgesellschaftskapitän'.padEnd(200, 'n');

let documentId: string;

beforeAll(async () => {
  ({ documentId } = await newDocument(app, 'editor', { title: TITLE }));
  const { id } = await shareEntry(app, { documentId, label: LABEL, password: 'a long password' });
  const ended = await shareEntry(app, { documentId, label: `${LABEL.slice(1)}2` });
  await editor('DELETE', `/share-links/links/${ended.id}`);
  await editor('PUT', `/share-links/links/${id}`, { data: { fields: ['title'] } });
  const names = { shared_by_name: MAKER };
  await app.strapi.db.connection('share_links').where({ id }).update(names);
  await app.strapi.db
    .connection('share_links')
    .where({ id: ended.id })
    .update({ ...names, revoked_by_name: MAKER });
  await app.strapi.db.connection('share_link_events').update({ actor_name: MAKER });
});

/** Parts that have to be scrolled sideways, by their start. */
const wideParts = (part: Locator): Promise<string[]> =>
  part.evaluate((root) =>
    [document.documentElement, root, ...root.querySelectorAll('*')]
      .filter((element) => !element.matches('input, textarea'))
      .filter((element) => element.scrollWidth > element.clientWidth + 1)
      .filter((element) => /auto|scroll/.test(getComputedStyle(element).overflowX))
      .map((element) => element.outerHTML.slice(0, 120))
  );

describe.each([
  ['1440', { width: 1440, height: 1000 }],
  ['1024', { width: 1024, height: 800 }],
  ['390', { width: 390, height: 844 }],
] as const)('at %s pixels, long names push nothing out of', (device, viewport) => {
  let page: Page;

  beforeAll(async () => {
    page = await panelPage(app, browser, 'admin', {
      viewport,
      theme: device === '1024' ? 'dark' : 'light',
    });
  });
  afterAll(() => page.context().close());

  async function fits(name: string, part: Locator): Promise<void> {
    await part.waitFor();
    await shoot(page, `long-${name}-${device}`);
    expect(await wideParts(part), name).toEqual([]);
    expect(await sticksOut(part), name).toEqual([]);
  }

  it('the page of all links', async () => {
    await page.goto(`${app.url}/admin/plugins/share-links`);
    await page.getByRole('table', { name: 'Share links' }).waitFor();
    await fits('site', page.locator('main'));
    await page.getByRole('button', { name: `Details of link ${LABEL}`, exact: true }).click();
    const details = page.getByRole('dialog');
    await details.getByText('created the link').waitFor();
    await fits('details', details);
    expect(await details.innerText()).toMatch(/Fields shown: .*Title/);
    await details.getByRole('tab', { name: 'Visits' }).click();
    await details.getByRole('term').filter({ hasText: 'Views' }).waitFor();
    await fits('visits', details);
  });

  it('the manager and the history', async () => {
    await openEntry(app, page, DOCUMENT, documentId);
    if (device === '390') await page.getByRole('button', { name: 'Open more actions' }).click();
    await page.getByRole('button', { name: 'Manage share links' }).click();
    const manager = page.getByRole('dialog', { name: 'Manage share links' });
    await manager.getByText('fields that a new link would show are hidden').waitFor();
    await fits('manager', manager);
    await manager.getByRole('tab', { name: 'History' }).click();
    await manager.getByRole('table', { name: 'History' }).waitFor();
    await fits('history', manager);
  });
});
