import { adminApi, getFetchClient, useAPIErrorHandler } from '@strapi/strapi/admin';

import type { Link } from '../../contracts/links';
import type { Settings, SettingsAnswer } from '../../contracts/settings';

/** On all that the server says of entries and their links: cards, lists, histories. */
export const ENTRY_TAG = 'ShareLinksEntry' as const;
export const VISITS_TAG = 'ShareLinksVisits' as const;
const SETTINGS_TAG = 'ShareLinksSettings' as const;

/** The one client: each feature adds what it alone asks for; what several ask for is below. */
export const panelApi = adminApi.enhanceEndpoints({
  addTagTypes: [ENTRY_TAG, VISITS_TAG, SETTINGS_TAG],
});

export interface EntryAddress {
  uid: string;
  documentId: string;
  /** Left out for types without locales. */
  locale?: string;
}

/** Where the entry of a link is, as the routes of entries name it. */
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

/** An error as the admin's requests answer it. */
export type RequestError = Parameters<
  ReturnType<typeof useAPIErrorHandler>['_unstableFormatAPIError']
>[0];

/** Makes a sentence of such an error, in Strapi's own words where it has some. */
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

/** A file's content. The browser can't be sent there, because the request needs the login. */
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
      // What the cards of the entries say depends on the settings too.
      invalidatesTags: (answer) => (answer ? [ENTRY_TAG] : []),
      async onQueryStarted(_change, { dispatch, queryFulfilled }) {
        try {
          const { data } = await queryFulfilled;
          dispatch(sharedApi.util.upsertQueryData('getShareLinksSettings', undefined, data));
        } catch {
          // Whoever sent the change is told.
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

/** The content types of the site, by uid. */
export function useContentTypes(): TypesByUid {
  return sharedApi.useGetSharedTypesQuery().data ?? NO_TYPES;
}
