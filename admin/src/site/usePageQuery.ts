import * as React from 'react';

import { useQueryParams, withEncodedUserParams } from '@strapi/strapi/admin';

import type { Pagination } from '../../../contracts/links';
import { FILTERS } from './linksQuery';
import type { PageQuery } from './linksQuery';

const NO_FILTERS = Object.fromEntries(['_q', ...FILTERS, 'page'].map((name) => [name, undefined]));

/** Reads and changes the query in the address of the page. */
export function usePageQuery() {
  const [{ query }, setQuery] = useQueryParams<PageQuery>();

  return {
    query,
    /** Goes back to the first page, because the list changes. */
    change: (next: PageQuery) =>
      setQuery(withEncodedUserParams(query, { page: undefined, ...next })),
    clear: () => setQuery(NO_FILTERS),
  };
}

/** Goes to the last page if the current one is gone, because its only link was deleted. */
export function useLastPage(pagination: Pagination | undefined) {
  const { change } = usePageQuery();
  const isBeyond = pagination && pagination.total > 0 && pagination.page > pagination.pageCount;
  const lastPage = isBeyond ? pagination.pageCount : null;

  const latest = React.useRef(change);
  latest.current = change;
  React.useEffect(() => {
    if (lastPage !== null) latest.current({ page: lastPage });
  }, [lastPage]);
}
