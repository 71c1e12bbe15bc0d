import { formatFragment, parseFragment } from './fragment';
import type { Choices } from './rows';

const NONE: Choices = new Map();

let current = parseFragment(location.hash);
const listeners: (() => void)[] = [];

/** The current choices for a list. */
export function choicesFor(list: string): Choices {
  return current.lists.get(list) ?? NONE;
}

/** Sets the choices for a list and stores them in the address, so that a reload restores them. */
export function choose(list: string, choices: Choices): void {
  if (choices.size === 0) current.lists.delete(list);
  else current.lists.set(list, choices);
  keep();
}

export function onChoices(listener: () => void): void {
  listeners.push(listener);
}

/** Call this once the lists exist. */
export function startChoices(): void {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (current.lists.size > 0 && navigation?.type === 'navigate') goTo(current.anchor);
  window.addEventListener('hashchange', () => {
    const next = parseFragment(location.hash);
    // A link to a place on the page contains no choices and keeps the current ones.
    if (next.lists.size > 0) current = next;
    else current.anchor = next.anchor;
    keep();
    goTo(next.anchor);
  });
}

function keep(): void {
  const hash = `#${formatFragment(current)}`;
  const address = hash === '#' ? location.pathname + location.search : hash;
  if (location.hash !== hash && (location.hash || hash !== '#')) {
    history.replaceState(history.state, '', address);
  }
  for (const tell of listeners) tell();
}

/** Scrolls to a row, and removes the choices of the lists that hide it. */
function goTo(anchor: string): void {
  const target = anchor ? document.getElementById(anchor) : null;
  let row = target?.closest('[data-row]');
  let wasHidden = false;
  for (; row; row = row.parentElement?.closest('[data-row]')) {
    const list = row.closest<HTMLElement>('[data-list]')?.dataset.list;
    if (!(row instanceof HTMLElement && row.hidden) || !list) continue;
    choose(list, NONE);
    wasHidden = true;
  }
  if (wasHidden || current.lists.size > 0) target?.scrollIntoView();
}
