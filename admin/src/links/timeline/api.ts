import type { TimelineEventType, TimelineList } from '../../../../contracts/links';
import { panelApi, timelineTag } from '../../api';
import type { Query } from '../../api';

interface TimelinePage {
  linkId: number;
  page: number;
  pageSize: number;
  /** Left out for all. */
  type?: TimelineEventType[];
}

const timelineApi = panelApi.injectEndpoints({
  endpoints: (build) => ({
    getTimeline: build.query<TimelineList, TimelinePage>({
      query: ({ linkId, type, ...paging }) => ({
        url: `/share-links/links/${linkId}/timeline`,
        config: { params: { ...paging, type: type?.join(',') } },
      }),
      providesTags: (_timeline, _error, { linkId }) => [timelineTag(linkId)],
    }),
  }),
});

interface TimelineQuery extends Query {
  /** The previous page, until the server has sent the new one. */
  timeline?: TimelineList;
}

export function useTimelineQuery(query: TimelinePage): TimelineQuery {
  const { data, error, isFetching, refetch } = timelineApi.useGetTimelineQuery(query, {
    refetchOnMountOrArgChange: true,
  });
  return { timeline: data, error, isFetching, refetch };
}
