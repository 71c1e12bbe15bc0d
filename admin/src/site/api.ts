import { useFetchClient } from '@strapi/strapi/admin';

import type { BulkInput, BulkResult, Link, LinkAnswer, LinkList } from '../../../contracts/links';
import { ENTRY_TAG, addressOf, change, containsLinks, entryTag, panelApi } from '../api';
import type { Mutation, Query } from '../api';
import { useLinksOnTime } from '../links/link/useLinksOnTime';

/**
 * Tags an answer with the entries of its links: a change on the card of an entry also changes the
 * list, and the other way round.
 */
const tagsOf = (links: Link[] = []) => [
  ENTRY_TAG,
  ...links.map((link) => entryTag(addressOf(link))),
];

const siteApi = panelApi.injectEndpoints({
  endpoints: (build) => ({
    getSiteShareLinks: build.query<LinkList, string>({
      query: (params) => `/share-links/links?${params}`,
      providesTags: (list) => tagsOf(list?.data),
    }),
    changeShareLinks: build.mutation<BulkResult, BulkInput>(
      change<BulkInput, BulkResult>({
        request: (data) => ({ url: '/share-links/links/bulk', method: 'POST', data: { data } }),
        reloads: () => [ENTRY_TAG],
      })
    ),
    getShareLink: build.query<LinkAnswer, number>({
      query: (id) => `/share-links/links/${id}`,
      providesTags: (answer) => tagsOf(answer && [answer.data]),
    }),
  }),
});

containsLinks('getSiteShareLinks', ({ data }: LinkList) => data);
containsLinks('getShareLink', ({ data }: LinkAnswer) => [data]);

interface SiteLinksQuery extends Query {
  /** The last page that was loaded, also while the next one loads. */
  list?: LinkList;
}

export function useSiteLinks(params: string): SiteLinksQuery {
  const { data, error, isFetching, refetch } = siteApi.useGetSiteShareLinksQuery(params, {
    refetchOnMountOrArgChange: true,
  });
  useLinksOnTime(data?.data, refetch);
  return { list: data, error, isFetching, refetch };
}

/** Loads one page of links past the cache, which a change of links fills again by itself. */
export function useLoadLinks(): (params: string) => Promise<LinkList> {
  const { get } = useFetchClient();
  return async (params) => (await get<LinkList>(`/share-links/links?${params}`)).data;
}

export const useChangeLinks = (): Mutation<BulkInput, BulkResult> =>
  siteApi.useChangeShareLinksMutation()[0];

/** Loads one link, which may be newer than in the list. */
export function useSiteLink(id: number | null): LinkAnswer | undefined {
  return siteApi.useGetShareLinkQuery(id ?? 0, { skip: id === null }).currentData;
}
