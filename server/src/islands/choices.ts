import { formatFragment, parseFragment } from './fragment';
import type { Choices } from './rows';

const NONE: Choices = new Map();

let current = parseFragment(location.hash);
const listeners: (() => void)[] = [];

/** What is chosen for a list. */
export function choicesFor(list: string): Choices {
  return current.lists.get(list) ?? NONE;
}

/** Chooses for a list, and keeps that in the address so that a reload brings it back. */
export function choose(list: string, choices: Choices): void {
  if (choices.size === 0) current.lists.delete(list);
  else current.lists.set(list, choices);
  keep();
}

export function onChoices(listener: () => void): void {
  listeners.push(listener);
}

/** To be called once there are lists. */
export function startChoices(): void {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (current.lists.size > 0 && navigation?.type === 'navigate') goTo(current.anchor);
  window.addEventListener('hashchange', () => {
    const next = parseFragment(location.hash);
    // A link to a place on the page says nothing of the filters, and leaves them as they are.
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

/** Somebody who is sent to a row finds it, even if they have just filtered it away. */
function goTo(anchor: string): void {
  const target = anchor ? document.getElementById(anchor) : null;
  const list = target
    ?.closest<HTMLElement>('[data-row][hidden]')
    ?.closest<HTMLElement>('[data-list]');
  if (list?.dataset.list) choose(list.dataset.list, NONE);
  if (list || current.lists.size > 0) target?.scrollIntoView();
}
