import type { Browser, Page, Response } from 'playwright-core';
import { expect } from 'vitest';

import type { App } from './app';
import { freshPage } from './browser';
import { PROJECT, newProject } from './entries';
import type { Entry } from './entries';
import { shareEntry } from './sharing';
import type { Shared } from './sharing';
import { publish } from './versions';

/** A headless browser has a name by which the plugin treats it as a robot, so it gets another. */
const CHROME =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36';

export const SECONDS = 5;
/** How long the page says that it was updated. */
export const NEWS_SECONDS = 6;
export const paragraphs = (count: number, word: string) =>
  Array.from(
    { length: count },
    (_, index) => `${word} ${index + 1}. ${'Lorem ipsum. '.repeat(20)}`
  );

export interface Live {
  page: Page;
  link: Shared;
  entry: Entry;
  /** The status of each answer that the page got after it was opened. */
  asked: number[];
  /** Errors and warnings of the browser. */
  problems: string[];
}

export async function openLive(
  app: App,
  browser: Browser,
  data: object = {},
  rules: object = {}
): Promise<Live> {
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

export async function rewrite(app: App, entry: Entry, data: object): Promise<void> {
  await publish(app, PROJECT, entry.documentId, data);
}

/** The clock of the page runs only inside this function. */
export async function pass(page: Page, seconds: number): Promise<void> {
  // The page needs a moment to use an answer and to set its timer again.
  await page.waitForTimeout(200);
  await page.clock.runFor(seconds * 1000);
}

/** The page sends no request during this time. */
export async function expectSilence(
  page: Page,
  asked: number[],
  seconds = SECONDS + 2
): Promise<void> {
  const before = [...asked];
  await pass(page, seconds);
  await page.waitForTimeout(500);
  expect(asked).toEqual(before);
}

export const news = (page: Page) =>
  page.getByRole('status').filter({ hasText: 'Updated just now' });
export const closePage = (page: Page) => page.context().close();
