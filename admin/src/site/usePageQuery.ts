import { useQueryParams, withEncodedUserParams } from '@strapi/strapi/admin';

import { FILTERS } from './linksQuery';
import type { PageQuery } from './linksQuery';

const NO_FILTERS = Object.fromEntries(['_q', ...FILTERS, 'page'].map((name) => [name, undefined]));

/** What the page's address says, and how to change it. */
export function usePageQuery() {
  const [{ query }, setQuery] = useQueryParams<PageQuery>();

  return {
    query,
    /** A change of what is listed leads back to the first page. */
    change: (next: PageQuery) =>
      setQuery(withEncodedUserParams(query, { page: undefined, ...next })),
    clear: () => setQuery(NO_FILTERS),
  };
}
