import * as React from 'react';

import { Box, Flex, Typography } from '@strapi/design-system';

import type { EntrySharing } from '../../../../contracts/entries';
import type { Link } from '../../../../contracts/links';
import { addressOf } from '../../api';
import { LoadState } from '../../ui/LoadState';
import { Pager } from '../../ui/Pager';
import { useTranslate } from '../../utils/translations';
import type { LinkTask } from '../link/linkTasks';
import { useHistoryQuery } from './api';
import { HistoryTable } from './HistoryTable';

const PAGE_SIZE = 10;

/** Returns whether the person may see a history and the entry has ever been shared. */
export function hasHistory({ can, counts }: Pick<EntrySharing, 'can' | 'counts'>): boolean {
  return can.see && counts.total > 0;
}

interface HistoryPanelProps {
  sharing: EntrySharing;
  onTask: (link: Link, task: LinkTask) => void;
}

/** Lists every link that the entry ever had, page by page. */
export function HistoryPanel({ sharing, onTask }: HistoryPanelProps) {
  const t = useTranslate();
  const [page, setPage] = React.useState(1);
  const table = React.useRef<HTMLDivElement>(null);
  const { history, error } = useHistoryQuery({
    ...addressOf(sharing),
    page,
    pageSize: PAGE_SIZE,
  });

  if (error || !history) return <LoadState error={error}>{t('history.loading')}</LoadState>;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Typography tag="p" variant="pi" textColor="neutral600">
        {t('history.lead')}
      </Typography>
      <Box ref={table} tabIndex={-1} style={{ outline: 'none' }}>
        <HistoryTable rows={history.data} sharing={sharing} onTask={onTask} />
      </Box>
      <Pager
        label={t('history.pages')}
        pagination={history.meta.pagination}
        onPage={(next) => {
          setPage(next);
          table.current?.focus();
        }}
      />
    </Flex>
  );
}
