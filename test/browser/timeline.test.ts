import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';

import { expectAccessible, focusedName, openEntry, panelPage, shoot } from '../support/browser';
import { login } from '../support/client';
import { DOCUMENT, newDocument } from '../support/entries';
import { shareEntry } from '../support/sharing';
import { useApp } from '../support/use-app';
import { useBrowser } from '../support/use-panel';

const PHONE = { width: 390, height: 844 };

const app = useApp();
const browser = useBrowser();
let documentId: string;

beforeAll(async () => {
  ({ documentId } = await newDocument(app));
  const { id } = await shareEntry(app, {
    documentId,
    label: 'Busy',
    password: 'correct horse battery',
  });
  const [admin, editor] = [await login(app, 'admin'), await login(app, 'editor')];
  await admin('GET', `/share-links/links/${id}/password`);
  for (let times = 0; times < 15; times += 1) {
    await editor('POST', `/share-links/links/${id}/pause`);
    await editor('POST', `/share-links/links/${id}/resume`);
  }
});

async function openTimeline(page: Page, isPhone = false) {
  await openEntry(app, page, DOCUMENT, documentId);
  // On a phone, Strapi keeps the side panels in a drawer.
  if (isPhone) await page.getByRole('button', { name: 'Open more actions' }).click();
  await page.getByRole('button', { name: 'Manage share links' }).click();
  await page.getByRole('tab', { name: 'History' }).click();
  await page.getByRole('button', { name: 'Timeline of link Busy' }).click();
  const timeline = page.getByRole('dialog', { name: 'Timeline of link Busy' });
  await timeline.getByText('resumed the link').first().waitFor();
  return timeline;
}

describe('a long timeline', () => {
  it('has pages, and can show only who has looked at the password', async () => {
    const page = await panelPage(app, browser, 'admin');
    const timeline = await openTimeline(page);
    const events = timeline.getByRole('listitem');
    expect(await events.count()).toBe(25);
    expect(await timeline.getByText('looked at the password').count()).toBe(0);
    await shoot(page, 'timeline-long');
    await expectAccessible(page, timeline);

    await timeline.getByRole('button', { name: 'Next page' }).click();
    await timeline.getByText('Edith Editor created the link').waitFor();
    expect(await timeline.getByText('Ada Admin looked at the password').count()).toBe(1);
    expect(await focusedName(page)).toContain('Timeline');

    await timeline.getByRole('combobox', { name: 'Kind of event' }).click();
    await page.getByRole('option', { name: 'Passwords set, removed, looked at' }).click();
    await expect.poll(() => events.count()).toBe(1);
    await timeline.getByText('Ada Admin looked at the password').waitFor();
    await shoot(page, 'timeline-passwords');
    await expectAccessible(page, timeline);

    await timeline.getByRole('combobox', { name: 'Kind of event' }).click();
    await page.getByRole('option', { name: 'Changes and take-overs' }).click();
    await timeline.getByText('Nothing of this kind has happened.').waitFor();
    await timeline.getByRole('button', { name: 'Show all events' }).click();
    await expect.poll(() => events.count()).toBe(25);
    await page.context().close();
  });

  it.each([
    ['light', PHONE],
    ['dark', PHONE],
    ['dark', { width: 1440, height: 1000 }],
  ] as const)('is accessible in %s at %j', async (theme, viewport) => {
    const page = await panelPage(app, browser, 'admin', { theme, viewport });
    const timeline = await openTimeline(page, viewport === PHONE);
    await expectAccessible(page, timeline);
    await shoot(page, `timeline-${theme}-${viewport.width}`);
    const pages = timeline.getByRole('navigation', { name: 'Pages of the timeline' });
    await pages.scrollIntoViewIfNeeded();
    await shoot(page, `timeline-${theme}-${viewport.width}-end`);
    await page.context().close();
  });
});
