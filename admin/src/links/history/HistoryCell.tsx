import type { ReactNode } from 'react';

import { Typography } from '@strapi/design-system';

import { useTranslate } from '../../utils/translations';
import type { HistoryColumn } from './columns';

interface HistoryCellProps {
  column: HistoryColumn;
  children: ReactNode;
}

export function HistoryCell({ column, children }: HistoryCellProps) {
  const t = useTranslate();

  return (
    <td
      role="cell"
      data-wraps={column === 'name' ? '' : undefined}
      data-column={t(`history.column.${column}`)}
    >
      <Typography tag="div" variant="pi" textColor="neutral800">
        {children}
      </Typography>
    </td>
  );
}
