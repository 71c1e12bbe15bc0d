import { describe, expect, it } from 'vitest';

import type { Link } from '../../contracts/links';
import { expectAccessible, shoot } from '../support/browser';
import { login } from '../support/client';
import {
  NEWS_SECONDS,
  SECONDS,
  closePage,
  expectSilence,
  news,
  openLive,
  paragraphs,
  pass,
  rewrite,
} from '../support/live';
import { useApp } from '../support/use-app';
import { useBrowser } from '../support/use-panel';
import { writeVisits } from '../support/visits';

const app = useApp();
const browser = useBrowser();

describe('a page that refreshes itself', () => {
  it('shows changes without a reload, and says so', async () => {
    const { page, entry, link, asked, problems } = await openLive(app, browser);
    await page.evaluate(() => Object.assign(window, { isTheSame: true }));
    await rewrite(app, entry, { title: 'Another title', summary: 'As it is now', onTrack: false });
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
    await closePage(page);
  });

  it('changes nothing while the entry stays the same: the answer is 304', async () => {
    const { page, asked, problems } = await openLive(app, browser);
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
    await closePage(page);
  });

  it('keeps the scroll position, typed text, open parts and the focus', async () => {
    const { page, entry, problems } = await openLive(app, browser, {
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
    await rewrite(app, entry, {
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
    await rewrite(app, entry, { description: null, body: null });
    await pass(page, SECONDS);
    await page.getByText('Put in between').waitFor({ state: 'hidden' });
    expect(await comment.inputValue()).toContain('and goes on');
    expect(await comment.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(problems).toEqual([]);
    await closePage(page);
  });

  it('becomes the refusal when the link is paused, and comes back when it is resumed', async () => {
    const { page, link, asked } = await openLive(app, browser);
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
    await closePage(page);
  });

  it('of a link that is refused asks at once when somebody looks at it again', async () => {
    const { page, link } = await openLive(app, browser);
    const editor = await login(app, 'editor');
    await editor('POST', `/share-links/links/${link.id}/pause`);
    await pass(page, SECONDS);
    await page.getByRole('heading', { name: 'Invalid or expired public link' }).waitFor();
    await editor('POST', `/share-links/links/${link.id}/resume`);
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await page.getByText('As it was').waitFor();
    await closePage(page);
  });

  it('says since when it is not up to date, and no longer once it is', async () => {
    const { page, asked } = await openLive(app, browser);
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
    await closePage(page);
  });

  it('says that it is not up to date while the site itself fails', async () => {
    const { page } = await openLive(app, browser);
    await page.route('**/share/*', (route) => route.fulfill({ status: 503, body: 'Down' }));
    await pass(page, SECONDS);
    await page.getByRole('status').filter({ hasText: 'Not up to date since' }).waitFor();
    expect(await page.getByText('As it was').count()).toBe(1);
    await closePage(page);
  });

  it('asks at once when the browser shows it again as it was', async () => {
    const { page, link } = await openLive(app, browser);
    const editor = await login(app, 'editor');
    await editor('POST', `/share-links/links/${link.id}/pause`);
    await page.evaluate(() =>
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
    );
    await page.getByRole('heading', { name: 'Invalid or expired public link' }).waitFor();
    expect(await page.getByText('As it was').count()).toBe(0);
    await closePage(page);
  });

  it('becomes the password form when the link gets a password', async () => {
    const { page, link, problems } = await openLive(app, browser);
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
    await closePage(page);
  });

  it('sends no request while it is hidden, and one as soon as it is visible', async () => {
    const { page, entry, asked, problems } = await openLive(app, browser);
    const see = (isHidden: boolean) =>
      page.evaluate((hidden) => {
        Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
      }, isHidden);
    await see(true);
    await rewrite(app, entry, { summary: 'Written meanwhile' });
    await expectSilence(page, asked);
    await see(false);
    await page.getByText('Written meanwhile').waitFor();
    expect(asked).toEqual([200]);
    expect(problems).toEqual([]);
    await closePage(page);
  });

  it('tries less often while the site can’t be reached, and at once when it can', async () => {
    const { page, entry, asked } = await openLive(app, browser);
    let tries = 0;
    page.on('requestfailed', () => (tries += 1));
    await page.context().setOffline(true);
    await rewrite(app, entry, { summary: 'Written meanwhile' });
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
    await closePage(page);
  });

  it('stops when the link no longer refreshes itself', async () => {
    const { page, link, asked, problems } = await openLive(app, browser);
    const editor = await login(app, 'editor');
    await editor('PUT', `/share-links/links/${link.id}`, { data: { refreshSeconds: null } });
    await pass(page, SECONDS);
    await expect.poll(() => asked).toEqual([200]);
    await expectSilence(page, asked);
    expect(problems).toEqual([]);
    await closePage(page);
  });
});

interface Counted {
  counts: { changes: number };
}
