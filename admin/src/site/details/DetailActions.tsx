import * as React from 'react';

import { Button, Flex } from '@strapi/design-system';
import { Play, Stop, Trash, User } from '@strapi/icons';

import type { Link } from '../../../../contracts/links';
import { linkTasks } from '../../links/link/linkTasks';
import { useLinkVerb } from '../../links/link/useLinkVerb';
import { taskMark } from '../../ui/focus';
import { useTranslate } from '../../utils/translations';
import type { MessageKey } from '../../utils/translations';

const VERBS: {
  verb: 'take-over' | 'resume' | 'pause';
  label: MessageKey;
  icon: React.ReactNode;
}[] = [
  { verb: 'take-over', label: 'link.task.take-over', icon: <User /> },
  { verb: 'resume', label: 'site.details.resume', icon: <Play /> },
  { verb: 'pause', label: 'site.details.pause', icon: <Stop /> },
];

interface DetailActionsProps {
  link: Link;
  canManage: boolean;
  onDelete: () => void;
}

/** Offers what can be done with a link in its state; nothing to a person who only reads. */
export function DetailActions({ link, canManage, onDelete }: DetailActionsProps) {
  const t = useTranslate();
  const doVerb = useLinkVerb();
  const [isBusy, setBusy] = React.useState(false);

  // The list does not check the entry's rights, so a hidden address says nothing about them.
  const tasks = linkTasks(link, { manage: canManage, create: false, open: true });
  const change = VERBS.find(({ verb }) => tasks.includes(verb));

  // A disabled button would lose the focus, so a second click is ignored instead.
  async function start(verb: (typeof VERBS)[number]['verb']) {
    if (isBusy) return;
    setBusy(true);
    await doVerb(link, verb);
    setBusy(false);
  }

  if (!tasks.includes('delete')) return null;
  return (
    <Flex gap={2} wrap="wrap" justifyContent="flex-end" paddingLeft={2}>
      {change ? (
        <Button
          variant="secondary"
          startIcon={change.icon}
          aria-busy={isBusy}
          onClick={() => void start(change.verb)}
        >
          {t(change.label)}
        </Button>
      ) : null}
      <Button
        variant="danger-light"
        startIcon={<Trash />}
        data-task={taskMark('delete', link.id)}
        onClick={onDelete}
      >
        {t('link.delete')}
      </Button>
    </Flex>
  );
}
