import { adminApi } from '@strapi/strapi/admin';
import type { useAPIErrorHandler } from '@strapi/strapi/admin';

import type { EntrySharing } from '../../../../contracts/entries';
import type {
  CreateLinkInput,
  HistoryList,
  Link,
  TimelineEventType,
  TimelineList,
  UpdateLinkInput,
} from '../../../../contracts/links';

export interface EntryAddress {
  uid: string;
  documentId: string;
  /** Left out for types without locales. */
  locale?: string;
}

interface LinkUpdate extends UpdateLinkInput {
  id: number;
}

/** What is done to a link by its name alone. */
export type LinkVerb = 'pause' | 'resume' | 'rotate' | 'take-over';

interface HistoryQuery extends EntryAddress {
  page: number;
  pageSize: number;
}

interface LinkTimeline {
  linkId: number;
  page: number;
  pageSize: number;
  /** Left out for all. */
  type?: TimelineEventType[];
}

const TAG = 'ShareLinksEntry';

const entryTag = (uid: string, documentId: string) => ({
  type: TAG as typeof TAG,
  id: `${uid}/${documentId}`,
});

const timelineTag = (linkId: number) => ({ type: TAG as typeof TAG, id: `timeline/${linkId}` });

/** The whole type when a request failed: something has changed, nobody knows for which entry. */
const linkTags = (link: Link | undefined) =>
  link ? [entryTag(link.contentType, link.documentId), timelineTag(link.id)] : [TAG as typeof TAG];

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
    changeLink: build.mutation<Link, { id: number; verb: LinkVerb }>({
      query: ({ id, verb }) => ({ url: `/share-links/links/${id}/${verb}`, method: 'POST' }),
      transformResponse: unwrap<Link>,
      invalidatesTags: linkTags,
    }),
    // Asked for when a form has to start over; what is cached then is what the form has already.
    readLink: build.mutation<Link, number>({
      query: (id) => ({ url: `/share-links/links/${id}`, method: 'GET' }),
      transformResponse: unwrap<Link>,
      invalidatesTags: linkTags,
    }),
    // No query, because every reading is an event of its own and no password is to be cached.
    revealPassword: build.mutation<{ password: string | null }, number>({
      query: (id) => ({ url: `/share-links/links/${id}/password`, method: 'GET' }),
      transformResponse: unwrap<{ password: string | null }>,
      invalidatesTags: (_answer, _error, id) => [timelineTag(id)],
    }),
    getHistory: build.query<HistoryList, HistoryQuery>({
      query: ({ uid, documentId, locale, page, pageSize }) => ({
        url: '/share-links/history',
        config: { params: { contentType: uid, documentId, locale, page, pageSize } },
      }),
      providesTags: (_history, _error, { uid, documentId }) => [entryTag(uid, documentId)],
    }),
    getTimeline: build.query<TimelineList, LinkTimeline>({
      query: ({ linkId, type, ...paging }) => ({
        url: `/share-links/links/${linkId}/timeline`,
        config: { params: { ...paging, type: type?.join(',') } },
      }),
      providesTags: (_timeline, _error, { linkId }) => [timelineTag(linkId)],
    }),
  }),
});

/** An error as the admin's requests answer it; `useAPIErrorHandler` makes a sentence of it. */
export type RequestError = Parameters<
  ReturnType<typeof useAPIErrorHandler>['_unstableFormatAPIError']
>[0];

type Mutation<Input, Output = Link> = (
  input: Input
) => Promise<{ data: Output } | { error: RequestError }>;

interface Query {
  error?: RequestError;
  isFetching: boolean;
  refetch: () => PromiseLike<unknown>;
}

export interface EntrySharingQuery extends Query {
  /** Undefined until the server has answered about this very entry. */
  sharing?: EntrySharing;
}

export interface HistoryListQuery extends Query {
  /** The page before, until the server has answered with this one. */
  history?: HistoryList;
}

export interface TimelinePageQuery extends Query {
  /** The page before, until the server has answered with this one. */
  timeline?: TimelineList;
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

export const useChangeLink = (): Mutation<{ id: number; verb: LinkVerb }> =>
  linksApi.useChangeLinkMutation()[0];

export const useReadLink = (): Mutation<number> => linksApi.useReadLinkMutation()[0];

export const useRevealPassword = (): Mutation<number, { password: string | null }> =>
  linksApi.useRevealPasswordMutation()[0];

export function useHistoryQuery(query: HistoryQuery): HistoryListQuery {
  const { data, error, isFetching, refetch } = linksApi.useGetHistoryQuery(query, {
    refetchOnMountOrArgChange: true,
  });
  return { history: data, error, isFetching, refetch };
}

export function useTimelineQuery(query: LinkTimeline): TimelinePageQuery {
  const { data, error, isFetching, refetch } = linksApi.useGetTimelineQuery(query, {
    refetchOnMountOrArgChange: true,
  });
  return { timeline: data, error, isFetching, refetch };
}
