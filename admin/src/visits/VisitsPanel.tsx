import * as React from 'react';

import { Box, Flex, Typography } from '@strapi/design-system';

import type { Link } from '../../../contracts/links';
import type { VisitSettings } from '../../../contracts/settings';
import type { VisitQuery } from '../../../contracts/visits';
import { LoadState } from '../ui/LoadState';
import { Pager } from '../ui/Pager';
import { useTranslate } from '../utils/translations';
import { useVisits } from './api';
import { DEFAULT_PERIOD, isByWeek, pointsOf, startOf } from './chart/chart';
import { DayChart } from './chart/DayChart';
import { EraseVisits } from './EraseVisits';
import { ExportVisits } from './ExportVisits';
import { VisitFilters } from './VisitFilters';
import type { ShownVisits } from './VisitFilters';
import { VisitTable } from './VisitTable';
import { VisitTotals } from './VisitTotals';

const PAGE_SIZE = 10;

const FIRST_SHOWN: ShownVisits = { period: DEFAULT_PERIOD, outcome: null, who: 'people' };

interface VisitsPanelProps {
  link: Link;
  name: string;
  /** Whether the person may erase the visits. */
  canErase: boolean;
}

/** Shows who opened a link: the counts, a chart of the last days, and the single visits. */
export function VisitsPanel({ link, name, canErase }: VisitsPanelProps) {
  const t = useTranslate();
  const [shown, setShown] = React.useState(FIRST_SHOWN);
  const [page, setPage] = React.useState(1);
  const table = React.useRef<HTMLDivElement>(null);
  // The time stays the same while the person turns the pages.
  const now = React.useMemo(() => new Date(), []);
  const filters = filtersOf(shown, now);
  const { list, error, isFetching } = useVisits(link.id, { ...filters, page, pageSize: PAGE_SIZE });

  if (error || !list) return <LoadState error={error}>{t('visits.loading')}</LoadState>;

  const { days, totals, kept, pagination } = list.meta;
  const hasAny = Object.values(totals).some((count) => count > 0) || pagination.total > 0;
  return (
    <Flex direction="column" alignItems="stretch" gap={5} aria-busy={isFetching}>
      {/* The link may be older than the erasure of its visits. */}
      <VisitTotals totals={totals} lastViewedAt={hasAny ? link.lastViewedAt : null} />
      {hasAny ? (
        <>
          <VisitFilters
            shown={shown}
            onChange={(next) => {
              setShown(next);
              setPage(1);
            }}
          />
          <DayChart points={pointsOf(days, shown.period, now)} isByWeek={isByWeek(shown.period)} />
          <Box ref={table} tabIndex={-1} style={{ outline: 'none' }}>
            {list.data.length > 0 ? (
              <VisitTable visits={list.data} />
            ) : (
              <Typography tag="p" textColor="neutral600">
                {t('visits.none')}
              </Typography>
            )}
          </Box>
          <Pager
            label={t('visits.pages')}
            pagination={pagination}
            onPage={(next) => {
              setPage(next);
              table.current?.focus();
            }}
          />
          <Flex gap={2} wrap="wrap">
            <ExportVisits linkId={link.id} filters={filters} isDisabled={pagination.total === 0} />
            {canErase ? <EraseVisits linkId={link.id} name={name} focusAfter={table} /> : null}
          </Flex>
        </>
      ) : null}
      <KeptNote kept={kept} />
    </Flex>
  );
}

function filtersOf({ period, outcome, who }: ShownVisits, now: Date): VisitQuery {
  return {
    from: startOf(period, now).toISOString(),
    ...(outcome ? { outcome } : {}),
    ...(who === 'all' ? {} : { robots: who === 'robots' }),
  };
}

/** Says what the site keeps of visitors, and for how long. */
function KeptNote({ kept: { address, retentionDays } }: { kept: VisitSettings }) {
  const t = useTranslate();

  return (
    <Typography tag="p" variant="pi" textColor="neutral600">
      {t(`visits.kept.${address}`)}{' '}
      {retentionDays === null
        ? t('visits.kept.forever')
        : t('visits.kept.days', { count: retentionDays })}
    </Typography>
  );
}
