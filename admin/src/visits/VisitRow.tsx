import type { ReactNode } from 'react';

import { Badge, Box, Flex, Typography } from '@strapi/design-system';

import type { Visit, VisitOutcome } from '../../../contracts/visits';
import { StackedCell } from '../ui/StackedTable';
import { useFormatDate } from '../ui/useFormatDate';
import { useTranslate } from '../utils/translations';
import { useVisitWords } from './useVisitWords';

/** The columns of the visits, in order. */
export const VISIT_COLUMNS = ['time', 'outcome', 'browser', 'address', 'referrer'] as const;

const COLORS: Record<VisitOutcome, 'success500' | 'neutral500' | 'warning500' | 'danger500'> = {
  opened: 'success500',
  unlocked: 'success500',
  downloaded: 'success500',
  searched: 'success500',
  locked: 'neutral500',
  refused: 'warning500',
  'wrong-password': 'warning500',
  limited: 'danger500',
};

export function VisitRow({ visit }: { visit: Visit }) {
  const t = useTranslate();
  const formatDate = useFormatDate();
  const words = useVisitWords();
  const none = (
    <Typography variant="pi" textColor="neutral600">
      –
    </Typography>
  );

  const cells: Record<(typeof VISIT_COLUMNS)[number], ReactNode> = {
    time: <time dateTime={visit.at}>{formatDate(visit.at)}</time>,
    outcome: (
      <Flex gap={2} alignItems="baseline">
        <Box
          aria-hidden
          width="0.8rem"
          height="0.8rem"
          shrink={0}
          background={COLORS[visit.outcome]}
          style={{ borderRadius: '50%' }}
        />
        <div>
          {t(`visits.outcome.${visit.outcome}`)}
          {visit.reason ? (
            <Typography tag="div" variant="pi" textColor="neutral600">
              {words.reason(visit.reason)}
            </Typography>
          ) : null}
        </div>
      </Flex>
    ),
    browser: (
      <Flex gap={2} wrap="wrap">
        {words.browser(visit)}
        {visit.isRobot ? <Badge>{t('visits.robot')}</Badge> : null}
        {visit.isReturning ? <Badge>{t('visits.returning')}</Badge> : null}
      </Flex>
    ),
    address: visit.address ?? none,
    referrer: visit.referrer ?? none,
  };

  return (
    <tr role="row">
      {VISIT_COLUMNS.map((column) => (
        <StackedCell key={column} column={t(`visits.column.${column}`)} wraps isPlain>
          {cells[column]}
        </StackedCell>
      ))}
    </tr>
  );
}
