import type { BrowserContextOptions, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';

import { expectAccessible, freshPage, shoot } from '../support/browser';
import { DASHBOARD, PAGE, createEntry, demoEntry } from '../support/entries';
import {
  demoPages,
  expectNoSidewaysScroll,
  measure,
  onSlowLine,
  readThrough,
} from '../support/pages';
import { shareEntry } from '../support/sharing';
import { useApp } from '../support/use-app';
import { useBrowser } from '../support/use-panel';

const app = useApp();
const browser = useBrowser();
let pages: Record<string, string>;

beforeAll(async () => {
  pages = await demoPages(app);
});

/** Opens one of the pages as a stranger. */
async function visit(
  name: string,
  options: BrowserContextOptions & { width?: number } = {}
): Promise<Page> {
  const { width = 1440, ...context } = options;
  const page = await freshPage(browser, { viewport: { width, height: 900 }, ...context });
  await page.goto(pages[name] ?? '');
  return page;
}

const NAMES = [
  'project',
  'document',
  'dashboard',
  'homepage',
  'tree',
  'child',
  'tree-fr',
  'child-fr',
  'password',
  'refusal',
];

describe.each(NAMES)('the page of %s', (name) => {
  it.each([
    [360, 'light'],
    [768, 'light'],
    [1440, 'light'],
    [1440, 'dark'],
  ] as const)('is accessible, fits and does not move at %i px, %s', async (width, scheme) => {
    const page = await freshPage(browser, {
      viewport: { width, height: 900 },
      colorScheme: scheme,
    });
    const figures = await measure(page);
    await onSlowLine(page);
    await page.goto(pages[name] ?? '');
    await readThrough(page);
    expect((await figures()).shift).toBe(0);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    await shoot(page, `page-${name}-${width}-${scheme}`, true);
    await page.context().close();
  });

  it('is complete without script', async () => {
    const texts = await Promise.all(
      [true, false].map(async (javaScriptEnabled) => {
        const page = await visit(name, { javaScriptEnabled });
        const text = await page.locator('main').evaluate((main: HTMLElement) => {
          // Removes controls that do nothing without script.
          for (const island of main.querySelectorAll('[data-island]')) island.remove();
          return main.innerText;
        });
        await page.context().close();
        return text;
      })
    );
    expect(texts[1]).toBe(texts[0]);
    expect(texts[1]?.length).toBeGreaterThan(20);
  });
});

describe('the navigation of a link', () => {
  it('leads through all its pages and back, on a phone too', async () => {
    for (const width of [360, 1440]) {
      const page = await visit('tree', { width });
      const tree = page.getByRole('navigation', { name: 'Pages' });
      if (width === 360) {
        expect(await tree.getByRole('link', { name: 'How we work' }).isVisible()).toBe(false);
        await tree.getByText('Pages', { exact: true }).click();
      }
      await tree.getByRole('link', { name: 'How we work' }).click();
      await page.getByRole('heading', { level: 1, name: 'How we work' }).waitFor();
      expect(await page.locator('.tree [aria-current=page]').textContent()).toBe('How we work');
      await page.getByRole('link', { name: /^Next/ }).click();
      await page.getByRole('heading', { level: 1, name: 'Discovery week' }).waitFor();
      const crumbs = page.getByRole('navigation', { name: 'Breadcrumb' });
      expect(await crumbs.getByRole('listitem').allInnerTexts()).toEqual([
        'The studio',
        'How we work',
        'Discovery week',
      ]);
      await crumbs.getByRole('link', { name: 'The studio' }).click();
      await page.getByRole('heading', { level: 1, name: 'The studio' }).waitFor();
      await page.context().close();
    }
  });

  it('keeps the chosen language', async () => {
    const page = await visit('child');
    const title = await page.getByRole('heading', { level: 1 }).textContent();
    await page.getByRole('link', { name: 'Français' }).click();
    await page.waitForURL(/\/fr\//);
    expect(await page.locator('html').getAttribute('lang')).toBe('fr');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).not.toBe(title);
    // The texts of the page are in the visitor’s language, whatever the language of the entry.
    await page.getByRole('link', { name: /^Previous/ }).click();
    await page.waitForURL(/\/fr(\/|$)/);
    await page.getByRole('link', { name: 'English' }).click();
    await page.waitForURL((url) => !url.pathname.includes('/fr'));
    await page.context().close();
  });

  it('jumps to the parts of a long page', async () => {
    const page = await visit('project', { width: 360 });
    const contents = page.getByRole('navigation', { name: 'On this page' });
    await contents.getByText('On this page').click();
    await contents.getByRole('link', { name: 'Task groups' }).click();
    await expect
      .poll(() =>
        page.locator('#f-taskGroups').evaluate((part) => part.getBoundingClientRect().top)
      )
      .toBeLessThan(120);
    await page.context().close();
  });

  it('starts with a link that skips the navigation', async () => {
    const page = await visit('child');
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: 'Skip to content' });
    expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true);
    const box = await skip.boundingBox();
    expect(box?.width).toBeGreaterThan(80);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
    await page.context().close();
  });
});

describe('a related entry with its own sections', () => {
  it('opens by keyboard, and for a link that leads into it', async () => {
    const page = await visit('homepage');
    const task = page.getByText('Read hourly values from the national data hub');
    expect(await task.isVisible()).toBe(false);
    const more = page.locator('summary', { hasText: 'Lumen Energy customer portal' });
    await more.focus();
    await page.keyboard.press('Enter');
    expect(await task.isVisible()).toBe(true);

    const [item = ''] = await page
      .locator('tr[id]', { hasText: 'Read hourly values' })
      .evaluateAll((rows) => rows.map((row) => row.id));
    await page.goto('about:blank');
    await page.goto(`${pages.homepage}#${item}`);
    await expect.poll(() => task.isVisible()).toBe(true);
    await page.context().close();
  });
});

describe('a printed page', () => {
  it('shows the whole content, black on white, and nothing to click', async () => {
    for (const name of ['homepage', 'child', 'project']) {
      const page = await visit(name, { colorScheme: 'dark' });
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      for (const hidden of ['nav', '.skip', 'summary', 'button']) {
        const shown = await page
          .locator(hidden)
          .evaluateAll((all) =>
            all.filter((element) => element.checkVisibility()).map(({ outerHTML }) => outerHTML)
          );
        expect(shown).toEqual([]);
      }
      const colours = await page.locator('body').evaluate((body) => {
        const { color, backgroundColor } = getComputedStyle(body);
        return [color, backgroundColor];
      });
      expect(colours).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
      if (name === 'homepage') {
        expect(await page.getByText('Read hourly values from the').isVisible()).toBe(true);
      }
      await page.context().close();
    }
  });

  it('shows where its links lead', async () => {
    const page = await visit('project');
    await page.emulateMedia({ media: 'print' });
    const link = page.locator('.prose a[href^="http"]').first();
    const [address, printed] = await link.evaluate((element) => [
      element.getAttribute('href'),
      getComputedStyle(element, '::after').content,
    ]);
    expect(printed).toContain(address);
    await page.context().close();
  });
});

describe('a visitor’s preference is respected:', () => {
  it('no movement', async () => {
    const page = await visit('project', { reducedMotion: 'reduce' });
    const behaviour = () =>
      page.locator('html').evaluate((html) => getComputedStyle(html).scrollBehavior);
    expect(await behaviour()).toBe('auto');
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    expect(await behaviour()).toBe('smooth');
    await page.context().close();
  });

  it('system colours, in which borders and marks stay visible', async () => {
    const page = await visit('child', { forcedColors: 'active' });
    const outline = page.locator('.tree [aria-current=page]');
    expect(await outline.evaluate((link) => getComputedStyle(link).outlineStyle)).toBe('solid');
    await expectAccessible(page);
    await page.context().close();
  });

  it('a language from right to left, in which the page is mirrored', async () => {
    const locales = app.strapi.plugin('i18n').service('locales') as {
      create(locale: object): Promise<unknown>;
    };
    await locales.create({ code: 'ar', name: 'Arabic (ar)' });
    const { documentId } = await createEntry(app, PAGE, { title: 'دليل' }, { locale: 'ar' });
    const parent = documentId;
    await createEntry(app, PAGE, { title: 'الصفحة الأولى', parent }, { locale: 'ar' });
    const { url } = await shareEntry(app, {
      by: 'admin',
      contentType: PAGE,
      documentId,
      locale: 'ar',
      includeChildren: true,
    });
    const page = await freshPage(browser);
    await page.goto(url ?? '');
    const tree = await page.locator('.tree').boundingBox();
    const main = await page.locator('main').boundingBox();
    expect(tree!.x).toBeGreaterThan(main!.x + main!.width - 1);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    await shoot(page, 'page-rtl');
    await page.context().close();
  });
});

describe('a draft', () => {
  it('says that it is a draft', async () => {
    const entry = await createEntry(app, PAGE, { title: 'Not yet' }, { publish: false });
    const { url } = await shareEntry(app, {
      by: 'admin',
      contentType: PAGE,
      documentId: entry.documentId,
      shows: 'draft',
    });
    const page = await freshPage(browser);
    await page.goto(url ?? '');
    expect(await page.getByText('This is a draft. It may still change.').isVisible()).toBe(true);
    await expectAccessible(page);
    await page.context().close();
  });
});

it('the page runs no script and contacts no other origin, under its own policy', async () => {
  const entry = await demoEntry(app, DASHBOARD, 'The studio, first half of 2026');
  const { url } = await shareEntry(app, { contentType: DASHBOARD, documentId: entry.documentId });
  const page = await freshPage(browser, { bypassCSP: false });
  const problems: string[] = [];
  page.on('console', (message) => problems.push(message.text()));
  page.on('requestfailed', (request) => problems.push(request.url()));
  page.on('request', (request) => {
    if (!request.url().startsWith(app.url)) problems.push(request.url());
  });
  await page.goto(url!);
  expect(await page.locator('script').count()).toBe(0);
  expect(problems).toEqual([]);
  await page.context().close();
});
