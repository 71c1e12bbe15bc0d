import type { FilterColumn, FilterRow } from '../page/fields/filters';
import { choicesFor, choose, onChoices } from './choices';
import { element, fill } from './dom';
import { filterFields, wordFor } from './filter-fields';
import type { Page } from './read-page';
import { comparison, matches, sortOf, spanOf } from './rows';
import type { Choices } from './rows';

/** A row of a list as the server has put it on the page. */
interface Row {
  element: HTMLElement;
  values: FilterRow;
  /** Its place in the order of the page. */
  at: number;
}

/**
 * Filters of a list, or of several of one kind: the root says what they have, and stands right
 * before what they are in. All that is chosen is kept in the address, behind the `#`, which no
 * server gets to see.
 */
export function startFilters(root: HTMLElement, page: Page): void {
  const texts = page.texts.filters;
  const name = root.dataset.list ?? '';
  const label = root.dataset.label ?? '';
  const lang = document.documentElement.lang;
  const wordsLang = page.lang ?? lang;
  const id = `filters-${name}`;

  const panel = element('div', {
    class: 'filters__panel',
    id,
    role: 'group',
    'aria-label': fill(texts.panel, { list: label }),
    hidden: '',
  });
  const toggle = element(
    'button',
    { type: 'button', class: 'filters__toggle', 'aria-expanded': 'false', 'aria-controls': id },
    texts.open,
    element('span', { class: 'unseen' }, `: ${label}`)
  );
  const count = element('p', { class: 'filters__count', role: 'status' });
  const note = element('p', { class: 'filters__note' });
  const clear = element(
    'button',
    { type: 'button', class: 'filters__clear', hidden: '' },
    texts.clear,
    element('span', { class: 'unseen' }, `: ${label}`)
  );
  root.replaceChildren(
    element('div', { class: 'filters__bar', lang: page.lang }, toggle, count, note, clear),
    panel
  );

  const open = (isOpen: boolean): void => {
    panel.hidden = !isOpen;
    toggle.setAttribute('aria-expanded', String(isOpen));
  };
  toggle.addEventListener('click', () => open(panel.hidden));
  root.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || panel.hidden) return;
    open(false);
    toggle.focus();
  });
  clear.addEventListener('click', () => {
    choose(name, new Map());
    toggle.focus();
  });

  const showFields = filterFields(panel, {
    texts,
    lang: wordsLang,
    id,
    choose: (choices) => choose(name, choices),
  });

  let lists: HTMLElement[] = [];
  let notes: Element[] = [];
  let held: Row[] = [];

  function show(): void {
    for (const note of notes) note.remove();
    notes = [];
    // A list that has become too short for filters is as the server sent it.
    if (!root.isConnected) {
      // Its rows say no more that they are rows, so the ones it had are remembered.
      for (const row of held.splice(0)) row.element.hidden = false;
      for (const list of lists.splice(0)) release(list);
      return;
    }
    const columns = JSON.parse(root.dataset.columns ?? '[]') as FilterColumn[];
    lists = listsOf(root, name);
    const rows = lists.flatMap(rowsOf);
    held = rows;
    const choices = choicesFor(name);
    const sort = sortOf(choices);
    const isOn = choices.size > 0;

    let shown = 0;
    for (const row of rows) {
      row.element.hidden = !matches(row.values, columns, choices);
      if (!row.element.hidden) shown += 1;
    }
    for (const list of lists) {
      const own = rowsOf(list);
      const compare = sort ? comparison(sort.key, sort.isDescending, lang) : () => 0;
      putInOrder(own.sort((a, b) => compare(a.values, b.values) || a.at - b.at));
      markSorted(list, sort);
      list.hidden = own.every((row) => row.element.hidden);
      if (!list.hidden) continue;
      const none = element('p', { class: 'note', lang: page.lang }, texts.none);
      notes.push(none);
      list.after(none);
    }

    showFields(
      columns,
      rows.map(({ values }) => values),
      choices
    );
    say(count, fill(texts.shown, { shown, total: rows.length }));
    say(note, isOn ? describe(columns, choices) : '');
    clear.hidden = !isOn;
    root.classList.toggle('filters--on', isOn);
  }

  /** What is chosen, in words: for those who have closed the controls, and for paper. */
  function describe(columns: FilterColumn[], choices: Choices): string {
    const day = new Intl.DateTimeFormat(wordsLang, { dateStyle: 'medium', timeZone: 'UTC' });
    const dated = (text: string, { label }: FilterColumn, date: string) =>
      date && `${fill(text, { label })} ${day.format(new Date(`${date}T00:00:00Z`))}`;
    const said = columns.flatMap((column) => {
      const choice = choices.get(column.key);
      if (choice === undefined) return [];
      if (column.type !== 'date') {
        return `${column.label}: ${wordFor(column, choice, texts)}`;
      }
      const { from, to } = spanOf(choice);
      return [dated(texts.from, column, from), dated(texts.to, column, to)];
    });
    const sort = sortOf(choices);
    const sorted = columns.find(({ key }) => key === sort?.key);
    if (sorted && sort) {
      const order = sort.isDescending ? texts.descending : texts.ascending;
      said.push(`${texts.sort}: ${sorted.label} (${order})`);
    }
    return said.filter(Boolean).join(' · ');
  }

  onChoices(show);
  page.onUpdate.push(show);
  show();
}

/** The lists that a bar is for are in what comes right after it and other bars, or are that. */
function listsOf(root: HTMLElement, name: string): HTMLElement[] {
  let next = root.nextElementSibling;
  while (next?.matches('[data-island="filters"]')) next = next.nextElementSibling;
  if (!(next instanceof HTMLElement)) return [];
  const within = [...next.querySelectorAll<HTMLElement>('[data-list]')];
  return [next, ...within].filter((list) => list.dataset.list === name);
}

function rowsOf(list: HTMLElement): Row[] {
  return [...list.querySelectorAll<HTMLElement>('[data-row]')]
    .filter((row) => row.closest('[data-list]') === list)
    .map((row) => ({
      element: row,
      values: JSON.parse(row.dataset.row ?? '{}') as FilterRow,
      at: Number(row.dataset.at),
    }));
}

/** Moves only what is out of place, so that nothing loses the focus without need. */
function putInOrder(rows: Row[]): void {
  let before: Element | null = null;
  for (const { element } of rows) {
    const parent = element.parentElement;
    const place: Element | null = before
      ? before.nextElementSibling
      : (parent?.firstElementChild ?? null);
    if (place !== element) parent?.insertBefore(element, place);
    before = element;
  }
}

function markSorted(list: HTMLElement, sort: { key: string; isDescending: boolean } | null): void {
  for (const header of list.querySelectorAll<HTMLElement>('th[data-key]')) {
    if (header.dataset.key !== sort?.key) header.removeAttribute('aria-sort');
    else header.setAttribute('aria-sort', sort?.isDescending ? 'descending' : 'ascending');
  }
}

function release(list: HTMLElement): void {
  putInOrder(rowsOf(list).sort((a, b) => a.at - b.at));
  markSorted(list, null);
  list.hidden = false;
}

/** Only what has changed is said again by those who read the page aloud. */
function say(place: HTMLElement, text: string): void {
  if (place.textContent !== text) place.textContent = text;
}
