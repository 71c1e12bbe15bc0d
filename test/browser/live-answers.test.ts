import type { Page, Route } from 'playwright-core';
import { describe, expect, it } from 'vitest';

import { login } from '../support/client';
import { SECONDS, closePage, openLive, pass, rewrite } from '../support/live';
import { useApp } from '../support/use-app';
import { useBrowser } from '../support/use-panel';

const app = useApp();
const browser = useBrowser();

const refusal = (page: Page) =>
  page.getByRole('heading', { name: 'Invalid or expired public link' });

/** Asks at once, as after a look at another tab. */
const look = (page: Page) =>
  page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));

const paused = async (data?: object) => {
  const live = await openLive(app, browser, data);
  const editor = await login(app, 'editor');
  const change = (verb: 'pause' | 'resume') =>
    editor('POST', `/share-links/links/${live.link.id}/${verb}`);
  await change('pause');
  await pass(live.page, SECONDS);
  await refusal(live.page).waitFor();
  return { ...live, resume: () => change('resume') };
};

const answerWith = (html: string) => (route: Route) =>
  route.request().resourceType() === 'fetch'
    ? route.fulfill({ status: 200, contentType: 'text/html', body: html })
    : route.continue();

describe('a page of a paused link', () => {
  it.each([
    ['of a sign-in page of the network', '<main><h1>Sign in</h1></main>'],
    ['of a page without content', '<p>Down for maintenance</p>'],
  ])('stays hidden at an answer %s', async (_what, body) => {
    const { page } = await paused();
    await page.route('**/share/*', answerWith(`<!doctype html><title>x</title>${body}`));
    await look(page);
    await page.waitForTimeout(500);
    expect(await refusal(page).count()).toBe(1);
    expect(await page.getByText('As it was').count()).toBe(0);
    await closePage(page);
  });

  it('stays hidden until the new page is there, if the site looks different now', async () => {
    const { page, entry, resume } = await paused();
    await rewrite(app, entry, { summary: 'As it is now' });
    await resume();
    let wasShown = false;
    await page.exposeFunction('tellShown', () => (wasShown = true));
    await page.evaluate(() => {
      const { tellShown } = window as unknown as { tellShown(): void };
      new MutationObserver(() => {
        if (document.body?.textContent.includes('As it was')) tellShown();
      }).observe(document, { subtree: true, childList: true });
    });
    await page.route('**/share/*', async (route) => {
      if (route.request().resourceType() !== 'fetch') return route.continue();
      const answer = await route.fetch();
      const html = await answer.text();
      const style = '<style>.other { color: red }</style></head>';
      await route.fulfill({ response: answer, body: html.replace('</head>', style) });
    });
    await look(page);
    await page.getByText('As it is now').waitFor();
    expect(wasShown).toBe(false);
    await closePage(page);
  });

  it('becomes the page with a button, if that is the answer, and not the old content', async () => {
    const { page } = await paused();
    const gate =
      '<main class="gate"><h1>Open this page</h1><form><button>Open</button></form></main>';
    await page.route('**/share/*', answerWith(`<!doctype html><title>Open</title>${gate}`));
    await look(page);
    await page.getByRole('button', { name: 'Open' }).waitFor();
    expect(await page.getByText('As it was').count()).toBe(0);
    await closePage(page);
  });

  it('comes back with the filters that its address has then', async () => {
    const tasks = ['Draft', 'Review', 'Print', 'Bind', 'Send', 'File'].map((title, index) => ({
      title,
      state: index % 2 === 0 ? 'done' : 'planned',
    }));
    const { page, resume } = await paused({ taskGroups: [{ title: 'Work', tasks }] });
    const rows = page.locator('[data-row]:visible');
    await resume();
    await page.evaluate(() => (location.hash = '#taskGroups.1.tasks:state=Done'));
    await look(page);
    await page.getByText('As it was').first().waitFor();
    await expect.poll(() => rows.count()).toBe(3);
    await closePage(page);
  });
});

describe('a page that refreshes itself', () => {
  it('is not loaded anew because an extension has added a style', async () => {
    const { page, entry } = await openLive(app, browser);
    await page.evaluate(() => {
      Object.assign(window, { isTheSame: true });
      document.head.append(document.createElement('style'));
    });
    await rewrite(app, entry, { summary: 'As it is now' });
    await pass(page, SECONDS);
    await page.getByText('As it is now').waitFor();
    expect(await page.evaluate(() => 'isTheSame' in window)).toBe(true);
    await closePage(page);
  });

  it('shows changes of a text that the browser has translated', async () => {
    const { page, entry } = await openLive(app, browser);
    await page.getByText('As it was').evaluate((element) => {
      const words = document.createElement('font');
      words.textContent = 'Wie es war';
      element.replaceChildren(words);
    });
    await rewrite(app, entry, { summary: 'As it is now' });
    await pass(page, SECONDS);
    await page.getByText('As it is now').waitFor();
    expect(await page.getByText('Wie es war').count()).toBe(0);
    await closePage(page);
  });

  it('is checked when somebody goes back to it, even if it refreshes itself no longer', async () => {
    const { page, link, asked } = await openLive(app, browser);
    const editor = await login(app, 'editor');
    const change = { data: { refreshSeconds: null } };
    await editor('PUT', `/share-links/links/${link.id}`, change);
    await pass(page, SECONDS);
    await expect.poll(() => asked).toEqual([200]);
    await editor('POST', `/share-links/links/${link.id}/pause`);
    await page.evaluate(() =>
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
    );
    await refusal(page).waitFor();
    await closePage(page);
  });
});
