import type { ReactNode } from 'react';

import { Badge, Box, Flex, Typography } from '@strapi/design-system';

import type { Visit, VisitOutcome } from '../../../contracts/visits';
import { useMoment } from '../ui/useFormatDate';
import { useTranslate } from '../utils/translations';
import { useVisitWords } from './useVisitWords';

export const VISIT_COLUMNS = ['time', 'outcome', 'browser', 'address', 'referrer'] as const;
type VisitColumn = (typeof VISIT_COLUMNS)[number];

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
  const moment = useMoment();
  const words = useVisitWords();
  const none = (
    <Typography variant="pi" textColor="neutral600">
      –
    </Typography>
  );

  return (
    <tr role="row">
      <Cell column="time">
        <time dateTime={visit.at}>{moment(visit.at)}</time>
      </Cell>
      <Cell column="outcome">
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
      </Cell>
      <Cell column="browser">
        <Flex gap={2} wrap="wrap">
          {words.browser(visit)}
          {visit.isRobot ? <Badge>{t('visits.robot')}</Badge> : null}
          {visit.isReturning ? <Badge>{t('visits.returning')}</Badge> : null}
        </Flex>
      </Cell>
      <Cell column="address">{visit.address ?? none}</Cell>
      <Cell column="referrer">{visit.referrer ?? none}</Cell>
    </tr>
  );
}

function Cell({ column, children }: { column: VisitColumn; children: ReactNode }) {
  const t = useTranslate();

  return (
    <td role="cell" data-plain="" data-wraps="" data-column={t(`visits.column.${column}`)}>
      <Typography tag="div" variant="pi" textColor="neutral800">
        {children}
      </Typography>
    </td>
  );
}
