import { adminApi, getFetchClient } from '@strapi/strapi/admin';

import type { BulkInput, BulkResult, Link, LinkList } from '../../../contracts/links';
import type { RequestError } from '../links/link/api';

/**
 * The tag of the entries' cards: a link that changes there changes here, and the other way round.
 */
const TAG = 'ShareLinksEntry';

/** Entries whose links, once changed, make an answer out of date. */
const tagsOf = (links: Link[] = []) => [
  TAG as typeof TAG,
  ...links.map(({ contentType, documentId }) => ({
    type: TAG as typeof TAG,
    id: `${contentType}/${documentId}`,
  })),
];

interface ContentTypes {
  data: {
    uid: string;
    kind: 'collectionType' | 'singleType';
    info: { displayName: string };
  }[];
}

export interface SharedType {
  name: string;
  isSingle: boolean;
}

export type SharedTypes = Record<string, SharedType>;

const siteApi = adminApi.enhanceEndpoints({ addTagTypes: [TAG] }).injectEndpoints({
  endpoints: (build) => ({
    getSiteShareLinks: build.query<LinkList, string>({
      query: (params) => `/share-links/links?${params}`,
      providesTags: (list) => tagsOf(list?.data),
    }),
    changeShareLinks: build.mutation<BulkResult, BulkInput>({
      query: (data) => ({ url: '/share-links/links/bulk', method: 'POST', data: { data } }),
      transformResponse: ({ data }: { data: BulkResult }) => data,
      invalidatesTags: [TAG],
    }),
    getShareLink: build.query<Link, number>({
      query: (id) => `/share-links/links/${id}`,
      transformResponse: ({ data }: { data: Link }) => data,
      providesTags: (link) => tagsOf(link && [link]),
    }),
    getSharedTypes: build.query<SharedTypes, void>({
      query: () => '/content-manager/content-types',
      transformResponse: ({ data }: ContentTypes) =>
        Object.fromEntries(
          data
            .filter(({ uid }) => uid.startsWith('api::'))
            .map(({ uid, kind, info }) => [
              uid,
              { name: info.displayName, isSingle: kind === 'singleType' },
            ])
        ),
    }),
  }),
});

interface SiteLinksQuery {
  /** The last page that was answered, also while the next is on its way. */
  list?: LinkList;
  error?: RequestError;
  isFetching: boolean;
  refetch: () => PromiseLike<unknown>;
}

export function useSiteLinks(params: string): SiteLinksQuery {
  const { data, error, isFetching, refetch } = siteApi.useGetSiteShareLinksQuery(params, {
    refetchOnMountOrArgChange: true,
  });
  return { list: data, error, isFetching, refetch };
}

export const useChangeLinks = (): ((
  input: BulkInput
) => Promise<{ data: BulkResult } | { error: RequestError }>) =>
  siteApi.useChangeShareLinksMutation()[0];

/** One link, newer than what a list said of it. */
export function useSiteLink(id: number | null): Link | undefined {
  return siteApi.useGetShareLinkQuery(id ?? 0, { skip: id === null }).currentData;
}

const NO_TYPES: SharedTypes = {};

/** The content types of the site, by uid. */
export function useSharedTypes(): SharedTypes {
  return siteApi.useGetSharedTypesQuery().data ?? NO_TYPES;
}

/** The list as a file; the browser can't be sent there, because the request needs the login. */
export async function fetchExport(params: string): Promise<Blob> {
  const { data } = await getFetchClient().get(`/share-links/links/export?${params}`, {
    responseType: 'blob',
  });
  return data;
}
