import * as React from 'react';

import { Box, Flex, Typography } from '@strapi/design-system';

import { LoadState } from '../../ui/LoadState';
import { Pager } from '../../ui/Pager';
import { useTranslate } from '../../utils/translations';
import { useTimelineQuery } from './api';
import { TIMELINE_KINDS } from './kinds';
import type { TimelineKind } from './kinds';
import { TimelineFilter } from './TimelineFilter';
import { TimelineItem } from './TimelineItem';

const PAGE_SIZE = 25;

/** Lists what happened to a link, newest first. */
export function Timeline({ linkId }: { linkId: number }) {
  return <LinkTimeline key={linkId} linkId={linkId} />;
}

function LinkTimeline({ linkId }: { linkId: number }) {
  const t = useTranslate();
  const [kind, setKind] = React.useState<TimelineKind | null>(null);
  const [page, setPage] = React.useState(1);
  const region = React.useRef<HTMLDivElement>(null);
  const { timeline, error, isFetching } = useTimelineQuery({
    linkId,
    page,
    pageSize: PAGE_SIZE,
    type: kind ? [...TIMELINE_KINDS[kind]] : undefined,
  });

  if (error || !timeline) return <LoadState error={error}>{t('timeline.loading')}</LoadState>;

  const { data: events, meta } = timeline;
  const { pagination } = meta;
  return (
    <Flex direction="column" alignItems="stretch" gap={4} aria-busy={isFetching}>
      {kind || pagination.pageCount > 1 ? (
        <TimelineFilter
          kind={kind}
          onKind={(next) => {
            setKind(next);
            setPage(1);
          }}
        />
      ) : null}
      {/* The region takes the focus, so that it can be scrolled with the keyboard. */}
      <Box ref={region} role="region" tabIndex={0} aria-label={t('link.task.timeline')}>
        {events.length > 0 ? (
          <Flex tag="ol" direction="column" alignItems="stretch">
            {events.map((event) => (
              <TimelineItem key={event.id} event={event} labels={meta.labels} />
            ))}
          </Flex>
        ) : (
          <Typography textColor="neutral600">
            {t(kind ? 'timeline.none' : 'timeline.empty')}
          </Typography>
        )}
      </Box>
      <Pager
        label={t('timeline.pages')}
        pagination={pagination}
        onPage={(next) => {
          setPage(next);
          region.current?.focus();
        }}
      />
    </Flex>
  );
}
