import type { EntrySharing } from '../../../../contracts/entries';
import type { CreateLinkInput, Link, UpdateLinkInput } from '../../../../contracts/links';
import {
  ENTRY_TAG,
  addressOf,
  change,
  containsLinks,
  entryTag,
  panelApi,
  showLink,
  timelineTag,
  unwrap,
} from '../../api';
import type { EntryAddress, Mutation, Query } from '../../api';

interface LinkUpdate extends UpdateLinkInput {
  id: number;
}

/** What can be done to a link without any input. */
export type LinkVerb = 'pause' | 'resume' | 'rotate' | 'take-over';

const linkTags = (link: Link) => [entryTag(addressOf(link)), timelineTag(link.id)];

const changedLink = { show: showLink, reloads: linkTags };

const linksApi = panelApi.injectEndpoints({
  endpoints: (build) => ({
    getEntrySharing: build.query<EntrySharing, EntryAddress>({
      query: ({ uid, documentId, locale }) => ({
        url: `/share-links/entries/${uid}/${documentId}`,
        config: { params: { locale } },
      }),
      transformResponse: unwrap<EntrySharing>,
      providesTags: (_sharing, _error, entry) => [entryTag(entry)],
    }),
    createLink: build.mutation<Link, CreateLinkInput>(
      change<CreateLinkInput, Link>({
        request: (data) => ({ url: '/share-links/links', method: 'POST', data: { data } }),
        ...changedLink,
      })
    ),
    updateLink: build.mutation<Link, LinkUpdate>(
      change<LinkUpdate, Link>({
        request: ({ id, ...data }) => ({
          url: `/share-links/links/${id}`,
          method: 'PUT',
          data: { data },
        }),
        ...changedLink,
      })
    ),
    deleteLink: build.mutation<Link, number>(
      change<number, Link>({
        request: (id) => ({ url: `/share-links/links/${id}`, method: 'DELETE' }),
        ...changedLink,
      })
    ),
    changeLink: build.mutation<Link, { id: number; verb: LinkVerb }>(
      change<{ id: number; verb: LinkVerb }, Link>({
        request: ({ id, verb }) => ({ url: `/share-links/links/${id}/${verb}`, method: 'POST' }),
        ...changedLink,
      })
    ),
    // A form that starts over needs the current link. The cache has the one that the form has.
    readLink: build.mutation<Link, number>({
      query: (id) => ({ url: `/share-links/links/${id}`, method: 'GET' }),
      transformResponse: unwrap<Link>,
      invalidatesTags: (link) => (link ? linkTags(link) : [ENTRY_TAG]),
    }),
  }),
});

containsLinks('getEntrySharing', ({ links }: EntrySharing) => links);

export interface EntrySharingQuery extends Query {
  /** Undefined until the server has answered about this very entry. */
  sharing?: EntrySharing;
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

export const useCreateLink = (): Mutation<CreateLinkInput, Link> =>
  linksApi.useCreateLinkMutation()[0];

export const useUpdateLink = (): Mutation<LinkUpdate, Link> => linksApi.useUpdateLinkMutation()[0];

export const useDeleteLink = (): Mutation<number, Link> => linksApi.useDeleteLinkMutation()[0];

export const useChangeLink = (): Mutation<{ id: number; verb: LinkVerb }, Link> =>
  linksApi.useChangeLinkMutation()[0];

export const useReadLink = (): Mutation<number, Link> => linksApi.useReadLinkMutation()[0];
