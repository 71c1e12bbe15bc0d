import { gzipSync } from 'node:zlib';

import { expect, it } from 'vitest';

import { startApp } from '../support/app';
import { freshPage, openBrowser } from '../support/browser';
import { demoPages, measure, readThrough } from '../support/pages';

/** How much slower than this machine a visitor's phone is taken to be. */
const SLOWER = 4;

/**
 * What a visitor waits for: the largest paint of each public page of the demo, from an empty cache,
 * with a processor slowed down: `npm run bench`.
 */
it('public pages are there within a second on a slow phone', async () => {
  const app = await startApp();
  const browser = await openBrowser();
  const late: string[] = [];
  for (const [name, url] of Object.entries(await demoPages(app))) {
    const page = await freshPage(browser, { viewport: { width: 360, height: 740 } });
    const figures = await measure(page);
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    const answer = await page.goto(url, { waitUntil: 'load' });
    const { largestPaint } = await figures();
    await readThrough(page);
    const { shift } = await figures();
    const html = (await answer?.body()) ?? Buffer.alloc(0);
    const sizes = [html.length, gzipSync(html).length].map(
      (size) => `${(size / 1000).toFixed(1)} kB`
    );
    console.log(
      `${name}: largest paint ${largestPaint.toFixed(0)} ms, shift ${shift.toFixed(3)}, ` +
        `HTML ${sizes[0]}, ${sizes[1]} compressed`
    );
    if (largestPaint > 1_000 || largestPaint === 0 || shift > 0) late.push(name);
    await page.context().close();
  }
  await browser.close();
  await app.stop();
  expect(late).toEqual([]);
}, 300_000);
