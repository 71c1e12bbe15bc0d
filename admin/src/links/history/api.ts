import type { HistoryList } from '../../../../contracts/links';
import { containsLinks, entryTag, panelApi } from '../../api';
import type { EntryAddress, Query } from '../../api';
import { useLinksOnTime } from '../link/useLinksOnTime';

interface HistoryPage extends EntryAddress {
  page: number;
  pageSize: number;
}

const historyApi = panelApi.injectEndpoints({
  endpoints: (build) => ({
    getHistory: build.query<HistoryList, HistoryPage>({
      query: ({ uid, documentId, locale, page, pageSize }) => ({
        url: '/share-links/history',
        config: { params: { contentType: uid, documentId, locale, page, pageSize } },
      }),
      providesTags: (_history, _error, entry) => [entryTag(entry)],
    }),
  }),
});

containsLinks('getHistory', ({ data }: HistoryList) => data);

interface HistoryQuery extends Query {
  /** The previous page, until the server has sent the new one. */
  history?: HistoryList;
}

export function useHistoryQuery(query: HistoryPage): HistoryQuery {
  const { data, error, isFetching, refetch } = historyApi.useGetHistoryQuery(query, {
    refetchOnMountOrArgChange: true,
  });
  useLinksOnTime(data?.data, refetch);
  return { history: data, error, isFetching, refetch };
}
