import * as React from 'react';

import { Button, Modal } from '@strapi/design-system';

import type { Link } from '../../../../contracts/links';
import { useTranslate } from '../../utils/translations';
import { DialogBody } from '../../ui/dialog/DialogBody';

interface LinkDialogProps {
  /** Null while it is closed. */
  link: Link | null;
  title: (link: Link) => string;
  onClose: () => void;
  returnFocus: (link: Link) => void;
  children: (link: Link) => React.ReactNode;
}

/** A dialog that shows something about a link. */
export function LinkDialog({ link, title, onClose, returnFocus, children }: LinkDialogProps) {
  const t = useTranslate();
  // Stays in place while the dialog fades out.
  const shown = React.useRef(link);
  if (link) shown.current = link;
  const current = shown.current;

  return (
    <Modal.Root open={link !== null} onOpenChange={(open) => !open && onClose()}>
      <Modal.Content
        aria-describedby={undefined}
        style={{ outline: 'none' }}
        onOpenAutoFocus={(event) => {
          event.preventDefault();
          (event.currentTarget as HTMLElement).focus();
        }}
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          if (current) returnFocus(current);
        }}
      >
        <Modal.Header closeLabel={t('dialog.close')}>
          <Modal.Title>{current ? title(current) : null}</Modal.Title>
        </Modal.Header>
        <DialogBody>{current ? children(current) : null}</DialogBody>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {t('manager.close')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
