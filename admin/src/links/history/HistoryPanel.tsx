import * as React from 'react';

import { Box, Flex, Loader, Typography } from '@strapi/design-system';
import { useAPIErrorHandler } from '@strapi/strapi/admin';

import type { EntrySharing } from '../../../../contracts/entries';
import type { Link } from '../../../../contracts/links';
import { useTranslate } from '../../utils/translations';
import { useHistoryQuery } from '../link/api';
import type { LinkTask } from '../link/linkTasks';
import { Notice } from '../../ui/Notice';
import { HistoryTable } from './HistoryTable';
import { Pager } from '../../ui/Pager';

const PAGE_SIZE = 10;

interface HistoryPanelProps {
  sharing: EntrySharing;
  onTask: (link: Link, task: LinkTask) => void;
}

/** Every share of the entry ever made, page by page. */
export function HistoryPanel({ sharing, onTask }: HistoryPanelProps) {
  const t = useTranslate();
  const { _unstableFormatAPIError: formatError } = useAPIErrorHandler();
  const [page, setPage] = React.useState(1);
  const table = React.useRef<HTMLDivElement>(null);
  const { contentType, documentId, locale } = sharing;
  const { history, error } = useHistoryQuery({
    uid: contentType,
    documentId,
    locale: locale ?? undefined,
    page,
    pageSize: PAGE_SIZE,
  });

  if (error) {
    return (
      <Notice variant="danger" role="alert">
        {formatError(error)}
      </Notice>
    );
  }
  if (!history) {
    return (
      <Flex justifyContent="center" padding={6}>
        <Loader small>{t('history.loading')}</Loader>
      </Flex>
    );
  }

  const { pagination } = history.meta;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Typography tag="p" variant="pi" textColor="neutral600">
        {t('history.lead')}
      </Typography>
      <Box ref={table} tabIndex={-1} style={{ outline: 'none' }}>
        <HistoryTable rows={history.data} sharing={sharing} onTask={onTask} />
      </Box>
      {pagination.pageCount > 1 ? (
        <Pager
          label={t('history.pages')}
          page={pagination.page}
          pageCount={pagination.pageCount}
          onPage={(next) => {
            setPage(next);
            table.current?.focus();
          }}
        />
      ) : null}
    </Flex>
  );
}
