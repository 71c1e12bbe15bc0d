import { LINK_SORT_COLUMNS } from '../../../contracts/links';
import type { LinkSortColumn } from '../../../contracts/links';

export const FILTERS = [
  'state',
  'contentType',
  'sharedBy',
  'ends',
  'password',
  'opened',
  'maker',
] as const;
export type FilterName = (typeof FILTERS)[number];

/** The query in the address of the page. Strapi's search field calls the search `_q`. */
export interface PageQuery extends Partial<Record<FilterName, string>> {
  _q?: string;
  sort?: string;
  page?: string | number;
  pageSize?: string | number;
}

export const DEFAULT_PAGE_SIZE = 25;

export interface Sort {
  column: LinkSortColumn;
  direction: 'asc' | 'desc';
}

const DEFAULT_SORT: Sort = { column: 'createdAt', direction: 'desc' };

/** Returns the order that the address asks for, else the newest first. */
export function parseSort(sort: string | undefined): Sort {
  const [name, direction] = (sort ?? '').toLowerCase().split(':');
  const column = LINK_SORT_COLUMNS.find((known) => known.toLowerCase() === name);
  return column ? { column, direction: direction === 'desc' ? 'desc' : 'asc' } : DEFAULT_SORT;
}

/** Returns the order after a click on a header: names start at A, the rest at the highest. */
export function nextSort(current: Sort, column: LinkSortColumn): string {
  if (current.column !== column) return `${column}:${column === 'label' ? 'asc' : 'desc'}`;
  return `${column}:${current.direction === 'asc' ? 'desc' : 'asc'}`;
}

export function isFiltered(query: PageQuery): boolean {
  return Boolean(query._q) || FILTERS.some((name) => Boolean(query[name]));
}

/** Returns the filters for the API, without page and order: an export takes these. */
export function filterParams(query: PageQuery): URLSearchParams {
  const params = new URLSearchParams();
  if (query._q) params.set('q', query._q);
  for (const name of FILTERS) {
    const value = query[name];
    if (value) params.set(name, value);
  }
  return params;
}

/** Returns the query for one page of the list. */
export function listParams(query: PageQuery): URLSearchParams {
  const params = filterParams(query);
  const { column, direction } = parseSort(query.sort);
  params.set('sort', `${column}:${direction}`);
  params.set('page', String(positive(query.page, 1)));
  params.set('pageSize', String(Math.min(positive(query.pageSize, DEFAULT_PAGE_SIZE), 100)));
  return params;
}

function positive(value: string | number | undefined, fallback: number): number {
  const number = Number(value);
  return Number.isInteger(number) && number > 0 ? number : fallback;
}
