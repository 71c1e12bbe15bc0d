import type { RefObject } from 'react';

import type { EntrySharing } from '../../../../contracts/entries';
import type { Link } from '../../../../contracts/links';
import { focusLink } from '../../ui/focus';
import { useTranslate } from '../../utils/translations';
import { VisitsPanel } from '../../visits/VisitsPanel';
import { EditModal } from '../form/EditModal';
import { DeleteDialog } from '../link/DeleteDialog';
import { useLinkName } from '../link/names';
import { RotateDialog } from '../link/RotateDialog';
import { QrCode } from '../qr/QrCode';
import { Timeline } from '../timeline/Timeline';
import { LinkDialog } from './LinkDialog';
import type { OpenTask } from './useLinkTask';

interface TaskDialogsProps {
  /** Gets the focus back. */
  manager: RefObject<HTMLElement>;
  sharing: EntrySharing;
  task: OpenTask | null;
  onClose: () => void;
  onSaved: (link: Link, password: string | null) => void;
  onRotated: (link: Link) => void;
  onDeleted: (link: Link) => void;
}

/** The dialogs for one link; the one for the current task is open. */
export function TaskDialogs({
  manager,
  sharing,
  task,
  onClose,
  onSaved,
  onRotated,
  onDeleted,
}: TaskDialogsProps) {
  const t = useTranslate();
  const linkName = useLinkName();
  const linkOf = (name: OpenTask['name']) => (task?.name === name ? task.link : null);
  const returnFocus = (name: OpenTask['name']) => (link: Link) =>
    focusLink(manager.current, name, link.id);

  return (
    <>
      <EditModal
        sharing={sharing}
        link={linkOf('edit') ?? linkOf('extend')}
        isExtending={task?.name === 'extend'}
        onClose={onClose}
        onSaved={onSaved}
        returnFocus={returnFocus('edit')}
      />
      <RotateDialog
        link={linkOf('rotate')}
        onClose={onClose}
        onRotated={onRotated}
        returnFocus={returnFocus('rotate')}
      />
      <LinkDialog
        link={linkOf('qr')}
        title={(link) => t('qr.title', { name: linkName(link) })}
        onClose={onClose}
        returnFocus={returnFocus('qr')}
      >
        {(link) => <QrCode link={link} name={linkName(link)} />}
      </LinkDialog>
      <LinkDialog
        link={linkOf('visits')}
        title={(link) => t('visits.of', { name: linkName(link) })}
        onClose={onClose}
        returnFocus={returnFocus('visits')}
      >
        {(link) => <VisitsPanel link={link} name={linkName(link)} canErase={sharing.can.manage} />}
      </LinkDialog>
      <LinkDialog
        link={linkOf('timeline')}
        title={(link) => t('timeline.title', { name: linkName(link) })}
        onClose={onClose}
        returnFocus={returnFocus('timeline')}
      >
        {(link) => <Timeline linkId={link.id} />}
      </LinkDialog>
      <DeleteDialog
        link={linkOf('delete')}
        onClose={onClose}
        onDeleted={onDeleted}
        returnFocus={returnFocus('delete')}
      />
    </>
  );
}
