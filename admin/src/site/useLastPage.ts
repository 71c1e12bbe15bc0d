import * as React from 'react';

import type { Pagination } from '../../../contracts/links';
import { usePageQuery } from './usePageQuery';

/** Goes back to the last page there is, after the only link of a later one was deleted. */
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
