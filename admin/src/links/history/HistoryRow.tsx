import { Typography } from '@strapi/design-system';

import type { EntrySharing } from '../../../../contracts/entries';
import type { HistoryRow as Row } from '../../../../contracts/links';
import { useTranslate } from '../../utils/translations';
import type { LinkTask } from '../link/linkTasks';
import { StateBadge } from '../link/StateBadge';
import { useLinkName } from '../link/useLinkName';
import { useMoment } from '../../ui/useFormatDate';
import { HistoryActions } from './HistoryActions';
import { HistoryCell } from './HistoryCell';
import { HistoryPassword } from './HistoryPassword';

interface HistoryRowProps {
  row: Row;
  sharing: EntrySharing;
  onTask: (task: LinkTask) => void;
}

/** One share of the entry: who made it when, and what became of it. */
export function HistoryRow({ row, sharing, onTask }: HistoryRowProps) {
  const t = useTranslate();
  const moment = useMoment();
  const name = useLinkName()(row);
  const none = <Typography textColor="neutral600">{t('history.none')}</Typography>;

  return (
    <tr role="row">
      <HistoryCell column="type">{t(`history.type.${row.type}`)}</HistoryCell>
      <HistoryCell column="name">{name}</HistoryCell>
      <HistoryCell column="sharedBy">{row.sharedBy.name}</HistoryCell>
      <HistoryCell column="sharedAt">{moment(row.createdAt)}</HistoryCell>
      <HistoryCell column="expiry">
        {row.expiresAt ? moment(row.expiresAt) : t('rules.expiry.never')}
      </HistoryCell>
      <HistoryCell column="password">
        <HistoryPassword link={row} name={name} canReveal={sharing.can.reveal} />
      </HistoryCell>
      <HistoryCell column="state">
        <StateBadge state={row.state} />
      </HistoryCell>
      <HistoryCell column="cancelledBy">
        {row.revokedBy?.name ?? none}
        {row.endReason ? (
          <Typography tag="div" variant="pi" textColor="neutral600">
            {t(`history.reason.${row.endReason}`)}
          </Typography>
        ) : null}
      </HistoryCell>
      <HistoryCell column="cancelledAt">{row.revokedAt ? moment(row.revokedAt) : none}</HistoryCell>
      <HistoryCell column="actions">
        <HistoryActions row={row} name={name} canManage={sharing.can.manage} onTask={onTask} />
      </HistoryCell>
    </tr>
  );
}
