import type { EntrySharing } from '../../../../contracts/entries';
import type { HistoryRow as Row, Link } from '../../../../contracts/links';
import { StackedTable } from '../../ui/StackedTable';
import { useTranslate } from '../../utils/translations';
import type { LinkTask } from '../link/linkTasks';
import { HISTORY_COLUMNS } from './columns';
import { HistoryRow } from './HistoryRow';

interface HistoryTableProps {
  rows: Row[];
  sharing: EntrySharing;
  onTask: (link: Link, task: LinkTask) => void;
}

export function HistoryTable({ rows, sharing, onTask }: HistoryTableProps) {
  const t = useTranslate();

  return (
    <StackedTable
      label={t('history.title')}
      columns={HISTORY_COLUMNS.map((key) => ({
        key,
        name: t(`history.column.${key}`),
        isHidden: key === 'actions',
      }))}
    >
      {rows.map((row) => (
        <HistoryRow key={row.id} row={row} sharing={sharing} onTask={(task) => onTask(row, task)} />
      ))}
    </StackedTable>
  );
}
