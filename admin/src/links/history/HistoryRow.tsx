import type { ReactNode } from 'react';

import { Typography } from '@strapi/design-system';

import type { EntrySharing } from '../../../../contracts/entries';
import type { HistoryRow as Row } from '../../../../contracts/links';
import { StackedCell } from '../../ui/StackedTable';
import { useFormatDate } from '../../ui/useFormatDate';
import { useTranslate } from '../../utils/translations';
import type { LinkTask } from '../link/linkTasks';
import { useLinkName } from '../link/names';
import { StateBadge } from '../link/StateBadge';
import { HISTORY_COLUMNS } from './columns';
import type { HistoryColumn } from './columns';
import { HistoryActions } from './HistoryActions';
import { HistoryPassword } from './HistoryPassword';

/** The columns with names of any length. */
const LONG: HistoryColumn[] = ['name', 'sharedBy', 'cancelledBy'];

interface HistoryRowProps {
  row: Row;
  sharing: EntrySharing;
  onTask: (task: LinkTask) => void;
}

/** One link of the history: who made it, when, and how it ended. */
export function HistoryRow({ row, sharing, onTask }: HistoryRowProps) {
  const t = useTranslate();
  const formatDate = useFormatDate();
  const name = useLinkName()(row);
  const none = <Typography textColor="neutral600">{t('history.none')}</Typography>;

  const cells: Record<HistoryColumn, ReactNode> = {
    type: t(`history.type.${row.type}`),
    name,
    sharedBy: row.sharedBy.name,
    sharedAt: formatDate(row.createdAt),
    expiry: row.expiresAt ? formatDate(row.expiresAt) : t('rules.expiry.never'),
    password: <HistoryPassword link={row} name={name} canReveal={sharing.can.reveal} />,
    state: <StateBadge link={row} />,
    cancelledBy: (
      <>
        {row.revokedBy?.name ?? none}
        {row.endReason ? (
          <Typography tag="div" variant="pi" textColor="neutral600">
            {t(`history.reason.${row.endReason}`)}
          </Typography>
        ) : null}
      </>
    ),
    cancelledAt: row.revokedAt ? formatDate(row.revokedAt) : none,
    actions: (
      <HistoryActions row={row} name={name} canManage={sharing.can.manage} onTask={onTask} />
    ),
  };

  return (
    <tr role="row">
      {HISTORY_COLUMNS.map((column) => (
        <StackedCell
          key={column}
          column={t(`history.column.${column}`)}
          wraps={LONG.includes(column)}
        >
          {cells[column]}
        </StackedCell>
      ))}
    </tr>
  );
}
