import type { Page } from 'playwright-core';
import { expect } from 'vitest';

import type { PublicAnswer, ShownChild } from '../../contracts/shown';
import type { App } from './app';
import { DASHBOARD, DOCUMENT, HOMEPAGE, PAGE, PROJECT, demoEntry } from './entries';
import { send } from './http';
import { shareEntry } from './sharing';

/** Addresses of public pages: one for each type of the demo, and some special ones. */
export async function demoPages(app: App): Promise<Record<string, string>> {
  const share = async (contentType: typeof PAGE, title: string, more: object = {}) => {
    const { documentId } = await demoEntry(app, contentType, title);
    const { url } = await shareEntry(app, { by: 'admin', contentType, documentId, ...more });
    return url ?? '';
  };
  const tree = await share(PAGE, 'The studio', {
    locale: 'en',
    locales: ['fr'],
    includeChildren: true,
  });
  const below = await childrenOf(app, tree);
  const child = below[0]?.children[0] ?? below[0];
  const french = (await childrenOf(app, `${tree}/fr`))[0];
  return {
    // This page follows its documents, and has them below it.
    project: await share(PROJECT, 'Lumen Energy customer portal', { includeChildren: true }),
    document: await share(DOCUMENT, 'Harbour Line: results of the trial runs'),
    dashboard: await share(DASHBOARD, 'The studio, first half of 2026'),
    // This page follows the projects that it features.
    homepage: await share(HOMEPAGE, 'Nordlys Studio', { locale: 'en', locales: ['fr'] }),
    tree,
    child: `${tree}/${child?.id}`,
    'tree-fr': `${tree}/fr`,
    'child-fr': `${tree}/fr/${french?.id}`,
    password: await share(DOCUMENT, 'Harbour Line: results of the trial runs', {
      password: 'correct horse battery',
    }),
    refusal: `${app.url}/share/no-such-link`,
  };
}

async function childrenOf(app: App, url: string): Promise<ShownChild[]> {
  // The link may name another host than the app's own.
  const [, below] = url.split('/share/');
  const { text } = await send(`${app.url}/api/share-links/public/${below}`);
  return (JSON.parse(text) as PublicAnswer).meta.children;
}

/** What Chromium has measured since the page was requested. */
export interface Figures {
  /** The sum of all layout shifts that no click has caused. */
  shift: number;
  /** In milliseconds. */
  largestPaint: number;
}

/** Makes the browser measure; must be called before the page opens. */
export async function measure(page: Page): Promise<() => Promise<Figures>> {
  await page.addInitScript(() => {
    const figures = { shift: 0, largestPaint: 0 };
    Object.assign(globalThis, { figures });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
      })[]) {
        if (!entry.hadRecentInput) figures.shift += entry.value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
    new PerformanceObserver((list) => {
      figures.largestPaint = list.getEntries().at(-1)?.startTime ?? figures.largestPaint;
    }).observe({ type: 'largest-contentful-paint', buffered: true });
  });
  return () => page.evaluate(() => (globalThis as unknown as { figures: Figures }).figures);
}

/** Delays pictures and script until long after the first paint. */
export async function onSlowLine(page: Page): Promise<void> {
  await page.route(/\/(files|assets)\//, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    await route.continue();
  });
}

/** Scrolls through the whole page, so that everything that loads late has loaded. */
export async function readThrough(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let y = 0; y < document.body.scrollHeight; y += 400) {
      scrollTo({ top: y, behavior: 'instant' });
      const inSight = [...document.images].filter((image) => {
        const { top, bottom } = image.getBoundingClientRect();
        return bottom > 0 && top < innerHeight && image.checkVisibility();
      });
      await Promise.all(inSight.map((image) => image.decode().catch(() => undefined)));
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
    scrollTo({ top: 0, behavior: 'instant' });
  });
  await page.waitForLoadState('networkidle');
}

/** Nothing is wider than the page. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth
  );
  expect(overflow).toBeLessThanOrEqual(0);
}
