import * as React from 'react';

import { Modal } from '@strapi/design-system';

import type { EntrySharing } from '../../../../contracts/entries';
import type { Link } from '../../../../contracts/links';
import { useTranslate } from '../../utils/translations';
import { CreateForm } from './CreateForm';

interface WarningModalProps {
  sharing: EntrySharing;
  /** The link whose settings the new one starts with. */
  copied: Link | null;
  isOpen: boolean;
  isModified: boolean;
  onClose: () => void;
  onMade: (link: Link) => Promise<void>;
  /** The type allows one link per entry, and somebody has made it in the meantime. */
  onExists: (message: string) => Promise<void>;
  returnFocus: () => void;
}

/** Says what becomes public, and makes the link once that is confirmed. */
export function WarningModal({ isOpen, returnFocus, onClose, ...form }: WarningModalProps) {
  const t = useTranslate();
  const [isBusy, setBusy] = React.useState(false);
  const descriptionId = React.useId();

  function close() {
    if (!isBusy) onClose();
  }

  return (
    <Modal.Root open={isOpen} onOpenChange={(open) => !open && close()}>
      <Modal.Content
        aria-describedby={descriptionId}
        style={{ outline: 'none' }}
        onOpenAutoFocus={(event) => {
          event.preventDefault();
          (event.currentTarget as HTMLElement).focus();
        }}
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          returnFocus();
        }}
      >
        <Modal.Header closeLabel={t('dialog.close')}>
          <Modal.Title>{t('action.create')}</Modal.Title>
        </Modal.Header>
        <CreateForm
          {...form}
          descriptionId={descriptionId}
          isBusy={isBusy}
          setBusy={setBusy}
          onCancel={close}
        />
      </Modal.Content>
    </Modal.Root>
  );
}
