import type { FilterColumn, FilterRow } from '../page/fields/filters';
import { choicesFor, choose, onChoices } from './choices';
import { element, fill } from './dom';
import { filterFields, wordFor } from './filter-fields';
import type { Page } from './read-page';
import { comparison, matches, sortOf, spanOf } from './rows';
import type { Choices } from './rows';

/** A row of a list, as the server has sent it. */
interface Row {
  element: HTMLElement;
  values: FilterRow;
  /** Its position in the original order of the page. */
  at: number;
}

/**
 * The filters of a list, or of several lists of one kind. The root describes their columns and
 * comes right before the lists. The choices are stored in the address after `#`, which no server
 * sees.
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
    // A list that is now too short for filters looks as the server sent it.
    if (!root.isConnected) {
      // Its rows are no longer marked as rows, so this uses the stored ones.
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

    for (const row of rows) row.element.hidden = !matches(row.values, columns, choices);
    // A list further out may hide the whole item around a row.
    const shown = rows.filter((row) => !row.element.closest('[hidden]')).length;
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

  /** The current choices in words, for closed controls and for print. */
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

/** The lists of a filter bar: the next element that is not a bar, or lists inside it. */
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

/** Moves only rows in the wrong position, so that the focus is rarely lost. */
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

/** Changes a text only if it differs, so that screen readers do not repeat it. */
function say(place: HTMLElement, text: string): void {
  if (place.textContent !== text) place.textContent = text;
}
