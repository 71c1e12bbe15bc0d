import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

import { chromium } from 'playwright-core';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

import type { App } from './app';
import { findChromium } from './chromium.mjs';
import { ACTOR_PASSWORD, clientOf } from './client';
import type { ActorName } from './client';
import { rootDir } from './paths';

const shots = path.join(rootDir, 'test/.tmp/shots');
const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8'
);

export async function openBrowser(args: string[] = []): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium found; "npm test" says how to get one');
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-background-networking', ...args],
  });
}

/** Opens a page in a fresh browser profile, like a stranger’s: no cookies, no storage. */
export async function freshPage(
  browser: Browser,
  options: BrowserContextOptions = {}
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 1000 },
    // A Chromium without windows asks for no language by itself.
    locale: 'en-US',
    // Lets axe run on pages whose own policy allows no script.
    bypassCSP: true,
    ...options,
  });
  return context.newPage();
}

export type PanelOptions = BrowserContextOptions & { theme?: 'light' | 'dark' };

/** Logs in to the panel through its form, without Strapi’s own banners. */
export async function panelPage(
  app: App,
  browser: Browser,
  who: ActorName,
  options: PanelOptions = {}
): Promise<Page> {
  const { theme = 'light', ...context } = options;
  const page = await freshPage(browser, {
    permissions: ['clipboard-read', 'clipboard-write'],
    ...context,
  });
  const { body } = await clientOf(app)<{ data: { uuid: string | false } }>('GET', '/admin/init');
  await page.addInitScript(
    ([scope, mode]) => {
      for (const legacy of ['true', 'false']) {
        localStorage.setItem(
          `STRAPI_MEDIA_LIBRARY_BANNER_DISMISSED_FOR_${legacy}:${scope}`,
          'true'
        );
      }
      localStorage.setItem('STRAPI_THEME', mode);
    },
    [String(body.data.uuid), theme] as const
  );
  await page.goto(`${app.url}/admin/auth/login`);
  await page.getByLabel('Email').fill(`${who}@example.com`);
  await page.getByLabel('Password', { exact: false }).first().fill(ACTOR_PASSWORD);
  await page.getByRole('button', { name: 'Login' }).click();
  await page.waitForURL(/\/admin\/?(\?.*)?$/);
  return page;
}

/** Opens an entry in the edit view, and waits for the plugin’s card. */
export async function openEntry(
  app: App,
  page: Page,
  uid: string,
  documentId: string,
  query = ''
): Promise<void> {
  await page.goto(`${app.url}/admin/content-manager/collection-types/${uid}/${documentId}${query}`);
  await page.getByRole('heading', { name: 'Share links' }).waitFor();
}

/** Saves a screenshot under `test/.tmp/shots`, for people to look at, unless `SHOTS` is `off`. */
export async function shoot(page: Page, name: string, fullPage = false): Promise<void> {
  mkdirSync(shots, { recursive: true });
  // Strapi’s dialogs and toasts slide in.
  await page.waitForTimeout(400);
  if (process.env.SHOTS === 'off') return;
  await page.screenshot({ path: path.join(shots, `${name}.png`), fullPage });
}

interface AxeResults {
  violations: { id: string; nodes: { html: string }[] }[];
}

/** Fails if axe finds a problem on the page, or inside `part` of it. */
export async function expectAccessible(page: Page, part?: Locator): Promise<void> {
  // Strapi’s own colour for a button under the pointer has too little contrast.
  await page.mouse.move(0, 0);
  await page.waitForTimeout(300);
  await page.evaluate(axeSource);
  const { violations } = (await (part ?? page.locator('html')).evaluate((element) =>
    (globalThis as unknown as { axe: { run(scope: unknown): unknown } }).axe.run(element)
  )) as AxeResults;
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
  expect(found).toEqual([]);
}

/** The plugin's card in the edit view. */
export function cardOf(page: Page): Locator {
  return page.getByRole('heading', { name: 'Share links' }).locator('..');
}

/** The name that a screen reader gives to the focused element. */
export const focusedName = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLInputElement | null;
    const labelledBy = element?.getAttribute('aria-labelledby')?.split(' ') ?? [];
    const labels = labelledBy.map((id) => document.getElementById(id)?.textContent);
    return (
      (labels.join(' ') || null) ??
      element?.getAttribute('aria-label') ??
      element?.labels?.[0]?.textContent ??
      element?.textContent ??
      ''
    );
  });

/** Presses Tab, or Shift and Tab, until the element with that name has the focus. */
export async function tabTo(page: Page, name: string, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 100; presses += 1) {
    if ((await focusedName(page)).trim().startsWith(name)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${name} can’t be reached with the ${key} key`);
}

/** Presses the down arrow in an open menu or list until the item with that name has the focus. */
export async function arrowTo(page: Page, name: string): Promise<void> {
  await page.locator(':is([role^="menuitem"], [role="option"]):focus').waitFor();
  for (;;) {
    const focused = await focusedName(page);
    if (focused.trim().startsWith(name)) return;
    await page.keyboard.press('ArrowDown');
    await expect
      .poll(() => focusedName(page), { message: `${name} is below “${focused}”` })
      .not.toBe(focused);
  }
}

/**
 * Elements inside `part` of a page that are cut off, or outside the screen where nobody can scroll.
 */
export const sticksOut = (part: Locator): Promise<string[]> =>
  part.evaluate((root) => {
    const isHidden = (element: Element) =>
      element.closest('svg, input, textarea, [aria-hidden="true"]') !== null ||
      !element.checkVisibility({ visibilityProperty: true }) ||
      element.clientWidth <= 1;
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
    return [root, ...root.querySelectorAll('*')]
      .filter((element) => !isHidden(element))
      .filter((element) => {
        const { overflowX, textOverflow } = getComputedStyle(element);
        const { left, right } = element.getBoundingClientRect();
        const isWider = element.scrollWidth > element.clientWidth + 1;
        const isCut = isWider && overflowX !== 'visible' && textOverflow !== 'ellipsis';
        const isOutside = left < -1 || right > window.innerWidth + 1;
        return isCut || (isOutside && !scrolls(element.parentElement));
      })
      .map((element) => element.outerHTML.slice(0, 160));
  });

/** Fails unless the focus is visible: without it, that part of the page must look different. */
export async function expectFocusSeen(page: Page): Promise<void> {
  const element = await page.evaluateHandle(() => document.activeElement as HTMLElement);
  const name = await focusedName(page);
  const looksFocused = async () => {
    // Scrolling and fading take a moment.
    await page.waitForTimeout(300);
    const box = (await element.boundingBox())!;
    const clip = { x: box.x - 8, y: box.y - 8, width: box.width + 16, height: box.height + 16 };
    const focused = await page.screenshot({ clip, animations: 'disabled' });
    await element.evaluate((it) => it.blur());
    await page.waitForTimeout(300);
    const blurred = await page.screenshot({ clip, animations: 'disabled' });
    await element.evaluate((it) => it.focus());
    return !focused.equals(blurred);
  };
  await expect.poll(looksFocused, { message: `one sees that “${name}” has the focus` }).toBe(true);
}
