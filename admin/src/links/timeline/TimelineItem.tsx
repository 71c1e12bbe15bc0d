import type { ReactNode } from 'react';

import { Box, Flex, Typography } from '@strapi/design-system';
import {
  ArrowsCounterClockwise,
  Eye,
  Key,
  Pencil,
  Play,
  Plus,
  Stop,
  Trash,
  User,
  WarningCircle,
} from '@strapi/icons';
import { styled } from 'styled-components';

import type { FieldLabels, TimelineEvent, TimelineEventType } from '../../../../contracts/links';
import { useFormatDate } from '../../ui/useFormatDate';
import { useTranslate } from '../../utils/translations';
import { shownChanges } from './shownChanges';
import { TimelineChange } from './TimelineChange';

const ICONS: Record<TimelineEventType, ReactNode> = {
  create: <Plus />,
  update: <Pencil />,
  pause: <Stop />,
  resume: <Play />,
  rotate: <ArrowsCounterClockwise />,
  revoke: <Trash />,
  'password-set': <Key />,
  'password-removed': <Key />,
  'password-revealed': <Eye />,
  suspend: <WarningCircle />,
  restore: <Play />,
  'take-over': <User />,
  'visits-erased': <Trash />,
};

/** Draws a line down to the next event. */
const Item = styled.li`
  display: grid;
  grid-template-columns: 3.2rem minmax(0, 1fr);
  overflow-wrap: anywhere;
  gap: ${({ theme }) => theme.spaces[3]};
  position: relative;
  padding-bottom: ${({ theme }) => theme.spaces[5]};

  &:not(:last-child)::before {
    content: '';
    position: absolute;
    inset-block: 3.2rem 0;
    inset-inline-start: 1.6rem;
    border-inline-start: 1px solid ${({ theme }) => theme.colors.neutral200};
  }
`;

interface TimelineItemProps {
  event: TimelineEvent;
  /** The labels of fields that the changes name. */
  labels: FieldLabels;
}

export function TimelineItem({ event, labels }: TimelineItemProps) {
  const t = useTranslate();
  const formatDate = useFormatDate();
  const changes = shownChanges(event);

  return (
    <Item>
      <Flex
        aria-hidden
        justifyContent="center"
        width="3.2rem"
        height="3.2rem"
        background="neutral150"
        color="neutral600"
        style={{ borderRadius: '50%' }}
      >
        {ICONS[event.type]}
      </Flex>
      <Box>
        <Typography tag="p" textColor="neutral800" fontWeight="bold">
          {t(`timeline.event.${event.type}`, { name: event.by.name })}
        </Typography>
        <Typography tag="p" variant="pi" textColor="neutral600">
          <time dateTime={event.at}>{formatDate(event.at)}</time>
        </Typography>
        {changes.length > 0 ? (
          <Flex tag="ul" direction="column" alignItems="stretch" gap={1} paddingTop={2}>
            {changes.map((change) => (
              <TimelineChange
                key={change.field}
                change={change}
                labels={labels}
                isFirst={event.type === 'create'}
              />
            ))}
          </Flex>
        ) : null}
      </Box>
    </Item>
  );
}
