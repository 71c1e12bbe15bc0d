import { adminApi } from '@strapi/strapi/admin';
import type { useAPIErrorHandler } from '@strapi/strapi/admin';

import type { EntrySharing } from '../../../contracts/entries';
import type { CreateLinkInput, Link, UpdateLinkInput } from '../../../contracts/links';

export interface EntryAddress {
  uid: string;
  documentId: string;
  /** Left out for types without locales. */
  locale?: string;
}

interface LinkUpdate extends UpdateLinkInput {
  id: number;
}

const TAG = 'ShareLinksEntry';

const entryTag = (uid: string, documentId: string) => ({
  type: TAG as typeof TAG,
  id: `${uid}/${documentId}`,
});

/** The whole type when a request failed: something has changed, nobody knows for which entry. */
const linkTags = (link: Link | undefined) =>
  link ? [entryTag(link.contentType, link.documentId)] : [TAG as typeof TAG];

const unwrap = <Data>(answer: { data: Data }): Data => answer.data;

const linksApi = adminApi.enhanceEndpoints({ addTagTypes: [TAG] }).injectEndpoints({
  endpoints: (build) => ({
    getEntrySharing: build.query<EntrySharing, EntryAddress>({
      query: ({ uid, documentId, locale }) => ({
        url: `/share-links/entries/${uid}/${documentId}`,
        config: { params: { locale } },
      }),
      transformResponse: unwrap<EntrySharing>,
      providesTags: (_sharing, _error, { uid, documentId }) => [entryTag(uid, documentId)],
    }),
    createLink: build.mutation<Link, CreateLinkInput>({
      query: (data) => ({ url: '/share-links/links', method: 'POST', data: { data } }),
      transformResponse: unwrap<Link>,
      invalidatesTags: linkTags,
    }),
    updateLink: build.mutation<Link, LinkUpdate>({
      query: ({ id, ...data }) => ({
        url: `/share-links/links/${id}`,
        method: 'PUT',
        data: { data },
      }),
      transformResponse: unwrap<Link>,
      invalidatesTags: linkTags,
    }),
    deleteLink: build.mutation<Link, number>({
      query: (id) => ({ url: `/share-links/links/${id}`, method: 'DELETE' }),
      transformResponse: unwrap<Link>,
      invalidatesTags: linkTags,
    }),
  }),
});

/** An error as the admin's requests answer it; `useAPIErrorHandler` makes a sentence of it. */
export type RequestError = Parameters<
  ReturnType<typeof useAPIErrorHandler>['_unstableFormatAPIError']
>[0];

type Mutation<Input> = (input: Input) => Promise<{ data: Link } | { error: RequestError }>;

export interface EntrySharingQuery {
  /** Undefined until the server has answered about this very entry. */
  sharing?: EntrySharing;
  error?: RequestError;
  isFetching: boolean;
  refetch: () => PromiseLike<unknown>;
}

export function useEntrySharingQuery(
  entry: EntryAddress | null,
  options?: { refetchOnMountOrArgChange: boolean }
): EntrySharingQuery {
  const { currentData, error, isFetching, refetch } = linksApi.useGetEntrySharingQuery(
    entry ?? { uid: '', documentId: '' },
    { ...options, skip: entry === null }
  );
  return { sharing: currentData, error, isFetching, refetch };
}

export const useCreateLink = (): Mutation<CreateLinkInput> => linksApi.useCreateLinkMutation()[0];

export const useUpdateLink = (): Mutation<LinkUpdate> => linksApi.useUpdateLinkMutation()[0];

export const useDeleteLink = (): Mutation<number> => linksApi.useDeleteLinkMutation()[0];
