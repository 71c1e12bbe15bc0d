import { adminApi } from '@strapi/strapi/admin';

import type { EntryPolicy } from '../../../contracts/entries';
import type { SharePolicy } from '../../../contracts/links';
import type { EntryAddress, RequestError } from '../links/link/api';

/** What the cards of entries say hangs on the policies of the entries above them too. */
const ENTRY_TAG = 'ShareLinksEntry';

interface PolicyChange extends EntryAddress {
  policy: SharePolicy;
}

const policyApi = adminApi.enhanceEndpoints({ addTagTypes: [ENTRY_TAG] }).injectEndpoints({
  endpoints: (build) => ({
    setSharePolicy: build.mutation<EntryPolicy, PolicyChange>({
      query: ({ uid, documentId, locale, policy }) => ({
        url: `/share-links/entries/${uid}/${documentId}/policy`,
        method: 'PUT',
        data: { data: { policy } },
        config: { params: { locale } },
      }),
      transformResponse: ({ data }: { data: EntryPolicy }) => data,
      invalidatesTags: [ENTRY_TAG],
    }),
  }),
});

export const useSetPolicy = (): ((
  change: PolicyChange
) => Promise<{ data: EntryPolicy } | { error: RequestError }>) =>
  policyApi.useSetSharePolicyMutation()[0];
