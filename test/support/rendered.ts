import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';

import type { Page } from 'playwright-core';

import type { RenderedPage } from '../../server/src/page/render';
import { rootDir } from './paths';

const content = readFileSync(path.join(rootDir, 'dist/islands/page.js'));
const digest = createHash('sha384').update(content).digest('base64');

/** The built script of the pages, for `renderEntryPage`. */
export const SCRIPT = { src: 'http://page.test/page.js', integrity: `sha384-${digest}` };

/** Opens a page that no server has sent. Its pictures can't be loaded. */
export async function openRendered(page: Page, { html }: RenderedPage): Promise<void> {
  await page.unroute('http://page.test/**');
  await page.route('http://page.test/**', (route) => {
    const isScript = route.request().url() === SCRIPT.src;
    const isPage = route.request().isNavigationRequest();
    if (!isScript && !isPage) return route.abort();
    return route.fulfill({
      contentType: isScript ? 'text/javascript' : 'text/html; charset=utf-8',
      headers: { 'Access-Control-Allow-Origin': '*' },
      body: isScript ? content : html,
    });
  });
  await page.goto('http://page.test/share/token');
}
