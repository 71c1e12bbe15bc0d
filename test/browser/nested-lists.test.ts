import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';

import { renderEntryPage } from '../../server/src/page/render';
import { freshPage } from '../support/browser';
import { demoPages } from '../support/pages';
import { SCRIPT, openRendered } from '../support/rendered';
import { useApp } from '../support/use-app';
import { useBrowser } from '../support/use-panel';
import { entry, field, group, related, relation, repeatable } from '../unit/page/support';

const app = useApp();
const browser = useBrowser();
let visitor: Page;

beforeAll(async () => {
  visitor = await freshPage(browser);
  visitor.setDefaultTimeout(8000);
});

/** Ids that stand twice, and references that lead nowhere or out of their own list. */
function wrongReferences(): string[] {
  const wrong: string[] = [];
  const seen = new Set<string>();
  for (const { id } of document.querySelectorAll('[id]')) {
    if (seen.has(id)) wrong.push(`twice: ${id}`);
    seen.add(id);
  }
  const names = ['for', 'aria-controls', 'aria-labelledby', 'aria-describedby', 'aria-details'];
  for (const name of names) {
    for (const element of document.querySelectorAll(`[${name}]`)) {
      for (const id of (element.getAttribute(name) ?? '').split(/\s+/)) {
        const target = document.getElementById(id);
        const isOwn = target?.closest('.filters') === element.closest('.filters');
        if (!target || !isOwn) wrong.push(`${name}: ${id}`);
      }
    }
  }
  for (const { hash } of document.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')) {
    if (!document.getElementById(decodeURIComponent(hash.slice(1)))) wrong.push(`href: ${hash}`);
  }
  return wrong;
}

const openAll = () => {
  for (const fold of document.querySelectorAll('details')) fold.open = true;
  for (const toggle of document.querySelectorAll<HTMLElement>('.filters__toggle')) toggle.click();
};

const STATES = ['done', 'planned', 'blocked'];

const tasks = (name: string, count: number) =>
  repeatable(
    'tasks',
    ...Array.from({ length: count }, (_, index) =>
      group(
        'Task',
        field('title', 'string', `${name} ${index + 1}`),
        field('state', 'enumeration', STATES[index % 3]),
        // Names that the sorting's own controls have, too.
        field('by', 'enumeration', index % 2 ? 'Edith' : 'Arthur'),
        field('order', 'boolean', index % 2 === 0)
      )
    )
  );

const groupsOf = (name: string) =>
  repeatable(
    'groups',
    ...[1, 2, 3, 4, 5].map((count) =>
      group(
        'Group',
        field('title', 'string', `${name} group ${count}`),
        field('kind', 'enumeration', count < 3 ? 'early' : 'late'),
        tasks(`${name}${count}`, 3)
      )
    )
  );

const cards = relation('projects', [
  related('Alder', field('state', 'enumeration', 'done'), groupsOf('A'), tasks('Alder', 5)),
  related('Birch', field('state', 'enumeration', 'planned'), groupsOf('B'), tasks('Birch', 6)),
]);

const nested = (refreshSeconds: number | null = null) =>
  renderEntryPage(entry([cards, tasks('Own', 5)]), {
    script: SCRIPT,
    refreshSeconds,
    base: '/share/token',
  });

const barOf = (list: string) => visitor.locator(`.filters[data-list="${list}"]`);
const countOf = (list: string) => barOf(list).getByRole('status').textContent();

describe('lists inside related cards', () => {
  it('have ids, labels and addresses of their own', async () => {
    await openRendered(visitor, nested());
    await visitor.evaluate(openAll);
    expect(await visitor.evaluate(wrongReferences)).toEqual([]);
    const names = await visitor
      .locator('.filters')
      .evaluateAll((bars) => bars.map((bar) => (bar as HTMLElement).dataset.list ?? ''));
    expect(names.sort()).toEqual([
      'projects.1.groups.tasks',
      'projects.2.groups.tasks',
      'projects.groups',
      'projects.tasks',
      'tasks',
    ]);
  });

  it('are filtered one by one, and count only their own rows', async () => {
    await openRendered(visitor, nested());
    await visitor.evaluate(openAll);
    const first = 'projects.1.groups.tasks';
    const second = 'projects.2.groups.tasks';
    expect([await countOf(first), await countOf(second)]).toEqual(Array(2).fill('15 of 15 shown'));
    expect(await countOf('tasks')).toBe('5 of 5 shown');
    expect(await countOf('projects.groups')).toBe('10 of 10 shown');

    await barOf(first).getByLabel('State', { exact: true }).selectOption('Done');
    expect([await countOf(first), await countOf(second)]).toEqual([
      '5 of 15 shown',
      '15 of 15 shown',
    ]);
    expect(await barOf(second).getByLabel('State', { exact: true }).inputValue()).toBe('');
    expect(new URL(visitor.url()).hash).toBe('#projects.1.groups.tasks:state=Done');

    await visitor.reload();
    await visitor.evaluate(openAll);
    expect([await countOf(first), await countOf(second)]).toEqual([
      '5 of 15 shown',
      '15 of 15 shown',
    ]);
  });

  it('do not count rows of an item that another list hides', async () => {
    await openRendered(visitor, nested());
    await visitor.evaluate(openAll);
    await barOf('projects.groups').getByLabel('Kind').selectOption('Early');
    expect(await countOf('projects.groups')).toBe('4 of 10 shown');
    expect(await countOf('projects.1.groups.tasks')).toBe('6 of 15 shown');
    expect(await countOf('projects.2.groups.tasks')).toBe('6 of 15 shown');
    expect(await countOf('projects.tasks')).toBe('11 of 11 shown');
  });

  it('show a row that an address names, whatever list hides it', async () => {
    await openRendered(visitor, nested());
    await visitor.evaluate(openAll);
    await barOf('projects.groups').getByLabel('Kind').selectOption('Early');
    await barOf('projects.1.groups.tasks')
      .getByLabel('State', { exact: true })
      .selectOption('Blocked');
    const row = visitor.locator('#f-projects-1-groups-4-tasks-1');
    expect(await row.isVisible()).toBe(false);
    await visitor.evaluate(() => (location.hash = '#f-projects-1-groups-4-tasks-1'));
    await row.waitFor({ state: 'visible' });
  });

  it('stay so when the page refreshes itself', async () => {
    const rendered = nested(5);
    await visitor.clock.install();
    await openRendered(visitor, rendered);
    await visitor.evaluate(openAll);
    await barOf('projects.2.groups.tasks').getByLabel('By', { exact: true }).selectOption('Edith');
    expect(await countOf('projects.2.groups.tasks')).toBe('5 of 15 shown');
    const html = rendered.html.replace('>A1 1<', '>News<');
    await visitor.route('http://page.test/share/token', (route) =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body: html })
    );
    await visitor.clock.runFor(6000);
    await visitor.getByText('News').first().waitFor();
    expect(await visitor.evaluate(wrongReferences)).toEqual([]);
    expect(await countOf('projects.2.groups.tasks')).toBe('5 of 15 shown');
    expect(await countOf('projects.1.groups.tasks')).toBe('15 of 15 shown');
    await visitor.unroute('http://page.test/share/token');
  });

  it('show everything without script', async () => {
    const { html, csp } = nested();
    await openRendered(visitor, { html: html.replace(/<script[^]*?<\/script>/, ''), csp });
    expect(await visitor.evaluate(wrongReferences)).toEqual([]);
    expect(await visitor.locator('tr[id], li[id]').evaluateAll((rows) => rows.length)).toBe(58);
  });
});

it('every page of the demo has each id once, and all references lead to their own part', async () => {
  const pages = await demoPages(app);
  const other = await freshPage(browser);
  for (const [name, url] of Object.entries(pages)) {
    await other.goto(url);
    await other.evaluate(openAll);
    expect([name, await other.evaluate(wrongReferences)]).toEqual([name, []]);
  }
  await other.goto(`${pages.project}/search`);
  expect(await other.evaluate(wrongReferences)).toEqual([]);
});
