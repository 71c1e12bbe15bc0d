import { Flex, IconButton, Typography } from '@strapi/design-system';
import { ChevronLeft, ChevronRight } from '@strapi/icons';

import type { Pagination } from '../../../contracts/links';
import { useTranslate } from '../utils/translations';

interface PagerProps {
  /** Names the list. */
  label: string;
  pagination: Pagination;
  onPage: (page: number) => void;
}

/** Turns the pages of a list; shows nothing if there is only one page. */
export function Pager({ label, pagination: { page, pageCount }, onPage }: PagerProps) {
  const t = useTranslate();

  if (pageCount <= 1) return null;
  return (
    <Flex tag="nav" aria-label={label} justifyContent="flex-end" gap={3}>
      <IconButton
        label={t('history.pages.previous')}
        disabled={page <= 1}
        onClick={() => onPage(page - 1)}
      >
        <ChevronLeft />
      </IconButton>
      <Typography role="status" variant="pi" textColor="neutral800">
        {t('history.pages.now', { page, count: pageCount })}
      </Typography>
      <IconButton
        label={t('history.pages.next')}
        disabled={page >= pageCount}
        onClick={() => onPage(page + 1)}
      >
        <ChevronRight />
      </IconButton>
    </Flex>
  );
}
