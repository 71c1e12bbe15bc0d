import { Typography, VisuallyHidden } from '@strapi/design-system';

import type { EntrySharing } from '../../../../contracts/entries';
import type { HistoryRow as Row, Link } from '../../../../contracts/links';
import { useTranslate } from '../../utils/translations';
import type { LinkTask } from '../link/linkTasks';
import { HISTORY_COLUMNS } from './columns';
import { HistoryRow } from './HistoryRow';
import { StackedTable } from '../../ui/stackedTableStyles';

interface HistoryTableProps {
  rows: Row[];
  sharing: EntrySharing;
  onTask: (link: Link, task: LinkTask) => void;
}

export function HistoryTable({ rows, sharing, onTask }: HistoryTableProps) {
  const t = useTranslate();

  return (
    <StackedTable role="table" aria-label={t('history.title')}>
      <thead role="rowgroup">
        <tr role="row">
          {HISTORY_COLUMNS.map((column) => (
            <th key={column} role="columnheader" scope="col">
              <Typography variant="sigma" textColor="neutral600">
                {column === 'actions' ? (
                  <VisuallyHidden>{t('history.column.actions')}</VisuallyHidden>
                ) : (
                  t(`history.column.${column}`)
                )}
              </Typography>
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <HistoryRow
            key={row.id}
            row={row}
            sharing={sharing}
            onTask={(task) => onTask(row, task)}
          />
        ))}
      </tbody>
    </StackedTable>
  );
}
