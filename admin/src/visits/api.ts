import type { ErasedVisits, VisitList, VisitQuery, VisitSummary } from '../../../contracts/visits';
import { ENTRY_TAG, VISITS_TAG, change, panelApi, unwrap } from '../api';
import type { Mutation, Query } from '../api';

interface LinkVisits {
  linkId: number;
  query: VisitQuery;
}

const visitsApi = panelApi.injectEndpoints({
  endpoints: (build) => ({
    getShareLinkVisits: build.query<VisitList, LinkVisits>({
      query: ({ linkId, query }) => ({
        url: `/share-links/links/${linkId}/visits`,
        config: { params: query },
      }),
      providesTags: [VISITS_TAG],
    }),
    eraseShareLinkVisits: build.mutation<ErasedVisits, number>(
      change<number, ErasedVisits>({
        request: (linkId) => ({ url: `/share-links/links/${linkId}/visits`, method: 'DELETE' }),
        reloads: () => [VISITS_TAG, ENTRY_TAG],
      })
    ),
    getShareLinksSummary: build.query<VisitSummary, void>({
      query: () => '/share-links/visits/summary',
      transformResponse: unwrap<VisitSummary>,
      providesTags: [ENTRY_TAG],
    }),
  }),
});

interface VisitsQuery extends Query {
  /** The previous answer, until the server has sent the new one. */
  list?: VisitList;
}

export function useVisits(linkId: number, query: VisitQuery): VisitsQuery {
  const { data, error, isFetching, refetch } = visitsApi.useGetShareLinkVisitsQuery(
    { linkId, query },
    { refetchOnMountOrArgChange: true }
  );
  return { list: data, error, isFetching, refetch };
}

export const useEraseVisits = (): Mutation<number, ErasedVisits> =>
  visitsApi.useEraseShareLinkVisitsMutation()[0];

export function useVisitSummary(): { summary?: VisitSummary; hasFailed: boolean } {
  const { data, error } = visitsApi.useGetShareLinksSummaryQuery(undefined, {
    refetchOnMountOrArgChange: true,
  });
  return { summary: data, hasFailed: error !== undefined };
}
