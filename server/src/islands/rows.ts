import type { FilterColumn, FilterRow } from '../page/fields/filters';

/**
 * A visitor's choices for one list. The key of a column maps to the required value; an empty text
 * means no value. The empty key maps to the column to sort by, with a `-` before it for descending
 * order.
 */
export type Choices = ReadonlyMap<string, string>;

export const SORT = '';

/** A span of days includes both ends. Each end is optional. */
export function spanOf(choice: string): { from: string; to: string } {
  const [from = '', to = ''] = choice.split('..');
  return { from, to };
}

export function sortOf(choices: Choices): { key: string; isDescending: boolean } | null {
  const choice = choices.get(SORT);
  if (!choice) return null;
  return choice.startsWith('-')
    ? { key: choice.slice(1), isDescending: true }
    : { key: choice, isDescending: false };
}

export function matches(row: FilterRow, columns: FilterColumn[], choices: Choices): boolean {
  return columns.every(({ key, type }) => {
    const choice = choices.get(key);
    if (choice === undefined) return true;
    const value = row[key];
    if (type === 'date') {
      const { from, to } = spanOf(choice);
      const day = String(value ?? '').slice(0, 10);
      return day !== '' && (!from || day >= from) && (!to || day <= to);
    }
    if (value === undefined) return choice === '';
    return Array.isArray(value) ? value.includes(choice) : String(value) === choice;
  });
}

/**
 * The different values of a column in alphabetical order. An empty text stands for rows without
 * one.
 */
export function valuesOf(rows: FilterRow[], { key }: FilterColumn, lang: string): string[] {
  const values = new Set<string>();
  for (const row of rows) {
    const value = row[key];
    if (Array.isArray(value)) value.forEach((one) => values.add(one));
    else values.add(value === undefined ? '' : String(value));
  }
  const { compare } = new Intl.Collator(lang, { numeric: true });
  return [...values].sort((a, b) => Number(a === '') - Number(b === '') || compare(a, b));
}

/** Compares rows by a column. Rows without a value come last in both directions. */
export function comparison(
  key: string,
  isDescending: boolean,
  lang: string
): (a: FilterRow, b: FilterRow) => number {
  const { compare } = new Intl.Collator(lang, { numeric: true, sensitivity: 'base' });
  return (a, b) => {
    const [first, second] = [a[key], b[key]];
    if (first === undefined || second === undefined) {
      return Number(first === undefined) - Number(second === undefined);
    }
    const order =
      typeof first === 'number' && typeof second === 'number'
        ? first - second
        : compare(String(first), String(second));
    return isDescending ? -order : order;
  };
}
