import * as React from 'react';

import type { EntrySharing } from '../../../../contracts/entries';
import type { Link } from '../../../../contracts/links';
import { ModalFrame } from '../../ui/dialog/ModalFrame';
import { useLatch } from '../../ui/dialog/useLatch';
import { focusEnd } from '../../ui/focus';
import { useTranslate } from '../../utils/translations';
import { useLinkName } from '../link/names';
import { EditForm } from './EditForm';
import { GoneLink } from './GoneLink';

interface EditModalProps {
  sharing: EntrySharing;
  /** Null if no link is edited. */
  link: Link | null;
  /** Whether the dialog was opened to give the link a later end; the form then proposes one. */
  isExtending: boolean;
  onClose: () => void;
  /** Called after the save with the new password, or null if the password is the same. */
  onSaved: (link: Link, password: string | null) => void;
  returnFocus: (link: Link) => void;
}

/** Edits the rules of a link. */
export function EditModal({
  sharing,
  link,
  isExtending,
  onClose,
  onSaved,
  returnFocus,
}: EditModalProps) {
  const t = useTranslate();
  const linkName = useLinkName();
  const [isBusy, setBusy] = React.useState(false);
  const [reloaded, setReloaded] = React.useState<Link | null>(null);
  const [goneId, setGoneId] = React.useState<number | null>(null);
  const edited = useLatch(link);
  const current = reloaded?.id === edited?.id ? reloaded : edited;

  function close() {
    setReloaded(null);
    onClose();
  }

  return (
    <ModalFrame
      isOpen={link !== null}
      title={current && t('edit.title', { name: linkName(current) })}
      isBusy={isBusy}
      onClose={close}
      onOpened={isExtending ? focusEnd : undefined}
      returnFocus={() => edited && returnFocus(edited)}
    >
      {current && current.id === goneId ? <GoneLink onClose={close} /> : null}
      {current && current.id !== goneId ? (
        <EditForm
          key={`${current.id}/${current.updatedAt}`}
          sharing={sharing}
          link={current}
          isExtending={isExtending}
          isBusy={isBusy}
          setBusy={setBusy}
          onCancel={close}
          onReload={setReloaded}
          onGone={() => setGoneId(current.id)}
          onSaved={(saved, password) => {
            close();
            onSaved(saved, password);
          }}
        />
      ) : null}
    </ModalFrame>
  );
}
