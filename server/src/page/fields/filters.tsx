import type { ReactElement } from 'react';

import type { ShownField, ShownReference } from '../../../../contracts/shown';
import type { PageContext } from '../elements';
import type { ValuePath } from '../layout/anchors';
import { fieldsOf, headingField, isEmpty, isFollowed, labelOf, listOf } from '../layout/arrange';
import { holdsItems, itemsOf } from '../layout/items';
import type { Item } from '../layout/items';
import { humanise, oneLine, plainText } from '../values';

/** A column by which visitors can filter or sort the rows of a list. */
export interface FilterColumn {
  key: string;
  label: string;
  /** A `choice` is one or several of a few texts. Numbers and texts only allow sorting. */
  type: 'choice' | 'boolean' | 'date' | 'number' | 'text';
}

/** The values of a row by column key. Missing values are left out. */
export type FilterRow = Record<string, string | string[] | number | boolean>;

/** The filter bar, and the attributes by which the script finds the list and its rows. */
export interface ListFilters {
  bar: ReactElement | null;
  list: { 'data-list'?: string };
  row: (item: Item) => { 'data-at'?: number; 'data-row'?: string };
}

/** Fewer rows need no filters. */
const MIN_ROWS = 5;
const MAX_COLUMNS = 12;
/** Longer texts are not used for sorting. */
const MAX_SORTED = 80;

/** The key for the titles of related entries, which are not a field. */
export const TITLE_KEY = '_title';

/** The filters for the list at `path`, if it is long enough. */
export function filtersOf(
  items: Item[],
  label: string,
  path: ValuePath,
  page: PageContext
): ListFilters {
  const joint = jointName(path);
  const isJoint = page.jointLists?.has(joint) === true;
  const columns = isJoint || items.length >= MIN_ROWS ? columnsOf(items) : [];
  if (!isJoint && !isWorthIt(columns)) return { bar: null, list: {}, row: () => ({}) };
  const name = isJoint ? joint : ownName(path);
  return {
    bar: isJoint ? null : <FilterBar name={name} label={label} columns={columns} />,
    list: { 'data-list': name },
    row: (item) => ({
      'data-at': Number(item.path.at(-1)),
      'data-row': JSON.stringify(rowOf(item)),
    }),
  };
}

/**
 * Common filters for lists of the same kind, such as the tasks of all groups. `inside` is the page
 * context for the inner lists, which then get no filters of their own.
 */
export function jointFilters(
  items: Item[],
  page: PageContext
): { bars: ReactElement[]; inside: PageContext } {
  const lists = new Map<string, { label: string; lists: number; items: Item[] }>();
  for (const item of items) {
    for (const field of fieldsOf(item)) {
      if (!holdsItems(field) || field.type === 'dynamiczone' || isEmpty(field)) continue;
      if (field.type === 'component' && !field.repeatable) continue;
      const path = [...item.path, field.name];
      const known = lists.get(jointName(path)) ?? { label: labelOf(field), lists: 0, items: [] };
      known.lists += 1;
      known.items.push(...itemsOf(field, path));
      lists.set(jointName(path), known);
    }
  }
  const found = [...lists].flatMap(([name, { label, ...list }]) => {
    if (list.lists < 2 || list.items.length < MIN_ROWS) return [];
    const columns = columnsOf(list.items);
    return isWorthIt(columns) ? [{ name, label, columns }] : [];
  });
  if (found.length === 0) return { bars: [], inside: page };
  const names = [...(page.jointLists ?? []), ...found.map(({ name }) => name)];
  return {
    bars: found.map((list) => <FilterBar key={list.name} {...list} />),
    inside: { ...page, jointLists: new Set(names) },
  };
}

/** Empty without scripts. With scripts its space is reserved from the start. */
function FilterBar(props: { name: string; label: string; columns: FilterColumn[] }): ReactElement {
  return (
    <div
      className="filters"
      data-island="filters"
      data-list={props.name}
      data-label={props.label}
      data-columns={JSON.stringify(props.columns)}
    />
  );
}

/**
 * `taskGroups.tasks`, the lists in all items of one list. Further out the positions stay, as in
 * `projects.2.taskGroups.tasks`: the bar stands once in each of these items.
 */
function jointName(path: ValuePath): string {
  return ownName([...path.slice(0, -2), ...path.slice(-1)]);
}

function ownName(path: ValuePath): string {
  return path.map((part) => (typeof part === 'number' ? part + 1 : part)).join('.');
}

/** Sorting by texts alone is not worth a filter bar. */
function isWorthIt(columns: FilterColumn[]): boolean {
  return columns.some(({ type }) => type !== 'text');
}

function columnsOf(items: Item[]): FilterColumn[] {
  const columns = new Map<string, FilterColumn | null>();
  if (items.some(({ title }) => title !== null)) {
    columns.set(TITLE_KEY, { key: TITLE_KEY, label: humanise(items[0]?.name), type: 'text' });
  }
  for (const item of items) {
    const heading = headingOf(item);
    for (const field of fieldsOf(item)) {
      if (isEmpty(field) || columns.get(field.name) === null) continue;
      const type = typeOf(field, field === heading);
      columns.set(field.name, type && { key: field.name, label: labelOf(field), type });
    }
  }
  return [...columns.values()].filter((column) => column !== null).slice(0, MAX_COLUMNS);
}

function headingOf(item: Item): ShownField | undefined {
  return item.title === null ? headingField(fieldsOf(item)) : undefined;
}

/** Returns null if the field can be used neither to filter nor to sort. */
function typeOf(field: ShownField, isHeading: boolean): FilterColumn['type'] | null {
  switch (field.type) {
    case 'enumeration':
      return 'choice';
    case 'relation':
      return isFollowed(field) ? null : 'choice';
    case 'boolean':
    case 'number':
      return field.type;
    case 'date':
    case 'datetime':
      return 'date';
    case 'string':
    case 'text':
    case 'email':
    case 'time':
      return isHeading || plainText(field.value).length <= MAX_SORTED ? 'text' : null;
    default:
      return null;
  }
}

function rowOf(item: Item): FilterRow {
  const heading = headingOf(item);
  const row: FilterRow = item.title === null ? {} : { [TITLE_KEY]: item.title };
  for (const field of fieldsOf(item)) {
    if (isEmpty(field) || typeOf(field, field === heading) === null) continue;
    const value = valueOf(field);
    if (value !== null) row[field.name] = value;
  }
  return row;
}

function valueOf(field: ShownField): FilterRow[string] | null {
  switch (field.type) {
    case 'enumeration':
      return [humanise(field.value)];
    case 'relation':
      return listOf<ShownReference>(field.value)
        .map(({ title }) => oneLine(title))
        .filter(Boolean);
    case 'boolean':
      return field.value;
    case 'number': {
      const value = Number(field.value);
      return Number.isFinite(value) ? value : null;
    }
    default:
      return 'value' in field ? oneLine(field.value) : null;
  }
}
