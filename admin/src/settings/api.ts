import { adminApi } from '@strapi/strapi/admin';

import type { Settings, SettingsAnswer } from '../../../contracts/settings';
import type { RequestError } from '../links/link/api';

const TAG = 'ShareLinksSettings';
/** What the cards of the entries say hangs on the settings too. */
const ENTRY_TAG = 'ShareLinksEntry';

/** Body of a change: settings that are left out stay as they are. */
export type SettingsChange = Partial<Settings>;

const settingsApi = adminApi.enhanceEndpoints({ addTagTypes: [TAG, ENTRY_TAG] }).injectEndpoints({
  endpoints: (build) => ({
    getShareLinksSettings: build.query<SettingsAnswer, void>({
      query: () => '/share-links/settings',
      providesTags: [TAG],
    }),
    updateShareLinksSettings: build.mutation<SettingsAnswer, SettingsChange>({
      query: (data) => ({ url: '/share-links/settings', method: 'PUT', data: { data } }),
      invalidatesTags: (answer) => (answer ? [ENTRY_TAG] : []),
      async onQueryStarted(_change, { dispatch, queryFulfilled }) {
        try {
          const { data } = await queryFulfilled;
          dispatch(settingsApi.util.upsertQueryData('getShareLinksSettings', undefined, data));
        } catch {
          // Whoever sent the change is told.
        }
      },
    }),
  }),
});

interface SettingsQuery {
  answer?: SettingsAnswer;
  error?: RequestError;
  isFetching: boolean;
  refetch: () => PromiseLike<unknown>;
}

export function useSettings({ skip = false } = {}): SettingsQuery {
  const { data, error, isFetching, refetch } = settingsApi.useGetShareLinksSettingsQuery(
    undefined,
    { skip, refetchOnMountOrArgChange: true }
  );
  return { answer: data, error, isFetching, refetch };
}

export const useUpdateSettings = (): ((
  change: SettingsChange
) => Promise<{ data: SettingsAnswer } | { error: RequestError }>) =>
  settingsApi.useUpdateShareLinksSettingsMutation()[0];
