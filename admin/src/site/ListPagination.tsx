import { Pagination } from '@strapi/strapi/admin';

import type { Pagination as Pages } from '../../../contracts/links';
import { DEFAULT_PAGE_SIZE } from './linksQuery';

export function ListPagination({ pagination }: { pagination: Pages | undefined }) {
  return (
    <Pagination.Root
      defaultPageSize={DEFAULT_PAGE_SIZE}
      pageCount={pagination?.pageCount}
      total={pagination?.total}
    >
      <Pagination.PageSize options={['10', '25', '50', '100']} />
      <Pagination.Links />
    </Pagination.Root>
  );
}
