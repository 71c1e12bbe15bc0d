import * as React from 'react';

import { Button, Modal } from '@strapi/design-system';

import type { Link } from '../../../../contracts/links';
import { DialogBody, ModalFrame } from '../../ui/dialog/ModalFrame';
import { useLatch } from '../../ui/dialog/useLatch';
import { useTranslate } from '../../utils/translations';

interface LinkDialogProps {
  /** Null if the dialog is closed. */
  link: Link | null;
  title: (link: Link) => string;
  onClose: () => void;
  returnFocus: (link: Link) => void;
  children: (link: Link) => React.ReactNode;
}

/** Shows something about a link in a dialog. */
export function LinkDialog({ link, title, onClose, returnFocus, children }: LinkDialogProps) {
  const t = useTranslate();
  const shown = useLatch(link);

  return (
    <ModalFrame
      isOpen={link !== null}
      title={shown && title(shown)}
      onClose={onClose}
      returnFocus={() => shown && returnFocus(shown)}
    >
      <DialogBody>{shown ? children(shown) : null}</DialogBody>
      <Modal.Footer>
        <Button variant="tertiary" onClick={onClose}>
          {t('manager.close')}
        </Button>
      </Modal.Footer>
    </ModalFrame>
  );
}
