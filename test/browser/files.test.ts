import { readFileSync } from 'node:fs';

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';

import { expectAccessible, freshPage, shoot } from '../support/browser';
import { DOCUMENT, PROJECT, demoEntry } from '../support/entries';
import { send } from '../support/http';
import { shareFiles } from '../support/shared-files';
import { shareEntry } from '../support/sharing';
import { bytesOf, changeUpload, demoUpload, newUpload } from '../support/uploads';
import type { Upload } from '../support/uploads';
import { useApp } from '../support/use-app';
import { useBrowser } from '../support/use-panel';

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="320" height="160"><style>.a{fill:#1f4fbf}</style>' +
  '<rect class="a" width="320" height="160"/><script>document.title="run"</script></svg>';

interface LayoutShift extends PerformanceEntry {
  value: number;
}

const app = useApp();
const browser = useBrowser();

/** Opens a page with its own policy, and records everything that goes wrong. */
async function watchedPage(): Promise<{ page: Page; problems: string[] }> {
  const page = await freshPage(browser, { bypassCSP: false, acceptDownloads: true });
  const problems: string[] = [];
  page.on('console', (message) => problems.push(message.text()));
  page.on('requestfailed', (request) => problems.push(`failed: ${request.url()}`));
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`${response.status()}: ${response.url()}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(app.url)) problems.push(`elsewhere: ${request.url()}`);
  });
  return { page, problems };
}

/** Scrolls each picture into view, since pictures load late; returns their widths. */
async function widthsOf(page: Page): Promise<number[]> {
  for (const image of await page.locator('img').all()) await image.scrollIntoViewIfNeeded();
  return page.locator('img').evaluateAll(async (images) => {
    const all = images as HTMLImageElement[];
    await Promise.all(all.map((image) => image.decode().catch(() => undefined)));
    return all.map(({ naturalWidth }) => naturalWidth);
  });
}

const newPage = (files: Upload[], rules: object = {}) => shareFiles(app, files, rules);

describe('the files of a page', () => {
  it('all load from below the link, without an error', async () => {
    const { documentId } = await demoEntry(app, PROJECT, 'Lumen Energy customer portal');
    const { url } = await shareEntry(app, { contentType: PROJECT, documentId });
    const { page, problems } = await watchedPage();
    await page.addInitScript(() => {
      const shifts = { total: 0 };
      Object.assign(globalThis, { shifts });
      new PerformanceObserver((list) => {
        for (const shift of list.getEntries()) shifts.total += (shift as LayoutShift).value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(url!);
    const widths = await widthsOf(page);
    expect(widths.length).toBeGreaterThan(1);
    expect(Math.min(...widths)).toBeGreaterThan(0);
    const sources = await page
      .locator('img')
      .evaluateAll((images) => images.map((image) => (image as HTMLImageElement).currentSrc));
    for (const source of sources) expect(source).toMatch(`${url}/files/`);
    expect(problems).toEqual([]);
    // Each picture has its space reserved before it loads, so that nothing moves.
    expect(await page.locator('img:not([width][height])').count()).toBe(0);
    const shifted = await page.evaluate(
      () => (globalThis as unknown as { shifts: { total: number } }).shifts.total
    );
    expect(shifted).toBe(0);
    await shoot(page, 'files-project', true);
    await page.context().close();
  });

  it('open in the browser if they are a PDF, a picture or text', async () => {
    const note = await newUpload(app, 'note.txt', 'Grüße, <b>not bold</b>', 'text/plain');
    const [pdf, picture] = await Promise.all(
      ['method.pdf', 'poster-summer.jpg'].map((name) => demoUpload(app, name))
    );
    const { url } = await newPage([pdf!, picture!, note]);
    const { page } = await watchedPage();
    await page.goto(url!);
    await page.getByRole('link', { name: 'note.txt' }).click();
    expect(await page.locator('body').innerText()).toBe('Grüße, <b>not bold</b>');
    await page.goBack();
    await page.getByRole('link', { name: /^View image/ }).click();
    expect(
      await page.locator('img').evaluate((image) => (image as HTMLImageElement).naturalWidth)
    ).toBe(1200);
    await shoot(page, 'files-picture');
    await page.goBack();
    const link = page.getByRole('link', { name: 'method.pdf' });
    const answered = page.waitForResponse((response) => /\/files\/\d+$/.test(response.url()));
    await link.click();
    expect((await answered).headers()['content-type']).toBe('application/pdf');
    await page.waitForLoadState('load');
    await shoot(page, 'files-pdf');
    await page.context().close();
  });

  it('that are SVG are shown, but run no script', async () => {
    const logo = await newUpload(app, 'logo.svg', SVG, 'image/svg+xml');
    const { url } = await newPage([logo]);
    const { page, problems } = await watchedPage();
    await page.goto(url!);
    expect(await widthsOf(page)).toEqual([320]);
    expect(problems).toEqual([]);
    await shoot(page, 'files-svg');
    const saved = page.waitForEvent('download');
    await page.goto(`${url}/files/${logo.id}`).catch(() => undefined);
    expect((await saved).suggestedFilename()).toBe('logo.svg');
    await page.context().close();
  });

  it('can be downloaded together with one click', async () => {
    const { documentId } = await demoEntry(
      app,
      DOCUMENT,
      'Harbour Line: results of the trial runs'
    );
    const { url } = await shareEntry(app, { documentId });
    const { page } = await watchedPage();
    await page.goto(url!);
    const saved = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download all files' }).click();
    const download = await saved;
    expect(download.suggestedFilename()).toBe('Harbour Line results of the trial runs.zip');
    const direct = await send(`${url}/files.zip`);
    const bytes = readFileSync(await download.path());
    expect(bytes.equals(direct.bytes)).toBe(true);
    await shoot(page, 'files-download-all', true);
    await expectAccessible(page);
    await page.context().close();
  });

  it('that are missing leave a space with their description if they were pictures', async () => {
    const picture = (await newUpload(
      app,
      'gone.png',
      bytesOf(await demoUpload(app, 'poster-summer.jpg')),
      'image/png'
    ))!;
    await changeUpload(app, picture.id, {
      url: '/uploads/gone.png',
      formats: null,
      alternativeText: 'Hills by the sea in warm morning light',
    });
    const { url } = await newPage([picture]);
    const { page } = await watchedPage();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto(url!);
      await page.waitForLoadState('networkidle');
      const place = page.getByRole('img', { name: 'Hills by the sea in warm morning light' });
      const { width, height } = (await place.boundingBox())!;
      expect(width / height).toBeCloseTo(1200 / 800, 1);
      const column = (await page.locator('main .section').boundingBox())!;
      expect(width).toBeLessThanOrEqual(column.width);
      expect(width).toBeGreaterThan(column.width / 2);
      await shoot(page, `files-gone-${colorScheme}`);
    }
    await page.context().close();
  });
});
