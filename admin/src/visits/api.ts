import { adminApi, getFetchClient } from '@strapi/strapi/admin';

import type { ErasedVisits, VisitList, VisitQuery, VisitSummary } from '../../../contracts/visits';
import type { RequestError } from '../links/link/api';

const TAG = 'ShareLinksVisits';
/** The tag of everything that says how often a link was opened. */
const ENTRY_TAG = 'ShareLinksEntry';

interface LinkVisits {
  linkId: number;
  query: VisitQuery;
}

const visitsApi = adminApi.enhanceEndpoints({ addTagTypes: [TAG, ENTRY_TAG] }).injectEndpoints({
  endpoints: (build) => ({
    getShareLinkVisits: build.query<VisitList, LinkVisits>({
      query: ({ linkId, query }) => ({
        url: `/share-links/links/${linkId}/visits`,
        config: { params: query },
      }),
      providesTags: [TAG],
    }),
    eraseShareLinkVisits: build.mutation<ErasedVisits, number>({
      query: (linkId) => ({ url: `/share-links/links/${linkId}/visits`, method: 'DELETE' }),
      transformResponse: ({ data }: { data: ErasedVisits }) => data,
      invalidatesTags: [TAG, ENTRY_TAG],
    }),
    getShareLinksSummary: build.query<VisitSummary, void>({
      query: () => '/share-links/visits/summary',
      transformResponse: ({ data }: { data: VisitSummary }) => data,
      providesTags: [ENTRY_TAG],
    }),
  }),
});

interface VisitsQuery {
  /** The answer before, until the server has answered with this one. */
  list?: VisitList;
  error?: RequestError;
  isFetching: boolean;
}

export function useVisits(linkId: number, query: VisitQuery): VisitsQuery {
  const { data, error, isFetching } = visitsApi.useGetShareLinkVisitsQuery(
    { linkId, query },
    { refetchOnMountOrArgChange: true }
  );
  return { list: data, error, isFetching };
}

export const useEraseVisits = (): ((
  linkId: number
) => Promise<{ data: ErasedVisits } | { error: RequestError }>) =>
  visitsApi.useEraseShareLinkVisitsMutation()[0];

export function useVisitSummary(): { summary?: VisitSummary; hasFailed: boolean } {
  const { data, error } = visitsApi.useGetShareLinksSummaryQuery(undefined, {
    refetchOnMountOrArgChange: true,
  });
  return { summary: data, hasFailed: error !== undefined };
}

/** The visits as a file; the browser can't be sent there, because the request needs the login. */
export async function fetchVisitsFile(linkId: number, query: VisitQuery): Promise<Blob> {
  const { data } = await getFetchClient().get(`/share-links/links/${linkId}/visits`, {
    params: { ...query, format: 'csv' },
    responseType: 'blob',
  });
  return data;
}
