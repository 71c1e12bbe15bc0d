import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';

import { cardOf, expectAccessible, openEntry, shoot, sticksOut } from '../support/browser';
import { PAGE } from '../support/entries';
import { newPage, sharePage } from '../support/handbook';
import { openManager } from '../support/manager';
import { shareEntry, strangerAt } from '../support/sharing';
import { useApp } from '../support/use-app';
import { useBrowser, usePanel } from '../support/use-panel';
import { addFrench } from '../support/versions';

const app = useApp();
const browser = useBrowser();
const page = usePanel(app, browser, 'editor');
const phone = usePanel(app, browser, 'editor', {
  viewport: { width: 390, height: 844 },
  theme: 'dark',
});
const { json } = strangerAt(app);

const WIDTHS = { wide: 1440, tablet: 1024 };

/** Looks at the same place in every width, and in the dark. Strapi limits how often one logs in. */
async function lookAt(name: string, show: (view: Page) => Promise<void>): Promise<void> {
  for (const [width, pixels] of Object.entries(WIDTHS)) {
    await page.setViewportSize({ width: pixels, height: 900 });
    await show(page);
    await shoot(page, `what-opens-${name}-${width}`);
  }
  await page.setViewportSize({ width: 1440, height: 1000 });
  await show(phone);
  await shoot(phone, `what-opens-${name}-phone`);
}

describe('The card of an entry', () => {
  it('names the link of an entry above that opens it, and leads there', async () => {
    const root = await newPage(app, 'The handbook of everything that the studio knows');
    const below = await newPage(app, 'Arriving', root);
    await sharePage(app, root, { includeChildren: true, label: 'For the new colleagues' });
    await openEntry(app, page, PAGE, below.documentId, '?plugins[i18n][locale]=en');
    const card = cardOf(page);
    await card.getByText('Open through other links').waitFor();
    const way = card.getByRole('link', { name: /For the new colleagues.*The handbook/ });
    await way.waitFor();
    expect(await sticksOut(card)).toEqual([]);
    await expectAccessible(page, card);
    await lookAt('parent', async (view) => {
      await openEntry(app, view, PAGE, below.documentId, '?plugins[i18n][locale]=en');
      const there = cardOf(view).getByText('Open through other links');
      await there.scrollIntoViewIfNeeded();
    });
    await way.click();
    await page.waitForURL(new RegExp(root.documentId));
    await cardOf(page).getByText('1 live link').waitFor();
  });

  it('names a link of another language, and says what keeps links closed', async () => {
    const root = await newPage(app, 'Welcome');
    await addFrench(app, root.documentId, { title: 'Bienvenue' });
    const link = await sharePage(app, root, { locales: ['fr'], label: 'In two languages' });
    const french = '?plugins[i18n][locale]=fr';
    await openEntry(app, page, PAGE, root.documentId, french);
    await cardOf(page).getByText('Open through other links').waitFor();
    await cardOf(page)
      .getByText(/In two languages, made for English/)
      .waitFor();

    await app.strapi.documents(PAGE).unpublish({ documentId: root.documentId } as never);
    expect((await json(link.token)).status).toBe(404);
    await openEntry(app, page, PAGE, root.documentId, '?plugins[i18n][locale]=en');
    await cardOf(page).getByText('1 live link, closed').waitFor();
    await page.getByRole('button', { name: 'Manage share links' }).click();
    const manager = page.getByRole('dialog');
    await manager.getByText('Suspended: not published').waitFor();
    await manager.getByText(/Publish it, or edit the link to show the draft/).waitFor();
    await expectAccessible(page, manager);
    expect(await sticksOut(manager)).toEqual([]);
    await lookAt('unpublished', async (view) => {
      await openManager(app, view, root.documentId, PAGE, '?plugins[i18n][locale]=en');
      await view.getByText('Suspended: not published').waitFor();
    });
  });

  it('says that a used-up link is open for those whom it has let in', async () => {
    const root = await newPage(app, 'For one reader');
    const link = await sharePage(app, root, { maxViewers: 1 });
    expect((await json(link.token)).status).toBe(200);
    await openEntry(app, page, PAGE, root.documentId, '?plugins[i18n][locale]=en');
    await cardOf(page).getByText('Open for earlier visitors').waitFor();
    await shoot(page, 'what-opens-used-up');
  });
});

it('The page of all links shows and filters what visitors meet', async () => {
  const root = await newPage(app, 'Not published any more');
  await sharePage(app, root, { label: 'Closed by its entry' });
  await app.strapi.documents(PAGE).unpublish({ documentId: root.documentId } as never);
  await shareEntry(app, { label: 'Wide open' });
  const list = (state: string) => `${app.url}/admin/plugins/share-links?state=${state}`;
  await page.goto(list('active'));
  await page.getByRole('cell', { name: 'Wide open' }).first().waitFor();
  expect(await page.getByText('Closed by its entry').count()).toBe(0);
  await page.goto(list('suspended'));
  const row = page.getByRole('row').filter({ hasText: 'Closed by its entry' });
  await row.getByText('Suspended: not published').waitFor();
  await lookAt('list', async (view) => {
    await view.goto(list('suspended'));
    await view.getByText('Closed by its entry').first().waitFor();
  });
  await row.getByRole('button', { name: /details/i }).click();
  await page
    .getByRole('dialog')
    .getByText(/Publish it, or edit the link/)
    .waitFor();
  await expectAccessible(page, page.getByRole('dialog'));
  await shoot(page, 'what-opens-details');
});
