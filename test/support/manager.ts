import type { Locator, Page } from 'playwright-core';

import type { App } from './app';
import { cardOf, openEntry } from './browser';
import { DOCUMENT } from './entries';

/** In windows that are narrower, Strapi keeps the side panels in a drawer. */
const DRAWER_WIDTH = 1080;

/** Opens an entry in the panel, and the manager of its links. */
export async function openManager(
  app: App,
  page: Page,
  documentId: string,
  contentType: string = DOCUMENT,
  query = ''
): Promise<Locator> {
  await openEntry(app, page, contentType, documentId, query);
  if ((page.viewportSize()?.width ?? DRAWER_WIDTH) < DRAWER_WIDTH) {
    await page.getByRole('button', { name: 'Open more actions' }).click();
  }
  await cardOf(page).getByRole('button', { name: 'Manage share links' }).click();
  const manager = page.getByRole('dialog', { name: 'Manage share links' });
  await manager.waitFor();
  return manager;
}

/** Clicks an item in the menu of a link. */
export async function choose(page: Page, linkName: string, item: string): Promise<void> {
  await page.getByRole('button', { name: `More actions for link ${linkName}` }).click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}
