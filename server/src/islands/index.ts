/**
 * The script of the public page, one file for all islands. It starts an island for each root on the
 * page: `<… data-island="name">`. The page can be read without it.
 */
import { startChoices } from './choices';
import { startFilters } from './filters';
import { readPage, rootsOf } from './read-page';
import type { Page } from './read-page';
import { startRefresh } from './refresh';

const page = readPage();
const started = new WeakSet<HTMLElement>();

/** The order matters: `refresh` must see the page before the others change it. */
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
// An update may add further roots.
page.onUpdate.push(startAll);

// Some browsers keep whole pages to go back to, although nothing may be stored. By then the link
// may be closed.
window.addEventListener('pageshow', ({ persisted }) => {
  if (!persisted) return;
  if (page.onReturn.length === 0) location.reload();
  for (const tell of page.onReturn) tell();
});
