import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';

import { expectAccessible, freshPage, shoot } from '../support/browser';
import { login } from '../support/client';
import { PAGE, createEntry } from '../support/entries';
import { expectNoSidewaysScroll } from '../support/pages';
import { shareEntry } from '../support/sharing';
import { useApp } from '../support/use-app';
import { useBrowser } from '../support/use-panel';

const app = useApp();
const browser = useBrowser();
let address: string;
let harbour: string;

const words = 'The ferry leaves at seven, and the bakery opens a little later. ';

beforeAll(async () => {
  const guide = await createEntry(app, PAGE, {
    title: 'A guide to the town',
    intro: words.repeat(30),
    sections: [
      { __component: 'sections.quote', text: 'A quiet place.' },
      { __component: 'sections.quote', text: 'Bring a café thermos.', person: 'The baker' },
    ],
  });
  const below = (title: string, intro: string) =>
    createEntry(app, PAGE, { title, intro, parent: guide.documentId });
  harbour = (await below('The harbour', 'Where the crème brûlée is served on deck.')).documentId;
  await below('The hills', 'Nothing but wind.');
  const { url } = await shareEntry(app, {
    by: 'admin',
    contentType: PAGE,
    documentId: guide.documentId,
    locale: 'en',
    includeChildren: true,
  });
  address = url!;
});

async function search(page: Page, text: string): Promise<void> {
  await page.getByRole('searchbox').fill(text);
  await page.getByRole('searchbox').press('Enter');
  await page.getByRole('heading', { name: 'Search', level: 1 }).waitFor();
}

describe('a search from the page', () => {
  it('shows the words around a hit, and jumps to it', async () => {
    const page = await freshPage(browser);
    await page.goto(address);
    // The words have no accent, and are in capitals.
    await search(page, 'CAFE thermos');
    const hit = page.getByRole('main').getByRole('listitem').getByRole('link');
    expect(await hit.innerText()).toContain('Bring a café thermos.');
    expect(await hit.locator('mark').allInnerTexts()).toEqual(['café', 'thermos']);
    await hit.click();
    const quote = page.getByText('Bring a café thermos.');
    await quote.waitFor();
    expect(new URL(page.url()).hash).toMatch(/^#f-sections/);
    const isInSight = () =>
      quote.evaluate((element) => {
        const { top, bottom } = element.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      });
    await expect.poll(isInSight).toBe(true);
    await page.context().close();
  });

  it('finds entries below, but none whose share policy is off', async () => {
    const page = await freshPage(browser);
    await page.goto(address);
    await search(page, 'creme brulee');
    await page
      .getByRole('main')
      .getByRole('link', { name: /crème brûlée/ })
      .click();
    await page.getByRole('heading', { name: 'The harbour', level: 1 }).waitFor();

    const admin = await login(app, 'admin');
    const policy = (value: string) =>
      admin('PUT', `/share-links/entries/${PAGE}/${harbour}/policy`, { data: { policy: value } });
    expect((await policy('off')).status).toBe(200);
    expect((await page.reload())?.status()).toBe(404);
    await page.goto(address);
    const tree = page.getByRole('navigation', { name: 'Pages' });
    await tree.getByRole('link', { name: 'The hills' }).waitFor();
    expect(await tree.getByRole('link', { name: 'The harbour' }).count()).toBe(0);
    await search(page, 'creme brulee');
    await page.getByText('Nothing was found').waitFor();
    await policy('inherit');
    await page.context().close();
  });

  it('can be opened again as often as one likes, and its words are in no address', async () => {
    const page = await freshPage(browser);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(address);
    await search(page, 'thermos');
    const results = page.getByRole('heading', { name: 'Search', level: 1 });
    for (let time = 0; time < 2; time += 1) {
      await page.getByRole('main').getByRole('listitem').getByRole('link').click();
      await page.getByText('Bring a café thermos.').waitFor();
      await page.goBack();
      await results.waitFor();
      expect(await page.getByRole('searchbox').inputValue()).toBe('thermos');
    }
    await page.reload();
    await results.waitFor();
    expect(await page.locator('mark').allInnerTexts()).toEqual(['thermos']);
    expect(asked.filter((url) => url.includes('thermos'))).toEqual([]);
    await page.context().close();
  });

  it('works as a plain form when there is no script', async () => {
    const page = await freshPage(browser, { javaScriptEnabled: false });
    await page.goto(address);
    await search(page, 'wind');
    await page
      .getByRole('main')
      .getByRole('link', { name: /but wind/ })
      .click();
    await page.getByRole('heading', { name: 'The hills', level: 1 }).waitFor();
    await page.context().close();
  });
});

describe.each([
  [1440, 'light'],
  [360, 'light'],
  [360, 'dark'],
] as const)('the results at %i px, %s', (width, colorScheme) => {
  it('are accessible and fit', async () => {
    const page = await freshPage(browser, { viewport: { width, height: 900 }, colorScheme });
    await page.goto(address);
    await search(page, 'the');
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await shoot(page, `search-${width}-${colorScheme}`, true);
    await search(page, 'zebra');
    await page.getByText('Nothing was found').waitFor();
    await expectAccessible(page);
    await shoot(page, `search-none-${width}-${colorScheme}`, true);
    await page.context().close();
  });
});
