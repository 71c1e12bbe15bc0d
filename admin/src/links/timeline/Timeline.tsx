import { useIntl } from 'react-intl';

import { Flex, Typography } from '@strapi/design-system';
import { adminApi } from '@strapi/strapi/admin';

import type { TimelineEvent } from '../../../../contracts/links';

const timelineApi = adminApi.injectEndpoints({
  endpoints: (build) => ({
    getShareLinkTimeline: build.query<{ data: TimelineEvent[] }, number>({
      query: (id) => `/share-links/links/${id}/timeline`,
    }),
  }),
});

/** What happened to a link, newest first. */
export function Timeline({ linkId }: { linkId: number }) {
  const { formatDate } = useIntl();
  const { data } = timelineApi.useGetShareLinkTimelineQuery(linkId);

  return (
    <Flex tag="ol" direction="column" alignItems="stretch" gap={2}>
      {data?.data.map(({ id, type, at, by }) => (
        <li key={id}>
          <Typography variant="pi">
            {formatDate(at, { dateStyle: 'medium', timeStyle: 'short' })} · {type} · {by.name}
          </Typography>
        </li>
      ))}
    </Flex>
  );
}
