import { Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';

import type { VisitTotals as Totals } from '../../../contracts/visits';
import { useFormatDate, useFormatRelative } from '../ui/useFormatDate';
import { useTranslate } from '../utils/translations';
import type { MessageKey } from '../utils/translations';

/** These counts are shown only if they are above zero. */
const FURTHER: [keyof Totals, MessageKey][] = [
  ['downloaded', 'visits.total.downloaded'],
  ['searched', 'visits.total.searched'],
  ['refused', 'visits.total.refused'],
  ['wrongPassword', 'visits.total.wrongPassword'],
  ['limited', 'visits.total.limited'],
  ['robots', 'visits.total.robots'],
];

const List = styled.dl`
  display: grid;
  grid-template-columns: repeat(2, minmax(0, 1fr));
  gap: ${({ theme }) => theme.spaces[3]};

  > :last-child {
    grid-column: 1 / -1;
  }

  ${({ theme }) => theme.breakpoints.small} {
    grid-template-columns: repeat(3, minmax(0, 1fr));

    > :last-child {
      grid-column: auto;
    }
  }
`;

interface VisitTotalsProps {
  totals: Totals;
  lastViewedAt: string | null;
}

/** Shows the counts of a link since it was made. */
export function VisitTotals({ totals, lastViewedAt }: VisitTotalsProps) {
  const t = useTranslate();
  const { formatNumber } = useIntl();
  const formatDate = useFormatDate();
  const relative = useFormatRelative();
  const further = FURTHER.filter(([name]) => totals[name] > 0);

  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <List>
        <Total name={t('visits.views')}>{formatNumber(totals.opened)}</Total>
        <Total name={t('visits.visitors')}>{formatNumber(totals.visitors)}</Total>
        <Total name={t('visits.last')} title={lastViewedAt ? formatDate(lastViewedAt) : undefined}>
          {lastViewedAt ? relative(lastViewedAt) : t('visits.never')}
        </Total>
      </List>
      {further.length > 0 ? (
        <Typography tag="p" variant="pi" textColor="neutral600">
          {further.map(([name, key]) => t(key, { count: totals[name] })).join(' · ')}
        </Typography>
      ) : null}
    </Flex>
  );
}

interface TotalProps {
  name: string;
  title?: string;
  children: string;
}

function Total({ name, title, children }: TotalProps) {
  return (
    <Box padding={4} hasRadius background="neutral100" title={title}>
      <Typography tag="dt" variant="pi" textColor="neutral600">
        {name}
      </Typography>
      <Typography tag="dd" variant="beta" textColor="neutral800">
        {children}
      </Typography>
    </Box>
  );
}
