import * as React from 'react';

import { Modal } from '@strapi/design-system';

import type { EntrySharing } from '../../../../contracts/entries';
import type { Link } from '../../../../contracts/links';
import { useTranslate } from '../../utils/translations';
import { EditForm } from './EditForm';
import { focusEnd } from '../../ui/focus';
import { useLinkName } from '../link/useLinkName';

interface EditModalProps {
  sharing: EntrySharing;
  /** Null while none is edited. */
  link: Link | null;
  /** Opened to give it a later end, which one is proposed for. */
  isExtending: boolean;
  onClose: () => void;
  returnFocus: (link: Link) => void;
}

/** The rules of a link that exists. */
export function EditModal({ sharing, link, isExtending, onClose, returnFocus }: EditModalProps) {
  const t = useTranslate();
  const linkName = useLinkName();
  const [isBusy, setBusy] = React.useState(false);
  const [reloaded, setReloaded] = React.useState<Link | null>(null);
  // Keeps the form in place while the dialog fades out.
  const edited = React.useRef(link);
  if (link) edited.current = link;
  const current = reloaded?.id === edited.current?.id ? reloaded : edited.current;

  function close() {
    if (isBusy) return;
    setReloaded(null);
    onClose();
  }

  return (
    <Modal.Root open={link !== null} onOpenChange={(open) => !open && close()}>
      <Modal.Content
        aria-describedby={undefined}
        style={{ outline: 'none' }}
        onOpenAutoFocus={(event) => {
          event.preventDefault();
          const dialog = event.currentTarget as HTMLElement;
          if (isExtending) focusEnd(dialog);
          else dialog.focus();
        }}
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          if (edited.current) returnFocus(edited.current);
        }}
      >
        <Modal.Header closeLabel={t('dialog.close')}>
          <Modal.Title>{current ? t('edit.title', { name: linkName(current) }) : null}</Modal.Title>
        </Modal.Header>
        {current ? (
          <EditForm
            key={`${current.id}/${current.updatedAt}`}
            sharing={sharing}
            link={current}
            isExtending={isExtending}
            isBusy={isBusy}
            setBusy={setBusy}
            onCancel={close}
            onReload={setReloaded}
            onSaved={() => {
              setReloaded(null);
              onClose();
            }}
          />
        ) : null}
      </Modal.Content>
    </Modal.Root>
  );
}
