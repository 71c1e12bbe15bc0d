import { adminApi, getFetchClient, useAPIErrorHandler } from '@strapi/strapi/admin';

import type { Link } from '../../contracts/links';
import type { Settings, SettingsAnswer, SettingsEffects } from '../../contracts/settings';
import { errorCode } from './utils/errors';
import { useTranslate } from './utils/translations';

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
  const t = useTranslate();
  const format = useAPIErrorHandler()._unstableFormatAPIError;
  return (error) => (errorCode(error) === 'link-revoked' ? t('link.gone') : format(error));
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

interface ChangeRequest {
  url: string;
  method: 'POST' | 'PUT' | 'DELETE';
  data?: unknown;
  config?: { params?: object };
}

/** The part of the store that a change needs. */
interface Store {
  dispatch: (action: never) => unknown;
  getState: () => unknown;
}

type Tag = string | { type: string; id: string };

interface Change<Input, Output> {
  request: (input: Input) => ChangeRequest;
  /** Returns what the body of the answer says; by default its `data`. */
  read?: (answer: unknown) => Output;
  /** Shows the answer in what was loaded before, until that is loaded anew. */
  show?: (output: Output, store: Store) => void;
  /** Returns the tags of the answers that the change makes out of date. */
  reloads: (output: Output, input: Input) => Tag[];
}

/**
 * Defines a mutation. It ends only once everything that it has changed is loaded anew, so a message
 * about it never stands beside an older state, however slow the network is.
 */
export function change<Input, Output>({
  request,
  read = (answer) => unwrap(answer as { data: Output }),
  show,
  reloads,
}: Change<Input, Output>) {
  return {
    async queryFn(
      input: Input,
      store: Store,
      _options: unknown,
      send: (request: ChangeRequest) => PromiseLike<SentRequest> | SentRequest
    ): Promise<{ data: Output } | { error: RequestError }> {
      const answer = await send(request(input));
      if (answer.error !== undefined) {
        // A refused request tells that the panel knew an older state; a failed one may have worked.
        await reload(store, [ENTRY_TAG]);
        return { error: answer.error };
      }
      const output = read(answer.data);
      show?.(output, store);
      await reload(store, reloads(output, input));
      return { data: output };
    },
  };
}

type SentRequest = { data: unknown; error?: undefined } | { data?: undefined; error: RequestError };

/** The answers with these tags that are loaded. */
const loadedWith = ({ getState }: Store, tags: Tag[]) =>
  panelApi.util.selectInvalidatedBy(getState() as never, tags as never);

/**
 * Loads again what has these tags, and waits for it. A request that started before the change may
 * bring the older state, and none is sent beside it, so it has to end first.
 */
async function reload(store: Store, tags: Tag[]): Promise<void> {
  const queries = panelApi.endpoints as unknown as Record<string, Initiated>;
  await Promise.all(
    loadedWith(store, tags).map(async ({ endpointName, originalArgs }) => {
      const running = panelApi.util.getRunningQueryThunk(
        endpointName as never,
        originalArgs as never
      );
      await store.dispatch(running as never);
      const again = { subscribe: false, forceRefetch: true };
      await store.dispatch(queries[endpointName]?.initiate(originalArgs, again) as never);
    })
  );
}

interface Initiated {
  initiate: (args: unknown, options: { subscribe: boolean; forceRefetch: boolean }) => unknown;
}

const linksIn = new Map<string, (answer: never) => Link[]>();

/** Names a query whose answers contain links, so that `showLink` finds them. */
export function containsLinks<Answer>(endpoint: string, links: (answer: Answer) => Link[]): void {
  linksIn.set(endpoint, links);
}

/** Shows a changed link wherever it is loaded already. */
export function showLink(link: Link, store: Store): void {
  for (const { endpointName, originalArgs } of loadedWith(store, [ENTRY_TAG])) {
    const linksOf = linksIn.get(endpointName);
    if (!linksOf) continue;
    const update = (answer: never) => {
      for (const shown of linksOf(answer)) if (shown.id === link.id) Object.assign(shown, link);
    };
    store.dispatch(
      panelApi.util.updateQueryData(
        endpointName as never,
        originalArgs as never,
        update as never
      ) as never
    );
  }
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
    updateShareLinksSettings: build.mutation<SettingsAnswer, SettingsChange>(
      change<SettingsChange, SettingsAnswer>({
        request: (data) => ({ url: '/share-links/settings', method: 'PUT', data: { data } }),
        read: (answer) => answer as SettingsAnswer,
        show: (answer, { dispatch }) =>
          void dispatch(
            sharedApi.util.upsertQueryData('getShareLinksSettings', undefined, answer) as never
          ),
        // The cards of entries depend on the settings too.
        reloads: () => [ENTRY_TAG],
      })
    ),
    // This is no query: what a change would do must never come from the cache.
    askSettingsEffects: build.mutation<SettingsEffects, SettingsChange>({
      query: (data) => ({ url: '/share-links/settings/effects', method: 'POST', data: { data } }),
      transformResponse: unwrap<SettingsEffects>,
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

/** Asks what a change of the settings would do to links, before it is saved. */
export const useSettingsEffects = (): Mutation<SettingsChange, SettingsEffects> =>
  sharedApi.useAskSettingsEffectsMutation()[0];

const NO_TYPES: TypesByUid = {};

/** Returns the content types of the site, by uid. */
export function useContentTypes(): TypesByUid {
  return sharedApi.useGetSharedTypesQuery().data ?? NO_TYPES;
}
