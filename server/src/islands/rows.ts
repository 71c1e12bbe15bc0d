import type { FilterColumn, FilterRow } from '../page/fields/filters';

/**
 * What a visitor has chosen for one list: by the key of a column what its rows must have, where an
 * empty text stands for no value; under the empty key the column they are sorted by, with a `-`
 * before it for the other direction.
 */
export type Choices = ReadonlyMap<string, string>;

export const SORT = '';

/** Both ends of a span of days belong to it, and either may be left out. */
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

/** The different values of a column, in the order of the alphabet; an empty one for rows without. */
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

/** For sorting rows by a column; what has no value there comes last in both directions. */
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
