import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';

import { expectAccessible, focusedName, freshPage, shoot, tabTo } from '../support/browser';
import { login } from '../support/client';
import { PROJECT, demoEntry, newDocument, newProject, userId } from '../support/entries';
import type { Entry } from '../support/entries';
import { shareEntry } from '../support/sharing';
import type { Shared } from '../support/sharing';
import { useApp } from '../support/use-app';
import { useBrowser } from '../support/use-panel';
import { publish } from '../support/versions';

const app = useApp();
const browser = useBrowser();
let people: { edith: number; arthur: number };

beforeAll(async () => {
  people = { edith: await userId(app, 'editor'), arthur: await userId(app, 'author') };
});

const TASKS = 'taskGroups.tasks';
const task = (title: string, state: string, dueOn: string | null, assignee: number | null) => ({
  title,
  state,
  dueOn,
  assignee,
});

const groups = () => [
  {
    title: 'First group',
    tasks: [
      task('Alder', 'done', '2026-05-04', people.edith),
      task('Birch', 'in progress', '2026-04-01', people.arthur),
      task('Cedar', 'planned', null, null),
    ],
  },
  {
    title: 'Second group',
    tasks: [
      task('Dogwood', 'done', '2026-03-15', people.arthur),
      task('Elm', 'blocked', '2026-07-01', people.edith),
    ],
  },
  {
    title: 'Third group',
    tasks: [
      task('Fir', 'planned', '2026-06-01', people.edith),
      task('Ginkgo', 'planned', '2026-08-01', people.edith),
    ],
  },
];

const objectives = Array.from({ length: 6 }, (_, index) => ({
  title: `Objective ${index + 1}`,
  measure: `Measure ${6 - index}`,
  reached: index % 3 === 0,
}));

interface Filtered {
  page: Page;
  entry: Entry;
  link: Shared;
  problems: string[];
}

async function openFiltered(
  rules: object = {},
  options: BrowserContextOptions = {},
  data: object = {}
): Promise<Filtered> {
  const entry = await newProject(app, 'editor', { taskGroups: groups(), objectives, ...data });
  const link = await shareEntry(app, {
    contentType: PROJECT,
    documentId: entry.documentId,
    ...rules,
  });
  return { entry, link, ...(await open(link, options)) };
}

async function open(link: Shared, options: BrowserContextOptions = {}) {
  const page = await freshPage(browser, { bypassCSP: false, ...options });
  const problems: string[] = [];
  page.on('console', (message) => problems.push(message.text()));
  page.on('pageerror', (error) => problems.push(String(error)));
  await page.goto(link.url!);
  return { page, problems };
}

const close = (page: Page) => page.context().close();
const barOf = (page: Page, list = TASKS): Locator => page.locator(`.filters[data-list="${list}"]`);
const countOf = (page: Page, list = TASKS) => barOf(page, list).getByRole('status').textContent();
const toggleOf = (page: Page, list = TASKS) =>
  barOf(page, list).getByRole('button', { name: /^Filter and sort/ });

/** The titles of the visible rows, in their order. */
const shownIn = (page: Page, list = TASKS) =>
  page
    .locator(`[data-list="${list}"] :is(tr, li)[data-row]:visible`)
    .evaluateAll((rows) =>
      rows.map((row) => row.querySelector('th, h3, h4')?.textContent?.trim() ?? '')
    );

const ALL = ['Alder', 'Birch', 'Cedar', 'Dogwood', 'Elm', 'Fir', 'Ginkgo'];

describe('a list on a page', () => {
  it('can be filtered by its values, and all lists of one kind together', async () => {
    const { page, problems } = await openFiltered();
    expect(await shownIn(page)).toEqual(ALL);
    expect(await countOf(page)).toBe('7 of 7 shown');
    await toggleOf(page).click();
    const bar = barOf(page);

    await bar.getByLabel('State', { exact: true }).selectOption('Done');
    expect(await shownIn(page)).toEqual(['Alder', 'Dogwood']);
    expect(await countOf(page)).toBe('2 of 7 shown');
    // A list without matches says so.
    expect(await page.getByText('Nothing matches.').count()).toBe(1);

    await bar.getByLabel('State', { exact: true }).selectOption('All');
    await bar.getByLabel('Assignee', { exact: true }).selectOption('Edith Editor');
    expect(await shownIn(page)).toEqual(['Alder', 'Elm', 'Fir', 'Ginkgo']);
    await bar.getByLabel('Assignee', { exact: true }).selectOption('Not set');
    expect(await shownIn(page)).toEqual(['Cedar']);
    await bar.getByLabel('Assignee', { exact: true }).selectOption('All');

    await bar.getByLabel('Due on from').fill('2026-04-01');
    await bar.getByLabel('Due on until').fill('2026-06-01');
    expect(await shownIn(page)).toEqual(['Alder', 'Birch', 'Fir']);
    await bar.getByLabel('State', { exact: true }).selectOption('Planned');
    expect(await shownIn(page)).toEqual(['Fir']);
    await bar.getByText('State: Planned · Due on from Apr 1, 2026').waitFor();

    await bar.getByRole('button', { name: /^Clear/ }).click();
    expect(await shownIn(page)).toEqual(ALL);
    expect(await page.getByText('Nothing matches.').count()).toBe(0);
    expect(new URL(page.url()).hash).toBe('');
    expect(problems).toEqual([]);
    await close(page);
  });

  it('can be filtered separately from other lists, also by yes and no', async () => {
    const { page } = await openFiltered();
    await toggleOf(page, 'objectives').click();
    await barOf(page, 'objectives').getByLabel('Reached').selectOption('Yes');
    expect(await shownIn(page, 'objectives')).toEqual(['Objective 1', 'Objective 4']);
    expect(await shownIn(page)).toEqual(ALL);
    await close(page);
  });

  it('can be sorted by any column, in both directions, and back to the order of the page', async () => {
    const { page } = await openFiltered();
    await toggleOf(page).click();
    const bar = barOf(page);
    await bar.getByLabel('Sort by').selectOption('Due on');
    // Each group is sorted by itself, with missing dates last.
    const byDate = ['Birch', 'Alder', 'Cedar', 'Dogwood', 'Elm', 'Fir', 'Ginkgo'];
    expect(await shownIn(page)).toEqual(byDate);
    const sorted = page.getByRole('columnheader', { name: 'Due on' }).first();
    expect(await sorted.getAttribute('aria-sort')).toBe('ascending');
    await bar.getByLabel('Direction').selectOption('Descending');
    const backwards = ['Alder', 'Birch', 'Cedar', 'Elm', 'Dogwood', 'Ginkgo', 'Fir'];
    expect(await shownIn(page)).toEqual(backwards);
    expect(await sorted.getAttribute('aria-sort')).toBe('descending');
    await page.reload();
    expect(await shownIn(page)).toEqual(backwards);
    await toggleOf(page).click();
    await bar.getByLabel('Sort by').selectOption('Order of the page');
    expect(await shownIn(page)).toEqual(ALL);
    expect(await sorted.getAttribute('aria-sort')).toBeNull();
    await close(page);
  });

  it('stays filtered after a reload, and the site never learns the filter', async () => {
    const { page, link } = await openFiltered();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`));
    await toggleOf(page).click();
    await barOf(page).getByLabel('State', { exact: true }).selectOption('In progress');
    expect(new URL(page.url()).hash).toBe('#taskGroups.tasks:state=In+progress');
    expect(asked).toEqual([]);
    await page.reload();
    expect(await shownIn(page)).toEqual(['Birch']);
    expect(await countOf(page)).toBe('1 of 7 shown');
    expect(asked.join()).toContain(link.token);
    expect(asked.map((address) => address.replace(/#.*/, '')).join()).not.toMatch(/progress/i);

    // Another person who opens the same address sees the same rows.
    const other = await freshPage(browser);
    await other.goto(page.url());
    expect(await shownIn(other)).toEqual(['Birch']);
    await close(other);
    await close(page);
  });

  it('stays filtered and sorted when the page refreshes itself', async () => {
    const { page, entry, problems } = await openFiltered({ refreshSeconds: 5 });
    await toggleOf(page).click();
    const state = barOf(page).getByLabel('State', { exact: true });
    await barOf(page).getByLabel('Sort by').selectOption('Title');
    await barOf(page).getByLabel('Direction').selectOption('Descending');
    await state.selectOption('Planned');
    await state.focus();
    expect(await shownIn(page)).toEqual(['Cedar', 'Ginkgo', 'Fir']);

    const [first, ...others] = groups();
    first!.tasks.unshift(task('Hazel', 'planned', null, null), task('Ivy', 'done', null, null));
    await publish(app, PROJECT, entry.documentId, { taskGroups: [first, ...others] });
    await page.getByText('Updated just now').waitFor();
    expect(await shownIn(page)).toEqual(['Hazel', 'Cedar', 'Ginkgo', 'Fir']);
    expect(await countOf(page)).toBe('4 of 9 shown');
    expect(await toggleOf(page).getAttribute('aria-expanded')).toBe('true');
    expect(await state.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await state.inputValue()).toBe('=Planned');
    expect(problems).toEqual([]);
    await close(page);
  });

  it('is shown in full without filters when it becomes short', async () => {
    const { page, entry, problems } = await openFiltered({ refreshSeconds: 5 });
    await toggleOf(page).click();
    await barOf(page).getByLabel('State', { exact: true }).selectOption('Blocked');
    expect(await shownIn(page)).toEqual(['Elm']);
    await publish(app, PROJECT, entry.documentId, { taskGroups: groups().slice(0, 1) });
    await page.getByText('Updated just now').waitFor();
    expect(await barOf(page).count()).toBe(0);
    for (const title of ['Alder', 'Birch', 'Cedar']) {
      await page.getByText(title, { exact: true }).waitFor({ timeout: 3000 });
    }
    expect(await page.getByText('Nothing matches.').count()).toBe(0);
    expect(problems).toEqual([]);
    await close(page);
  });

  it('of related entries can be filtered too, in the language of the visitor', async () => {
    const { entry, link, page: first } = await openFiltered();
    await close(first);
    const categories = ['report', 'contract', 'report', 'design', 'data'];
    for (const [index, category] of categories.entries()) {
      await newDocument(app, 'editor', {
        title: `Papers ${index + 1}`,
        category,
        description: 'What there is to know of it. '.repeat(12),
        project: entry.documentId,
      });
    }
    const { page } = await open(link, { locale: 'fr-FR' });
    const bar = barOf(page, 'documents');
    expect(await countOf(page, 'documents')).toBe('5 sur 5 affichés');
    await bar.getByRole('button', { name: /^Filtrer et trier/ }).click();
    await bar.getByLabel('Category').selectOption('Report');
    expect(await shownIn(page, 'documents')).toEqual(['Papers 1', 'Papers 3']);
    await bar.getByLabel('Trier par').selectOption('Document');
    await bar.getByLabel('Sens').selectOption('Décroissant');
    expect(await shownIn(page, 'documents')).toEqual(['Papers 3', 'Papers 1']);
    await bar.scrollIntoViewIfNeeded();
    await shoot(page, 'filters-related-fr');
    await expectAccessible(page);
    await close(page);
  });

  it('can be filtered by keyboard alone', async () => {
    const { page } = await openFiltered();
    await page.keyboard.press('Tab');
    await tabTo(page, 'Filter and sort: Tasks');
    await page.keyboard.press('Enter');
    await tabTo(page, 'State');
    await page.keyboard.press('ArrowDown');
    expect(await shownIn(page)).toEqual(['Elm']);
    await tabTo(page, 'Sort by');
    await page.keyboard.press('Escape');
    expect(await focusedName(page)).toBe('Filter and sort: Tasks');
    expect(await barOf(page).getByLabel('Sort by').isVisible()).toBe(false);
    await tabTo(page, 'Clear');
    await page.keyboard.press('Space');
    expect(await shownIn(page)).toEqual(ALL);
    expect(await focusedName(page)).toBe('Filter and sort: Tasks');
    await close(page);
  });

  it('keeps its filter when the visitor jumps to another part of the page', async () => {
    const { page } = await openFiltered();
    await toggleOf(page).click();
    await barOf(page).getByLabel('State', { exact: true }).selectOption('Done');
    const goTo = (id: string) => page.evaluate((anchor) => void (location.hash = anchor), id);
    await goTo('f-taskGroups-2');
    await expect
      .poll(() => new URL(page.url()).hash)
      .toBe('#f-taskGroups-2&taskGroups.tasks:state=Done');
    expect(await shownIn(page)).toEqual(['Alder', 'Dogwood']);
    await page.reload();
    expect(await shownIn(page)).toEqual(['Alder', 'Dogwood']);

    // A jump to a row that the filter hides shows the row.
    await goTo('f-taskGroups-3-tasks-2');
    await expect.poll(() => shownIn(page)).toEqual(ALL);
    expect(new URL(page.url()).hash).toBe('#f-taskGroups-3-tasks-2');
    await page.locator('#f-taskGroups-3-tasks-2').waitFor();
    await close(page);
  });

  it('shows all rows and no controls when there is no script', async () => {
    const { page } = await openFiltered({}, { javaScriptEnabled: false });
    for (const title of ALL) expect(await page.getByText(title, { exact: true }).count()).toBe(1);
    expect(await page.getByRole('button').count()).toBe(0);
    expect(await page.locator('.filters:visible').count()).toBe(0);
    await close(page);
  });

  it('has no filter while it is short, and the page has no script then', async () => {
    const { page, problems } = await openFiltered(
      {},
      {},
      {
        taskGroups: groups().slice(0, 1),
        objectives: objectives.slice(0, 4),
      }
    );
    expect(await page.locator('script, .filters').count()).toBe(0);
    expect(problems).toEqual([]);
    await close(page);
  });

  it('treats everything in the address only as a filter', async () => {
    const { page, link, problems } = await openFiltered();
    const attack = '<img src=x onerror=document.title="x">';
    await page.goto(
      `${link.url}#${encodeURIComponent(attack)}&${TASKS}:state=${encodeURIComponent(attack)}&${TASKS}=nothing&x:y=z`
    );
    await page.reload();
    expect(await shownIn(page)).toEqual([]);
    await toggleOf(page).click();
    const state = barOf(page).getByLabel('State', { exact: true });
    expect(await state.inputValue()).toBe(`=${attack}`);
    expect(await page.locator('img[src="x"]').count()).toBe(0);
    await state.selectOption('All');
    expect(await shownIn(page)).toEqual(ALL);
    expect(problems).toEqual([]);
    await close(page);
  });
});

describe('a printed page', () => {
  it('shows the filtered rows, and names the filter', async () => {
    const { page } = await openFiltered();
    await toggleOf(page).click();
    await barOf(page).getByLabel('State', { exact: true }).selectOption('Done');
    await page.emulateMedia({ media: 'print' });
    expect(await shownIn(page)).toEqual(['Alder', 'Dogwood']);
    await page.getByText('State: Done').waitFor();
    await page.getByText('2 of 7 shown').waitFor();
    expect(await page.getByRole('button').count()).toBe(0);
    expect(await barOf(page, 'objectives').isVisible()).toBe(false);
    expect(await barOf(page).getByLabel('Sort by').isVisible()).toBe(false);
    await shoot(page, 'filters-print', true);
    await close(page);
  });
});

describe.each([
  ['light', 1440],
  ['dark', 768],
  ['light', 360],
  ['dark', 360],
] as const)('the controls of a list, %s, %i pixels wide', (colorScheme, width) => {
  it('are accessible, and appear without moving the page', async () => {
    const entry = await demoEntry(app, PROJECT, 'Lumen Energy customer portal');
    const editor = await login(app, 'editor');
    const { body } = await editor<{ data: { links: { url: string }[] } }>(
      'GET',
      `/share-links/entries/${PROJECT}/${entry.documentId}`
    );
    // Another test may have shared it already, and a project has only one link.
    const link =
      body.data.links[0] ??
      (await shareEntry(app, { contentType: PROJECT, documentId: entry.documentId }));
    const page = await freshPage(browser, {
      bypassCSP: false,
      colorScheme,
      viewport: { width, height: 900 },
    });
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push((entry as never as Shift).value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(String(link.url));
    await toggleOf(page).scrollIntoViewIfNeeded();
    await shoot(page, `filters-closed-${width}-${colorScheme}`);
    expect(await page.evaluate(() => (window as never as { shifts: number[] }).shifts)).toEqual([]);
    await toggleOf(page).click();
    await barOf(page).getByLabel('State', { exact: true }).selectOption('Done');
    await barOf(page).getByLabel('Due on from').fill('2025-01-01');
    await expectAccessible(page);
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth
    );
    expect(sideways).toBeLessThanOrEqual(0);
    await shoot(page, `filters-open-${width}-${colorScheme}`);
    await close(page);
  });
});

interface Shift {
  value: number;
}
