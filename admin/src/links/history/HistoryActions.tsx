import { Flex, IconButton } from '@strapi/design-system';
import { Calendar, ClockCounterClockwise, Eye, Pencil, Trash } from '@strapi/icons';

import type { HistoryRow } from '../../../../contracts/links';
import { taskMark } from '../../ui/focus';
import { useTranslate } from '../../utils/translations';
import { CopyAddress } from '../link/CopyAddress';
import type { LinkTask } from '../link/linkTasks';
import { PreviewLinkButton } from '../preview/PreviewLinkButton';

interface HistoryActionsProps {
  row: HistoryRow;
  name: string;
  canManage: boolean;
  onTask: (task: LinkTask) => void;
}

/** What can be done with a link of the history; a deleted link can't be restored. */
export function HistoryActions({ row, name, canManage, onTask }: HistoryActionsProps) {
  const t = useTranslate();
  const isEnded = row.state === 'expired' || row.state === 'exhausted';
  const canChange = canManage && row.state !== 'revoked';

  return (
    <Flex gap={1} wrap={{ initial: 'wrap', large: 'nowrap' }}>
      {row.url ? (
        <>
          <CopyAddress link={row} url={row.url} name={name} />
          <PreviewLinkButton linkId={row.id} name={name} isSmall />
        </>
      ) : null}
      <IconButton
        size="S"
        label={t('link.timeline.named', { name })}
        data-task={taskMark('timeline', row.id)}
        onClick={() => onTask('timeline')}
      >
        <ClockCounterClockwise />
      </IconButton>
      <IconButton
        size="S"
        label={t('visits.of', { name })}
        data-task={taskMark('visits', row.id)}
        onClick={() => onTask('visits')}
      >
        <Eye />
      </IconButton>
      {canChange ? (
        <>
          <IconButton
            size="S"
            label={t(isEnded ? 'link.extend.named' : 'link.edit.named', { name })}
            data-task={taskMark('edit', row.id)}
            onClick={() => onTask('edit')}
          >
            {isEnded ? <Calendar /> : <Pencil />}
          </IconButton>
          <IconButton
            size="S"
            label={t('link.delete.named', { name })}
            data-task={taskMark('delete', row.id)}
            onClick={() => onTask('delete')}
          >
            <Trash />
          </IconButton>
        </>
      ) : null}
    </Flex>
  );
}
