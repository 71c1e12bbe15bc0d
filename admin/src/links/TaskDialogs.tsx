import type { RefObject } from 'react';

import type { EntrySharing } from '../../../contracts/entries';
import type { Link } from '../../../contracts/links';
import { DeleteDialog } from './DeleteDialog';
import { EditModal } from './EditModal';
import { focusLink } from './focus';
import { RotateDialog } from './RotateDialog';
import type { OpenTask } from './useLinkTask';

interface TaskDialogsProps {
  /** Where the focus goes back to. */
  manager: RefObject<HTMLElement>;
  sharing: EntrySharing;
  task: OpenTask | null;
  onClose: () => void;
  onRotated: (link: Link) => void;
  onDeleted: (link: Link) => Promise<void>;
}

/** The dialogs for one link, each open while it is the task. */
export function TaskDialogs({
  manager,
  sharing,
  task,
  onClose,
  onRotated,
  onDeleted,
}: TaskDialogsProps) {
  const linkOf = (name: OpenTask['name']) => (task?.name === name ? task.link : null);
  const returnFocus = (name: OpenTask['name']) => (link: Link) =>
    focusLink(manager.current, name, link.id);

  return (
    <>
      <EditModal
        sharing={sharing}
        link={linkOf('edit')}
        onClose={onClose}
        returnFocus={returnFocus('edit')}
      />
      <RotateDialog
        link={linkOf('rotate')}
        onClose={onClose}
        onRotated={onRotated}
        returnFocus={returnFocus('rotate')}
      />
      <DeleteDialog
        link={linkOf('delete')}
        onClose={onClose}
        onDeleted={onDeleted}
        returnFocus={returnFocus('delete')}
      />
    </>
  );
}
