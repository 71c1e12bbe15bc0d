import type { Pagination } from '../../../contracts/links';

export function paginationOf(
  { page, pageSize }: { page: number; pageSize: number },
  total: number
): Pagination {
  return { page, pageSize, pageCount: Math.ceil(total / pageSize), total };
}
