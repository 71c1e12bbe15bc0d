import { Box } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';

import { useTranslate } from '../../utils/translations';
import type { Point } from './chart';

const Details = styled.details`
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: ${({ theme }) => theme.fontSizes[1]};

  summary {
    width: fit-content;
    color: ${({ theme }) => theme.colors.primary600};
    cursor: pointer;
  }

  summary:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }

  table {
    width: 100%;
    border-collapse: collapse;
  }

  th,
  td {
    padding: ${({ theme }) => `${theme.spaces[1]} ${theme.spaces[2]}`};
    border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
    text-align: end;
  }

  th:first-child {
    text-align: start;
    font-weight: ${({ theme }) => theme.fontWeights.regular};
  }

  thead th {
    color: ${({ theme }) => theme.colors.neutral600};
    font-weight: ${({ theme }) => theme.fontWeights.bold};
  }
`;

interface ChartTableProps {
  points: Point[];
  rowName: (day: string) => string;
  isByWeek: boolean;
}

/** Lists the numbers of the chart, newest first, for those who can't see it or want them exact. */
export function ChartTable({ points, rowName, isByWeek }: ChartTableProps) {
  const t = useTranslate();
  const { formatNumber } = useIntl();

  return (
    <Details>
      <summary>{t('visits.chart.table')}</summary>
      <Box
        tag="div"
        marginTop={2}
        maxHeight="24rem"
        overflow="auto"
        role="region"
        tabIndex={0}
        aria-label={t('visits.chart.table')}
      >
        <table>
          <thead>
            <tr>
              <th scope="col">{t(isByWeek ? 'visits.chart.weeks' : 'visits.chart.days')}</th>
              <th scope="col">{t('visits.views')}</th>
              <th scope="col">{t('visits.visitors')}</th>
              <th scope="col">{t('visits.refused')}</th>
            </tr>
          </thead>
          <tbody>
            {[...points].reverse().map((point) => (
              <tr key={point.day}>
                <th scope="row">{rowName(point.day)}</th>
                <td>{formatNumber(point.opened)}</td>
                <td>{formatNumber(point.visitors)}</td>
                <td>{formatNumber(point.refused)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Box>
    </Details>
  );
}
