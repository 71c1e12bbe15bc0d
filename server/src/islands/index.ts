/**
 * The script of the public page, one file for all islands. It starts each where the page has a
 * root for it: `<… data-island="name">`. Nothing on the page needs it to be read.
 */
import { startChoices } from './choices';
import { startFilters } from './filters';
import { readPage, rootsOf } from './read-page';
import type { Page } from './read-page';
import { startRefresh } from './refresh';

const page = readPage();
const started = new WeakSet<HTMLElement>();

/** In their order: the first has to see the page before the others have changed it. */
const islands: [name: string, start: (root: HTMLElement, page: Page) => void][] = [
  ['refresh', startRefresh],
  ['filters', startFilters],
];

function startAll(): void {
  for (const [name, start] of islands) {
    for (const root of rootsOf(name)) {
      if (started.has(root)) continue;
      started.add(root);
      start(root, page);
    }
  }
}

startAll();
startChoices();
// The page may have more on it by then.
page.onUpdate.push(startAll);
