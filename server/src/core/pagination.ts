import type { Pagination } from '../../../contracts/links';

/** Describes a page of a list as Strapi does. `total` is the number of items on all pages. */
export function paginationOf(
  { page, pageSize }: { page: number; pageSize: number },
  total: number
): Pagination {
  return { page, pageSize, pageCount: Math.ceil(total / pageSize), total };
}
