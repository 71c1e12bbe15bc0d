import type { IslandTexts } from '../i18n/en/islands';
import type { FilterColumn, FilterRow } from '../page/fields/filters';
import { element, fill } from './dom';
import { SORT, sortOf, spanOf, valuesOf } from './rows';
import type { Choices } from './rows';

interface Setting {
  texts: IslandTexts['filters'];
  lang: string;
  /** The prefix of the controls' ids. A key follows a colon, which no name of a field has. */
  id: string;
  choose: (choices: Choices) => void;
}

type Option = [value: string, text: string];

/** The prefix of a chosen value, so that the option for all values differs from an empty value. */
const IS = '=';

/** Updates the controls in a panel to the rows and the current choices. */
export function filterFields(panel: HTMLElement, setting: Setting) {
  const { texts, lang, id } = setting;
  let drawn = '';
  let chosen: Choices = new Map();
  let controls: (() => void)[] = [];

  const change = (key: string, choice: string | null): void => {
    const next = new Map(chosen);
    if (choice === null) next.delete(key);
    else next.set(key, choice);
    setting.choose(next);
  };

  /** `read` returns the value of the control. An equal value is not set again. */
  function follow(control: HTMLInputElement | HTMLSelectElement, read: () => string): void {
    controls.push(() => {
      const value = read();
      if (control.value !== value) control.value = value;
    });
  }

  function select(name: string, label: string, options: Option[]) {
    const own = `${id}${name}`;
    const control = element(
      'select',
      { id: own },
      ...options.map(([value, text]) => element('option', { value }, text))
    );
    return { control, field: field(own, label, control) };
  }

  function choiceField(column: FilterColumn, values: string[]): HTMLElement {
    const options = values.map((value): Option => [IS + value, wordFor(column, value, texts)]);
    const all: Option = ['', texts.all];
    const { control, field } = select(`:${column.key}`, column.label, [all, ...options]);
    follow(control, () => {
      const choice = chosen.get(column.key);
      return choice === undefined ? '' : IS + choice;
    });
    control.addEventListener('change', () =>
      change(column.key, control.value === '' ? null : control.value.slice(IS.length))
    );
    return field;
  }

  function dateField(column: FilterColumn, end: 'from' | 'to'): HTMLElement {
    const span = () => spanOf(chosen.get(column.key) ?? '');
    const own = `${id}:${column.key}:${end}`;
    const control = element('input', { type: 'date', id: own });
    follow(control, () => span()[end]);
    control.addEventListener('change', () => {
      const next = { ...span() };
      next[end] = control.value;
      change(column.key, next.from || next.to ? `${next.from}..${next.to}` : null);
    });
    return field(own, fill(texts[end], { label: column.label }), control);
  }

  function sortFields(columns: FilterColumn[]): HTMLElement[] {
    const keys = columns.map(({ key, label }): Option => [key, label]);
    const by = select('-by', texts.sort, [['', texts.original], ...keys]);
    const order = select('-order', texts.order, [
      ['', texts.ascending],
      ['-', texts.descending],
    ]);
    follow(by.control, () => sortOf(chosen)?.key ?? '');
    follow(order.control, () => (sortOf(chosen)?.isDescending ? '-' : ''));
    controls.push(() => {
      order.field.hidden = sortOf(chosen) === null;
    });
    by.control.addEventListener('change', () => change(SORT, by.control.value || null));
    order.control.addEventListener('change', () =>
      change(SORT, order.control.value + by.control.value)
    );
    return [by.field, order.field];
  }

  function draw(columns: FilterColumn[], values: string[][]): void {
    const focused = panel.contains(document.activeElement) ? document.activeElement?.id : null;
    controls = [];
    const filters = columns.flatMap((column, index) => {
      const own = values[index] ?? [];
      if (!chosen.has(column.key) && own.length < 2) return [];
      if (column.type === 'date') return [dateField(column, 'from'), dateField(column, 'to')];
      const isChoice = column.type === 'choice' || column.type === 'boolean';
      return isChoice ? [choiceField(column, own)] : [];
    });
    panel.replaceChildren(...filters, ...sortFields(columns));
    if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  }

  return (columns: FilterColumn[], rows: FilterRow[], choices: Choices): void => {
    chosen = choices;
    const values = columns.map((column) => {
      const own = valuesOf(rows, column, lang);
      const choice = choices.get(column.key);
      // The page may no longer have a chosen value.
      return choice === undefined || own.includes(choice) ? own : [...own, choice];
    });
    const key = JSON.stringify([
      columns,
      values.map((own, index) => isDated(columns[index]) || own),
    ]);
    if (key !== drawn) draw(columns, values);
    drawn = key;
    for (const control of controls) control();
  };
}

/** The controls of a date do not depend on its values. */
function isDated(column: FilterColumn | undefined): boolean {
  return column?.type === 'date';
}

/** The label of a value. */
export function wordFor(
  { type }: FilterColumn,
  value: string,
  texts: IslandTexts['filters']
): string {
  if (value === '') return texts.without;
  if (type === 'boolean') return value === 'true' ? texts.yes : texts.no;
  return value;
}

function field(id: string, label: string, control: HTMLElement): HTMLElement {
  return element('div', { class: 'filters__field' }, element('label', { for: id }, label), control);
}
