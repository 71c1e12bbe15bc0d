import { Box, Flex, Loader, Typography } from '@strapi/design-system';
import { useAPIErrorHandler } from '@strapi/strapi/admin';

import { useTranslate } from '../../utils/translations';
import { useTimelineQuery } from '../api';
import { Notice } from '../Notice';
import { TimelineItem } from './TimelineItem';

/** What happened to a link, newest first. */
export function Timeline({ linkId }: { linkId: number }) {
  const t = useTranslate();
  const { _unstableFormatAPIError: formatError } = useAPIErrorHandler();
  const { events, error } = useTimelineQuery(linkId);

  if (error) {
    return (
      <Notice variant="danger" role="alert">
        {formatError(error)}
      </Notice>
    );
  }
  if (!events) {
    return (
      <Flex justifyContent="center" padding={6}>
        <Loader small>{t('timeline.loading')}</Loader>
      </Flex>
    );
  }
  if (events.length === 0) {
    return <Typography textColor="neutral600">{t('timeline.empty')}</Typography>;
  }
  return (
    // Nothing in it takes the focus, and yet it may have to be scrolled by keyboard.
    <Box role="region" tabIndex={0} aria-label={t('link.task.timeline')}>
      <Flex tag="ol" direction="column" alignItems="stretch">
        {events.map((event) => (
          <TimelineItem key={event.id} event={event} />
        ))}
      </Flex>
    </Box>
  );
}
