import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';

import { DAY_MS } from '../../contracts/dates';
import {
  cardOf,
  expectAccessible,
  expectFocusSeen,
  openEntry,
  panelPage,
  shoot,
  sticksOut,
  tabTo,
} from '../support/browser';
import { DOCUMENT, newDocument } from '../support/entries';
import { openManager } from '../support/manager';
import { shareEntry } from '../support/sharing';
import type { Shared } from '../support/sharing';
import { useApp } from '../support/use-app';
import { useBrowser, usePanel } from '../support/use-panel';
import { SLACK, insertDays, insertVisits, openLink, visitsOf } from '../support/visits';

const PHONE = { width: 390, height: 844 };

const app = useApp();
const browser = useBrowser();
const admin = usePanel(app, browser, 'admin');

async function openVisits(link: Shared, page = admin): Promise<Locator> {
  const manager = await openManager(app, page, link.documentId);
  await manager.getByRole('button', { name: `Visits to link ${link.label}` }).click();
  const dialog = page.getByRole('dialog', { name: `Visits to link ${link.label}` });
  await dialog.getByRole('term').filter({ hasText: 'Views' }).waitFor();
  return dialog;
}

/** Adds visits of the last weeks, unevenly, with the counts that belong to them. */
async function busyLink(label: string, count: number): Promise<Shared> {
  const link = await shareEntry(app, { label });
  const today = Date.now();
  const days = Array.from({ length: 120 }, (_, daysAgo) => {
    const wave = 1 + Math.sin(daysAgo / 3) + (daysAgo % 7 < 2 ? -0.6 : 0.4);
    const opened = Math.round(Math.max(0, (count / 120) * wave));
    return {
      day: new Date(today - daysAgo * DAY_MS).toISOString().slice(0, 10),
      opened,
      visitors: Math.round(opened * 0.7),
      refused: daysAgo % 9 === 0 ? Math.round(opened / 4) : 0,
      robots: 1,
      downloaded: daysAgo % 5 === 0 ? 1 : 0,
    };
  });
  await insertDays(app, link.id, days);
  const opened = days.reduce((sum, day) => sum + day.opened, 0);
  await app.strapi.db
    .connection('share_links')
    .where({ id: link.id })
    .update({
      view_count: opened,
      viewer_count: Math.round(opened * 0.6),
      last_viewed_at: new Date(today - 3 * 60 * 60 * 1000),
    });
  await insertVisits(
    app,
    link.id,
    Array.from({ length: Math.min(count, 40) }, (_, index) => ({
      at: new Date(today - (40 - index) * 5 * 60 * 60 * 1000),
      outcome: index % 11 === 3 ? 'refused' : index % 7 === 2 ? 'downloaded' : 'opened',
      reason: index % 11 === 3 ? 'paused' : null,
      address: index % 2 ? '203.0.113.0/24' : '2001:db8:1::/48',
      browser: ['Firefox', 'Safari', 'Chrome', 'Samsung Internet'][index % 4],
      device: ['desktop', 'phone', 'tablet'][index % 3],
      referrer: index % 3 ? null : 'mail.example.com',
      is_returning: index % 4 === 1,
    }))
  );
  return link;
}

describe('the visits of a link', () => {
  it('are shown in its row, on the card and one by one', async () => {
    const { documentId } = await newDocument(app);
    const link = await shareEntry(app, { documentId, label: 'Counted' });
    for (let count = 0; count < 3; count += 1) {
      await openLink(app, link.token, { Referer: 'https://mail.example.com/' });
    }
    await openLink(app, link.token, { 'User-Agent': SLACK });
    await visitsOf(app, link.id, 4);

    await openEntry(app, admin, DOCUMENT, documentId);
    await cardOf(admin).getByText('3 views by 3 visitors, last').waitFor();
    const manager = await openManager(app, admin, documentId);
    const button = manager.getByRole('button', { name: 'Visits to link Counted' });
    expect(await button.textContent()).toContain('3 views by 3 visitors');
    await expectAccessible(admin, manager);
    await shoot(admin, 'visits-row');
    await button.click();

    const dialog = admin.getByRole('dialog', { name: 'Visits to link Counted' });
    const rows = dialog.getByRole('table', { name: 'Visits' }).getByRole('row');
    await rows.nth(3).waitFor();
    expect(await rows.count()).toBe(4);
    expect(await rows.nth(1).innerText()).toMatch(
      /Opened[^]*Firefox, computer[^]*127\.0\.0\.0\/24[^]*mail\.example\.com/
    );
    await dialog.getByText('1 visit by a robot, not counted').waitFor();
    await dialog
      .getByRole('img', { name: /^3 views and 0 refusals since/ })
      .waitFor({ state: 'attached' });
    await dialog.getByText('Visitors’ addresses are kept without their last part.').waitFor();
    await dialog.getByText('Visits are deleted after 90 days; the counts stay.').waitFor();
    await expectAccessible(admin, dialog);
    await shoot(admin, 'visits-few');

    await dialog.getByRole('combobox', { name: 'Who' }).click();
    await admin.getByRole('option', { name: 'Robots', exact: true }).click();
    await dialog.getByText('Shown a neutral page').waitFor();
    await expect.poll(() => rows.count()).toBe(2);
    await dialog.getByRole('combobox', { name: 'What happened' }).click();
    await admin.getByRole('option', { name: 'Searched' }).click();
    await dialog.getByText('No visits match.').waitFor();
  });

  it('if there are none: it says so, and shows no empty chart', async () => {
    const link = await shareEntry(app, { label: 'Unopened' });
    const manager = await openManager(app, admin, link.documentId);
    await manager.getByText('Not opened yet').waitFor();
    const dialog = await openVisits(link);
    await dialog.getByText('Not opened yet').waitFor();
    expect(await dialog.getByRole('table').count()).toBe(0);
    expect(await dialog.getByRole('button', { name: 'Erase visits' }).count()).toBe(0);
    await expectAccessible(admin, dialog);
    await shoot(admin, 'visits-none');
  });

  it('if there is one: the text is in the singular, and the bar is visible', async () => {
    const link = await shareEntry(app, { label: 'Once' });
    await openLink(app, link.token);
    await visitsOf(app, link.id, 1);
    await openEntry(app, admin, DOCUMENT, link.documentId);
    await cardOf(admin).getByText('1 view by 1 visitor, last').waitFor();
    await shoot(admin, 'visits-one-card');
    const dialog = await openVisits(link);
    await dialog
      .getByRole('img', { name: /^1 view and 0 refusals since/ })
      .waitFor({ state: 'attached' });
    const bar = await dialog.locator('rect.opened').boundingBox();
    expect(bar!.height).toBeGreaterThan(20);
    await expectAccessible(admin, dialog);
    await shoot(admin, 'visits-one');
  });

  it('if there are many: a chart with a table of its numbers, by day and by week', async () => {
    const link = await busyLink('Busy', 1000);
    const dialog = await openVisits(link);
    const chart = dialog.getByRole('img', { name: /since/ });
    expect(await chart.locator('rect.opened').count()).toBeGreaterThan(20);
    await expectAccessible(admin, dialog);
    await shoot(admin, 'visits-many');

    await dialog.getByText('Show the numbers as a table').click();
    const numbers = dialog.getByRole('region', { name: 'Show the numbers as a table' });
    expect(await numbers.getByRole('row').count()).toBe(31);
    await expectAccessible(admin, dialog);
    await numbers.scrollIntoViewIfNeeded();
    await shoot(admin, 'visits-numbers');

    await dialog.getByRole('combobox', { name: 'Period' }).click();
    await admin.getByRole('option', { name: 'Last year' }).click();
    await expect.poll(() => numbers.getByRole('row').count()).toBe(54);
    await numbers.getByRole('rowheader').first().getByText('Week from').waitFor();
    await dialog.getByText('Show the numbers as a table').click();
    await shoot(admin, 'visits-year');
  });

  it('if there are a million: the numbers fit', async () => {
    const link = await busyLink('Viral', 1_000_000);
    const dialog = await openVisits(link);
    await dialog
      .getByText(/^\d+K$/)
      .first()
      .waitFor();
    expect(await sticksOut(dialog)).toEqual([]);
    await shoot(admin, 'visits-million');
  });

  it('can be paged, exported and erased by keyboard', async () => {
    const link = await busyLink('To erase', 200);
    const dialog = await openVisits(link);
    const table = dialog.getByRole('table', { name: 'Visits' });
    const first = await table.getByRole('row').nth(1).innerText();
    await tabTo(admin, 'Next page');
    await expectFocusSeen(admin);
    await admin.keyboard.press('Enter');
    await expect.poll(() => table.getByRole('row').nth(1).innerText()).not.toBe(first);

    await tabTo(admin, 'Export CSV');
    const [file] = await Promise.all([
      admin.waitForEvent('download'),
      admin.keyboard.press('Enter'),
    ]);
    expect(file.suggestedFilename()).toBe(`share-link-${link.id}-visits.csv`);

    await tabTo(admin, 'Erase visits');
    await admin.keyboard.press('Enter');
    const asked = admin.getByRole('alertdialog');
    await asked.getByText('Erase the visits to link To erase?').waitFor();
    await expectAccessible(admin, asked);
    await shoot(admin, 'visits-erase');
    await asked.getByRole('button', { name: 'Cancel' }).press('Enter');
    await asked.waitFor({ state: 'hidden' });
    await expect
      .poll(() => admin.evaluate(() => document.activeElement?.textContent))
      .toBe('Erase visits');
    await admin.keyboard.press('Enter');
    await asked.getByRole('button', { name: 'Erase visits' }).press('Enter');
    await dialog.getByText('Not opened yet').waitFor();
    await admin.keyboard.press('Escape');
    await admin.getByRole('button', { name: 'Visits to link To erase: Not opened yet' }).waitFor();
  });

  it('are readable in the dark scheme and on a phone', async () => {
    const link = await busyLink('Dark', 1000);
    const dark = await panelPage(app, browser, 'admin', { theme: 'dark' });
    await expectAccessible(dark, await openVisits(link, dark));
    await shoot(dark, 'visits-dark');
    await dark.context().close();

    const phone = await panelPage(app, browser, 'admin', { viewport: PHONE });
    const dialog = await openVisits(link, phone);
    expect(await sticksOut(dialog)).toEqual([]);
    await expectAccessible(phone, dialog);
    await shoot(phone, 'visits-phone');
    const days = dialog.getByText(/^[A-Z][a-z]{2} \d{1,2}$/).filter({ visible: true });
    const boxes = await Promise.all((await days.all()).map((day) => day.boundingBox()));
    expect(boxes.length).toBeGreaterThan(2);
    boxes.slice(1).forEach((box, index) => {
      const before = boxes[index]!;
      expect(box!.x).toBeGreaterThan(before.x + before.width);
    });
    await dialog.getByRole('table', { name: 'Visits' }).scrollIntoViewIfNeeded();
    await shoot(phone, 'visits-phone-list');
    await phone.context().close();
  });

  it('can be read but not erased by a person with only the right to read', async () => {
    const link = await busyLink('For reading', 100);
    const reader = await panelPage(app, browser, 'reader');
    await openEntry(app, reader, DOCUMENT, link.documentId);
    await reader.getByRole('button', { name: 'View share links' }).click();
    await reader.getByRole('button', { name: 'Visits to link For reading' }).click();
    const dialog = reader.getByRole('dialog', { name: 'Visits to link For reading' });
    await dialog.getByRole('button', { name: 'Export CSV' }).waitFor();
    expect(await dialog.getByRole('button', { name: 'Erase visits' }).count()).toBe(0);
    await reader.context().close();
  });
});

describe('the visits to all links', () => {
  const names = () =>
    admin.getByRole('table', { name: 'Share links' }).locator('tbody tr td:nth-child(2)');

  it('sort and filter the page of all links: most visited, never opened', async () => {
    await busyLink('Seen most of all', 3_000_000);
    await admin.goto(`${app.url}/admin/plugins/share-links`);
    await admin.getByRole('button', { name: 'Most visited' }).click();
    await expect.poll(() => names().first().innerText()).toContain('Seen most of all');
    const most = admin.getByRole('button', { name: 'Most visited' });
    expect(await most.getAttribute('aria-pressed')).toBe('true');
    await expectAccessible(admin);
    await shoot(admin, 'visits-site-most');
    await admin.getByRole('button', { name: 'Never opened' }).click();
    await expect.poll(() => names().allInnerTexts()).not.toContain('Seen most of all');
    await expect.poll(async () => (await names().allInnerTexts()).join()).toContain('Unopened');
    await admin.getByRole('button', { name: 'Never opened' }).click();
    expect(new URL(admin.url()).search).not.toContain('opened');
  });

  it('are in the details of each link', async () => {
    await admin.goto(`${app.url}/admin/plugins/share-links?opened=ever&sort=viewCount:desc`);
    await admin.getByRole('button', { name: 'Details of link Seen most of all' }).click();
    const dialog = admin.getByRole('dialog', { name: 'Link Seen most of all' });
    await dialog.getByRole('tab', { name: 'Visits' }).click();
    await dialog.getByRole('img', { name: /since/ }).waitFor({ state: 'attached' });
    await expectAccessible(admin, dialog);
    await shoot(admin, 'visits-site-details');
  });

  it('are on the homepage, with the links that end soon', async () => {
    const soon = new Date(Date.now() + 2 * DAY_MS).toISOString();
    const { entryTitle } = await shareEntry(app, { label: 'Ends soon', expiresAt: soon });
    await admin.goto(`${app.url}/admin`);
    const widget = admin.getByRole('heading', { name: 'Ending soon' }).locator('../..');
    await widget.getByText('Ends soon').waitFor();
    await widget.getByText('in 2 days').waitFor();
    await widget.getByText('Seen most of all').waitFor();
    await expectAccessible(admin, widget);
    await widget.scrollIntoViewIfNeeded();
    await shoot(admin, 'visits-widget');
    await widget.getByRole('link', { name: entryTitle! }).first().click();
    await admin.getByRole('button', { name: 'Manage share links' }).waitFor();
  });

  it('are not on the homepage of a person who may not read all links', async () => {
    const author = await panelPage(app, browser, 'author');
    await author.getByRole('heading', { name: 'Last edited entries' }).waitFor();
    expect(await author.getByRole('heading', { name: 'Share links' }).count()).toBe(0);
    await author.context().close();
  });
});
