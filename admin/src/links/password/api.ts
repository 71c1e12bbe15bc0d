import { panelApi, timelineTag, unwrap } from '../../api';
import type { Mutation } from '../../api';

export interface PasswordAnswer {
  /** Null if it can't be read back. */
  password: string | null;
}

const passwordApi = panelApi.injectEndpoints({
  endpoints: (build) => ({
    // This is no query: every reading is an event in the timeline, and no password may be cached.
    revealPassword: build.mutation<PasswordAnswer, number>({
      query: (id) => ({ url: `/share-links/links/${id}/password`, method: 'GET' }),
      transformResponse: unwrap<PasswordAnswer>,
      invalidatesTags: (_answer, _error, id) => [timelineTag(id)],
    }),
  }),
});

export const useRevealPassword = (): Mutation<number, PasswordAnswer> =>
  passwordApi.useRevealPasswordMutation()[0];
