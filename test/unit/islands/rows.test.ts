import { describe, expect, it } from 'vitest';

import { formatFragment, parseFragment } from '../../../server/src/islands/fragment';
import { comparison, matches, sortOf, valuesOf } from '../../../server/src/islands/rows';
import type { FilterColumn, FilterRow } from '../../../server/src/page/fields/filters';

const column = (key: string, type: FilterColumn['type']): FilterColumn => ({
  key,
  type,
  label: key,
});
const columns = [
  column('state', 'choice'),
  column('who', 'choice'),
  column('done', 'boolean'),
  column('due', 'date'),
  column('days', 'number'),
];
const row: FilterRow = {
  state: ['In progress'],
  who: ['Ada', 'Linus'],
  done: false,
  due: '2026-05-04T22:30:00.000Z',
  days: 10,
};

describe('a row matches', () => {
  it.each<[choices: Record<string, string>, isShown: boolean]>([
    [{}, true],
    [{ state: 'In progress' }, true],
    [{ state: 'Done' }, false],
    [{ state: 'in progress' }, false],
    [{ state: '' }, false],
    [{ who: 'Linus' }, true],
    [{ who: 'Lin' }, false],
    [{ who: 'Linus', state: 'In progress' }, true],
    [{ who: 'Linus', state: 'Done' }, false],
    [{ done: 'false' }, true],
    [{ done: 'true' }, false],
    [{ due: '2026-05-04..' }, true],
    [{ due: '2026-05-05..' }, false],
    [{ due: '..2026-05-04' }, true],
    [{ due: '..2026-05-03' }, false],
    [{ due: '2026-05-01..2026-05-31' }, true],
    [{ due: 'nonsense' }, false],
    [{ gone: 'whatever' }, true],
  ])('%j: %s', (choices, isShown) => {
    expect(matches(row, columns, new Map(Object.entries(choices)))).toBe(isShown);
  });

  it('without a value only when the filter asks for no value', () => {
    const choose = (key: string, choice: string) => matches({}, columns, new Map([[key, choice]]));
    expect(choose('state', '')).toBe(true);
    expect(choose('state', 'Done')).toBe(false);
    expect(choose('done', '')).toBe(true);
    expect(choose('done', 'false')).toBe(false);
    expect(choose('due', '2026-01-01..')).toBe(false);
  });
});

it('the values of a column are those of its rows, with “no value” last', () => {
  const rows: FilterRow[] = [{ who: ['Zoë', 'Émile'] }, {}, { who: ['Ada'] }, { who: ['Zoë'] }];
  expect(valuesOf(rows, column('who', 'choice'), 'fr')).toEqual(['Ada', 'Émile', 'Zoë', '']);
});

describe('sorting', () => {
  const sorted = (values: (FilterRow[string] | undefined)[], isDescending = false) =>
    values
      .map((value): FilterRow => (value === undefined ? {} : { key: value }))
      .sort(comparison('key', isDescending, 'en'))
      .map(({ key }) => key);

  it('sorts numbers by size and texts as people expect', () => {
    expect(sorted([10, 9, -1, 2.5])).toEqual([-1, 2.5, 9, 10]);
    expect(sorted(['Step 10', 'step 9', 'Ärger', 'Zebra'])).toEqual([
      'Ärger',
      'step 9',
      'Step 10',
      'Zebra',
    ]);
    expect(sorted(['2026-05-04', '2025-12-31'])).toEqual(['2025-12-31', '2026-05-04']);
    expect(sorted([true, false])).toEqual([false, true]);
  });

  it('puts empty values last in both directions', () => {
    expect(sorted([undefined, 2, undefined, 1])).toEqual([1, 2, undefined, undefined]);
    expect(sorted([undefined, 2, undefined, 1], true)).toEqual([2, 1, undefined, undefined]);
  });

  it('follows the choice in the address', () => {
    expect(sortOf(new Map())).toBeNull();
    expect(sortOf(new Map([['', 'due']]))).toEqual({ key: 'due', isDescending: false });
    expect(sortOf(new Map([['', '-due']]))).toEqual({ key: 'due', isDescending: true });
  });
});

describe('the fragment of an address', () => {
  const lists = (record: Record<string, Record<string, string>>) =>
    new Map(Object.entries(record).map(([list, own]) => [list, new Map(Object.entries(own))]));

  it.each([
    ['', { anchor: '', lists: lists({}) }],
    ['f-taskGroups-2', { anchor: 'f-taskGroups-2', lists: lists({}) }],
    ['tasks:state=In+progress', { anchor: '', lists: lists({ tasks: { state: 'In progress' } }) }],
    [
      'f-tasks-3&groups.tasks:due=2026-05-01..&groups.tasks=-due&rows:who=',
      {
        anchor: 'f-tasks-3',
        lists: lists({ 'groups.tasks': { due: '2026-05-01..', '': '-due' }, rows: { who: '' } }),
      },
    ],
    [
      'tasks:who=A%26B%3Dc%3A%2B+%C3%9F',
      { anchor: '', lists: lists({ tasks: { who: 'A&B=c:+ ß' } }) },
    ],
  ])('is read and written: %s', (text, fragment) => {
    expect(parseFragment(`#${text}`)).toEqual(fragment);
    expect(formatFragment(fragment)).toBe(text);
  });

  it('can be any text without an error', () => {
    for (const text of ['#%', '#%E0%A4%A', '#=', '#=x', '#&&&', '#:=x', '#a:b:c=d', '#\u0000&x=']) {
      expect(() => parseFragment(text), text).not.toThrow();
    }
    expect(parseFragment('#100%25+sure').anchor).toBe('100% sure');
    expect(parseFragment('#x=%E0%A4%A').lists.get('x')?.get('')).toBe('%E0%A4%A');
  });
});
