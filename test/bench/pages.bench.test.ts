import { loadavg } from 'node:os';
import { gzipSync } from 'node:zlib';

import type { Browser } from 'playwright-core';
import { expect, it } from 'vitest';

import { startApp } from '../support/app';
import { freshPage, openBrowser } from '../support/browser';
import { demoPages, measure, readThrough } from '../support/pages';
import type { Figures } from '../support/pages';

/** A visitor’s phone is assumed to be this many times slower than this machine. */
const SLOWER = 4;
const ROUNDS = 5;

/**
 * What a visitor waits for: the largest paint of each public page of the demo, with an empty cache
 * and a slowed processor. It takes the median of several visits, after one that does not count:
 * `npm run bench`.
 */
it('public pages appear within a second on a slow phone', async () => {
  const app = await startApp();
  const browser = await openBrowser();
  const late: string[] = [];
  const pages = Object.entries(await demoPages(app));
  await visit(browser, pages[0]![1]);
  for (const [name, url] of pages) {
    const rounds: (Figures & { html: Buffer })[] = [];
    for (let round = 0; round < ROUNDS; round += 1) rounds.push(await visit(browser, url));
    const paints = rounds.map(({ largestPaint }) => largestPaint).sort((a, b) => a - b);
    const median = paints[Math.floor(ROUNDS / 2)]!;
    const shift = Math.max(...rounds.map((round) => round.shift));
    const { html } = rounds[0]!;
    const sizes = [html.length, gzipSync(html).length].map(
      (size) => `${(size / 1000).toFixed(1)} kB`
    );
    console.log(
      `${name}: largest paint ${median.toFixed(0)} ms (${paints[0]!.toFixed(0)} to ` +
        `${paints.at(-1)!.toFixed(0)}), shift ${shift.toFixed(3)}, ` +
        `HTML ${sizes[0]}, ${sizes[1]} compressed, load ${loadavg()[0]!.toFixed(1)}`
    );
    if (median > 1_000 || shift > 0) late.push(name);
  }
  await browser.close();
  await app.stop();
  expect(late).toEqual([]);
}, 600_000);

async function visit(browser: Browser, url: string): Promise<Figures & { html: Buffer }> {
  const page = await freshPage(browser, { viewport: { width: 360, height: 740 } });
  const figures = await measure(page);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const answer = await page.goto(url, { waitUntil: 'load' });
  // The browser reports a paint a moment later, and reports none after scrolling.
  await expect.poll(async () => (await figures()).largestPaint, { timeout: 5_000 }).not.toBe(0);
  await page.waitForLoadState('networkidle');
  const { largestPaint } = await figures();
  await readThrough(page);
  const { shift } = await figures();
  const html = (await answer?.body()) ?? Buffer.alloc(0);
  await page.context().close();
  return { largestPaint, shift, html };
}
