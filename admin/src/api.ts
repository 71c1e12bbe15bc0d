import { adminApi, getFetchClient, useAPIErrorHandler } from '@strapi/strapi/admin';

import type { Link } from '../../contracts/links';
import type { Settings, SettingsAnswer } from '../../contracts/settings';

/** Tags every answer about entries and their links: cards, lists, histories. */
export const ENTRY_TAG = 'ShareLinksEntry' as const;
export const VISITS_TAG = 'ShareLinksVisits' as const;
const SETTINGS_TAG = 'ShareLinksSettings' as const;

/** The panel's one client. Features add their own requests; the shared ones are below. */
export const panelApi = adminApi.enhanceEndpoints({
  addTagTypes: [ENTRY_TAG, VISITS_TAG, SETTINGS_TAG],
});

export interface EntryAddress {
  uid: string;
  documentId: string;
  /** Left out for types without locales. */
  locale?: string;
}

/** Returns the address of an entry as the routes of entries take it. */
export function addressOf({
  contentType,
  documentId,
  locale,
}: Pick<Link, 'contentType' | 'documentId' | 'locale'>): EntryAddress {
  return { uid: contentType, documentId, locale: locale ?? undefined };
}

export const entryTag = ({ uid, documentId }: EntryAddress) => ({
  type: ENTRY_TAG,
  id: `${uid}/${documentId}`,
});

export const timelineTag = (linkId: number) => ({ type: ENTRY_TAG, id: `timeline/${linkId}` });

/** An error as requests of the admin panel return it. */
export type RequestError = Parameters<
  ReturnType<typeof useAPIErrorHandler>['_unstableFormatAPIError']
>[0];

/** Returns a sentence for an error, in Strapi's own words if it has some. */
export function useErrorText(): (error: RequestError) => string {
  return useAPIErrorHandler()._unstableFormatAPIError;
}

export type Mutation<Input, Output> = (
  input: Input
) => Promise<{ data: Output } | { error: RequestError }>;

export interface Query {
  error?: RequestError;
  isFetching: boolean;
  refetch: () => PromiseLike<unknown>;
}

export const unwrap = <Data>(answer: { data: Data }): Data => answer.data;

/** Fetches a file. A link to it would not do: the request has to carry the person's login. */
export async function fetchFile(url: string, params?: object): Promise<Blob> {
  const { data } = await getFetchClient().get(url, { params, responseType: 'blob' });
  return data;
}

/** Body of a change: settings that are left out stay as they are. */
export type SettingsChange = Partial<Settings>;

interface ContentTypes {
  data: {
    uid: string;
    kind: 'collectionType' | 'singleType';
    info: { displayName: string };
  }[];
}

type TypesByUid = Record<string, { name: string; isSingle: boolean }>;

const sharedApi = panelApi.injectEndpoints({
  endpoints: (build) => ({
    getShareLinksSettings: build.query<SettingsAnswer, void>({
      query: () => '/share-links/settings',
      providesTags: [SETTINGS_TAG],
    }),
    updateShareLinksSettings: build.mutation<SettingsAnswer, SettingsChange>({
      query: (data) => ({ url: '/share-links/settings', method: 'PUT', data: { data } }),
      // The cards of entries depend on the settings too.
      invalidatesTags: (answer) => (answer ? [ENTRY_TAG] : []),
      async onQueryStarted(_change, { dispatch, queryFulfilled }) {
        try {
          const { data } = await queryFulfilled;
          dispatch(sharedApi.util.upsertQueryData('getShareLinksSettings', undefined, data));
        } catch {
          // The caller of the mutation handles the error.
        }
      },
    }),
    getSharedTypes: build.query<TypesByUid, void>({
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

interface SettingsQuery extends Query {
  answer?: SettingsAnswer;
}

export function useSettings({ skip = false } = {}): SettingsQuery {
  const { data, error, isFetching, refetch } = sharedApi.useGetShareLinksSettingsQuery(undefined, {
    skip,
    refetchOnMountOrArgChange: true,
  });
  return { answer: data, error, isFetching, refetch };
}

export const useUpdateSettings = (): Mutation<SettingsChange, SettingsAnswer> =>
  sharedApi.useUpdateShareLinksSettingsMutation()[0];

const NO_TYPES: TypesByUid = {};

/** Returns the content types of the site, by uid. */
export function useContentTypes(): TypesByUid {
  return sharedApi.useGetSharedTypesQuery().data ?? NO_TYPES;
}
