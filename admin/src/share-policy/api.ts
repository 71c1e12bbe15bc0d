import type { EntryPolicy } from '../../../contracts/entries';
import type { SharePolicy } from '../../../contracts/links';
import { ENTRY_TAG, change, panelApi } from '../api';
import type { EntryAddress, Mutation } from '../api';

interface PolicyChange extends EntryAddress {
  policy: SharePolicy;
}

const policyApi = panelApi.injectEndpoints({
  endpoints: (build) => ({
    setSharePolicy: build.mutation<EntryPolicy, PolicyChange>(
      change<PolicyChange, EntryPolicy>({
        request: ({ uid, documentId, locale, policy }) => ({
          url: `/share-links/entries/${uid}/${documentId}/policy`,
          method: 'PUT',
          data: { data: { policy } },
          config: { params: { locale } },
        }),
        // A policy may apply to the entries below too, so the cards of all entries are out of date.
        reloads: () => [ENTRY_TAG],
      })
    ),
  }),
});

export const useSetPolicy = (): Mutation<PolicyChange, EntryPolicy> =>
  policyApi.useSetSharePolicyMutation()[0];
