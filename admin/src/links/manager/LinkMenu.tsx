import type { ReactNode } from 'react';

import { IconButton, Menu } from '@strapi/design-system';
import {
  ArrowsCounterClockwise,
  ClockCounterClockwise,
  Duplicate,
  Eye,
  GridNine,
  More,
  Pencil,
  Play,
  Stop,
  Trash,
  User,
} from '@strapi/icons';

import type { EntrySharing } from '../../../../contracts/entries';
import type { Link } from '../../../../contracts/links';
import { taskMark } from '../../ui/focus';
import { useTranslate } from '../../utils/translations';
import { linkTasks } from '../link/linkTasks';
import type { LinkTask } from '../link/linkTasks';

const ICONS: Record<LinkTask, ReactNode> = {
  edit: <Pencil />,
  pause: <Stop />,
  resume: <Play />,
  'take-over': <User />,
  rotate: <ArrowsCounterClockwise />,
  duplicate: <Duplicate />,
  qr: <GridNine />,
  visits: <Eye />,
  timeline: <ClockCounterClockwise />,
  delete: <Trash />,
};

interface LinkMenuProps {
  link: Link;
  name: string;
  sharing: EntrySharing;
  onTask: (task: LinkTask) => void;
}

/** Offers everything that can be done to a link. */
export function LinkMenu({ link, name, sharing, onTask }: LinkMenuProps) {
  const t = useTranslate();
  const { can, mode } = sharing;
  const tasks = linkTasks(link, {
    manage: can.manage,
    create: can.create && mode === 'multiple',
    // The server hides the address from a person who may not read all that the link shows.
    open: link.url !== null || !sharing.addressesKept,
  });

  return (
    <Menu.Root>
      <Menu.Trigger
        tag={IconButton}
        icon={<More />}
        label={t('link.more.named', { name })}
        size="S"
        data-task={taskMark('menu', link.id)}
      />
      <Menu.Content popoverPlacement="bottom-end" maxHeight="60vh">
        {tasks.map((task) => (
          <Menu.Item
            key={task}
            startIcon={ICONS[task]}
            variant={task === 'delete' ? 'danger' : 'default'}
            onSelect={() => onTask(task)}
          >
            {t(`link.task.${task}`)}
          </Menu.Item>
        ))}
      </Menu.Content>
    </Menu.Root>
  );
}
