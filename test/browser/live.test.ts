import type { Page, Response } from 'playwright-core';
import { describe, expect, it } from 'vitest';

import type { Link } from '../../contracts/links';
import { expectAccessible, freshPage, shoot } from '../support/browser';
import { login } from '../support/client';
import { PROJECT, newProject } from '../support/entries';
import type { Entry } from '../support/entries';
import { shareEntry } from '../support/sharing';
import type { Shared } from '../support/sharing';
import { useApp } from '../support/use-app';
import { useBrowser } from '../support/use-panel';
import { publish } from '../support/versions';
import { writeVisits } from '../support/visits';

const app = useApp();
const browser = useBrowser();

/** A headless browser has a name by which the plugin treats it as a robot, so it gets another. */
const CHROME =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36';

const SECONDS = 5;
/** How long the page says that it was updated. */
const NEWS_SECONDS = 6;
const paragraphs = (count: number, word: string) =>
  Array.from(
    { length: count },
    (_, index) => `${word} ${index + 1}. ${'Lorem ipsum. '.repeat(20)}`
  );

interface Live {
  page: Page;
  link: Shared;
  entry: Entry;
  /** The status of each answer that the page got after it was opened. */
  asked: number[];
  /** Errors and warnings of the browser. */
  problems: string[];
}

async function openLive(data: object = {}, rules: object = {}): Promise<Live> {
  const entry = await newProject(app, 'editor', {
    summary: 'As it was',
    description: paragraphs(12, 'Paragraph').join('\n\n'),
    ...data,
  });
  const link = await shareEntry(app, {
    contentType: PROJECT,
    documentId: entry.documentId,
    refreshSeconds: SECONDS,
    ...rules,
  });
  const page = await freshPage(browser, { bypassCSP: false, userAgent: CHROME });
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(String(error)));
  await page.goto(link.url!);
  const asked: number[] = [];
  page.on('response', (response) => {
    if (isRefresh(response)) asked.push(response.status());
  });
  return { page, link, entry, asked, problems };
}

const isRefresh = (response: Response) =>
  response.request().resourceType() === 'fetch' && response.url().includes('/share/');

async function rewrite(entry: Entry, data: object): Promise<void> {
  await publish(app, PROJECT, entry.documentId, data);
}

/** The clock of the page runs only inside this function. */
async function pass(page: Page, seconds: number): Promise<void> {
  // The page needs a moment to use an answer and to set its timer again.
  await page.waitForTimeout(200);
  await page.clock.runFor(seconds * 1000);
}

/** The page sends no request during this time. */
async function expectSilence(page: Page, asked: number[], seconds = SECONDS + 2): Promise<void> {
  const before = [...asked];
  await pass(page, seconds);
  await page.waitForTimeout(500);
  expect(asked).toEqual(before);
}

const news = (page: Page) => page.getByRole('status').filter({ hasText: 'Updated just now' });
const close = (page: Page) => page.context().close();

describe('a page that refreshes itself', () => {
  it('shows changes without a reload, and says so', async () => {
    const { page, entry, link, asked, problems } = await openLive();
    await page.evaluate(() => Object.assign(window, { isTheSame: true }));
    await rewrite(entry, { title: 'Another title', summary: 'As it is now', onTrack: false });
    await pass(page, SECONDS);
    await news(page).waitFor();
    await shoot(page, 'live-news');
    // The check for accessibility waits by the clock of the page.
    await page.clock.resume();
    await expectAccessible(page);
    await page.getByText('As it is now').waitFor();
    await page.getByRole('heading', { level: 1, name: 'Another title' }).waitFor();
    expect(await page.title()).toContain('Another title');
    expect(await page.getByText('As it was').count()).toBe(0);
    expect(await page.evaluate(() => 'isTheSame' in window)).toBe(true);
    await pass(page, NEWS_SECONDS);
    await news(page).waitFor({ state: 'hidden' });
    expect(asked[0]).toBe(200);
    expect(problems).toEqual([]);

    const editor = await login(app, 'editor');
    const path = `/share-links/links/${link.id}`;
    const { body } = await editor<{ data: { viewCount: number } }>('GET', path);
    expect(body.data.viewCount).toBe(1);
    await close(page);
  });

  it('changes nothing while the entry stays the same: the answer is 304', async () => {
    const { page, asked, problems } = await openLive();
    await page.evaluate(() => {
      const counts = { changes: 0 };
      Object.assign(window, { counts });
      new MutationObserver((records) => (counts.changes += records.length)).observe(document, {
        subtree: true,
        childList: true,
        attributes: true,
        characterData: true,
      });
    });
    await pass(page, SECONDS);
    await expect.poll(() => asked).toEqual([304]);
    await pass(page, SECONDS);
    await expect.poll(() => asked).toEqual([304, 304]);
    expect(await page.evaluate(() => (window as never as Counted).counts.changes)).toBe(0);
    expect(problems).toEqual([]);
    await close(page);
  });

  it('keeps the scroll position, typed text, open parts and the focus', async () => {
    const { page, entry, problems } = await openLive({
      objectives: [{ title: 'First objective' }, { title: 'Second objective' }],
    });
    // Like a box for comments between the texts.
    await page.evaluate(() => {
      const box = document.createElement('div');
      box.innerHTML =
        '<details id="thread" open><summary>Thread</summary>Said before</details>' +
        '<label>Comment <textarea id="comment"></textarea></label>';
      const paragraph = [...document.querySelectorAll('main .prose p')].find((element) =>
        element.textContent.startsWith('Paragraph 9.')
      )!;
      paragraph.after(box);
    });
    const comment = page.getByLabel('Comment');
    await comment.scrollIntoViewIfNeeded();
    await comment.click();
    await page.keyboard.type('A comment that takes its time to write, ');
    const place = () => comment.evaluate((element) => element.getBoundingClientRect().top);
    const before = await place();

    const rewritten = paragraphs(12, 'Paragraph');
    rewritten.splice(2, 0, 'Put in between. '.repeat(120), 'And more of it. '.repeat(120));
    await rewrite(entry, {
      summary: 'A much longer summary than before. '.repeat(6),
      description: rewritten.join('\n\n'),
      objectives: [{ title: 'Another objective' }],
    });
    await pass(page, SECONDS);
    await news(page).waitFor();
    await page.keyboard.type('and goes on');

    expect(await comment.inputValue()).toBe('A comment that takes its time to write, and goes on');
    expect(await page.locator('#thread').getAttribute('open')).not.toBeNull();
    expect(Math.abs((await place()) - before)).toBeLessThanOrEqual(2);
    expect(await page.getByText('Put in between').count()).toBe(1);
    expect(await page.getByText('First objective').count()).toBe(0);
    expect(await page.getByText('Another objective').count()).toBe(1);
    const texts = await page.locator('main .prose > p').allTextContents();
    expect(texts.filter((text) => text.startsWith('Paragraph')).length).toBe(12);
    await shoot(page, 'live-writing');

    // Also when the text around the box is gone.
    await rewrite(entry, { description: null, body: null });
    await pass(page, SECONDS);
    await page.getByText('Put in between').waitFor({ state: 'hidden' });
    expect(await comment.inputValue()).toContain('and goes on');
    expect(await comment.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(problems).toEqual([]);
    await close(page);
  });

  it('becomes the refusal when the link is paused, and comes back when it is resumed', async () => {
    const { page, link, asked } = await openLive();
    const editor = await login(app, 'editor');
    await editor('POST', `/share-links/links/${link.id}/pause`);
    await pass(page, SECONDS);
    await page.getByRole('heading', { name: 'Invalid or expired public link' }).waitFor();
    expect(await page.getByText('As it was').count()).toBe(0);
    expect(await page.title()).toBe('Invalid or expired public link');
    expect(await page.locator('script').count()).toBe(0);
    await page.getByRole('status').filter({ hasText: 'opens by itself' }).waitFor();
    await shoot(page, 'live-refused');
    // It asks less and less often: after 20 and 40 seconds, not after 5.
    await expectSilence(page, asked, 18);
    await pass(page, 3);
    await expect.poll(() => asked).toEqual([404, 404]);
    await expectSilence(page, asked, 38);
    await editor('POST', `/share-links/links/${link.id}/resume`);
    await pass(page, 3);
    await page.getByText('As it was').waitFor();
    expect(asked.slice(0, 3)).toEqual([404, 404, 304]);
    // Nobody has come anew: the page is the one that was there.
    await writeVisits(app);
    const { body } = await editor<{ data: Link }>('GET', `/share-links/links/${link.id}`);
    expect(body.data.viewCount).toBe(1);
    await page.clock.resume();
    await expectAccessible(page);
    // It refreshes itself again.
    await expect.poll(() => asked.length, { timeout: 9000 }).toBeGreaterThan(3);
    await close(page);
  });

  it('of a link that is refused asks at once when somebody looks at it again', async () => {
    const { page, link } = await openLive();
    const editor = await login(app, 'editor');
    await editor('POST', `/share-links/links/${link.id}/pause`);
    await pass(page, SECONDS);
    await page.getByRole('heading', { name: 'Invalid or expired public link' }).waitFor();
    await editor('POST', `/share-links/links/${link.id}/resume`);
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await page.getByText('As it was').waitFor();
    await close(page);
  });

  it('says since when it is not up to date, and no longer once it is', async () => {
    const { page, asked } = await openLive();
    const stale = page.getByRole('status').filter({ hasText: /^Not up to date since \d/ });
    await page.context().setOffline(true);
    await stale.waitFor();
    expect(await page.locator('body[data-stale]').count()).toBe(1);
    const said = await stale.textContent();
    await pass(page, 4 * SECONDS);
    // The time is that of the last answer, whatever has failed since.
    expect(await stale.textContent()).toBe(said);
    await shoot(page, 'live-stale');
    await page.context().setOffline(false);
    await stale.waitFor({ state: 'hidden' });
    expect(await page.locator('body[data-stale]').count()).toBe(0);
    expect(asked.at(-1)).toBe(304);
    await close(page);
  });

  it('says that it is not up to date while the site itself fails', async () => {
    const { page } = await openLive();
    await page.route('**/share/*', (route) => route.fulfill({ status: 503, body: 'Down' }));
    await pass(page, SECONDS);
    await page.getByRole('status').filter({ hasText: 'Not up to date since' }).waitFor();
    expect(await page.getByText('As it was').count()).toBe(1);
    await close(page);
  });

  it('asks at once when the browser shows it again as it was', async () => {
    const { page, link } = await openLive();
    const editor = await login(app, 'editor');
    await editor('POST', `/share-links/links/${link.id}/pause`);
    await page.evaluate(() =>
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
    );
    await page.getByRole('heading', { name: 'Invalid or expired public link' }).waitFor();
    expect(await page.getByText('As it was').count()).toBe(0);
    await close(page);
  });

  it('becomes the password form when the link gets a password', async () => {
    const { page, link, problems } = await openLive();
    const editor = await login(app, 'editor');
    await editor('PUT', `/share-links/links/${link.id}`, { data: { password: 'Slippers-42' } });
    await pass(page, SECONDS);
    const password = page.getByLabel('Password');
    await password.waitFor();
    expect(await page.getByText('As it was').count()).toBe(0);
    expect(await password.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.type('Slippers-42');
    await page.keyboard.press('Enter');
    await page.getByText('As it was').waitFor();
    expect(page.url()).toBe(link.url);
    expect(problems.filter((text) => !text.includes('401'))).toEqual([]);
    await close(page);
  });

  it('sends no request while it is hidden, and one as soon as it is visible', async () => {
    const { page, entry, asked, problems } = await openLive();
    const see = (isHidden: boolean) =>
      page.evaluate((hidden) => {
        Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
      }, isHidden);
    await see(true);
    await rewrite(entry, { summary: 'Written meanwhile' });
    await expectSilence(page, asked);
    await see(false);
    await page.getByText('Written meanwhile').waitFor();
    expect(asked).toEqual([200]);
    expect(problems).toEqual([]);
    await close(page);
  });

  it('tries less often while the site can’t be reached, and at once when it can', async () => {
    const { page, entry, asked } = await openLive();
    let tries = 0;
    page.on('requestfailed', () => (tries += 1));
    await page.context().setOffline(true);
    await rewrite(entry, { summary: 'Written meanwhile' });
    await pass(page, SECONDS);
    await expect.poll(() => tries).toBe(1);
    await pass(page, 2 * SECONDS);
    await expect.poll(() => tries).toBe(2);
    // The next try comes after twice the time again.
    await pass(page, 4 * SECONDS - 1);
    await page.waitForTimeout(500);
    expect(tries).toBe(2);
    expect(await page.getByText('As it was').count()).toBe(1);
    await page.context().setOffline(false);
    await page.getByText('Written meanwhile').waitFor();
    expect(asked.at(-1)).toBe(200);
    await close(page);
  });

  it('stops when the link no longer refreshes itself', async () => {
    const { page, link, asked, problems } = await openLive();
    const editor = await login(app, 'editor');
    await editor('PUT', `/share-links/links/${link.id}`, { data: { refreshSeconds: null } });
    await pass(page, SECONDS);
    await expect.poll(() => asked).toEqual([200]);
    await expectSilence(page, asked);
    expect(problems).toEqual([]);
    await close(page);
  });
});

interface Counted {
  counts: { changes: number };
}
