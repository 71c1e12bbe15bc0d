import * as React from 'react';

import type { EntrySharing } from '../../../../contracts/entries';
import type { Link } from '../../../../contracts/links';
import { ModalFrame } from '../../ui/dialog/ModalFrame';
import { useTranslate } from '../../utils/translations';
import { CreateForm } from './CreateForm';

interface CreateModalProps {
  sharing: EntrySharing;
  /** The link that the new one copies its rules from. */
  copied: Link | null;
  isOpen: boolean;
  isModified: boolean;
  onClose: () => void;
  onMade: (link: Link, password: string | null) => void;
  /** Called if the type allows one link per entry and somebody has made it in the meantime. */
  onExists: (message: string) => void;
  returnFocus: () => void;
}

/** Says what becomes public, and makes the link if the person confirms. */
export function CreateModal({ isOpen, returnFocus, onClose, ...form }: CreateModalProps) {
  const t = useTranslate();
  const [isBusy, setBusy] = React.useState(false);
  const descriptionId = React.useId();

  return (
    <ModalFrame
      isOpen={isOpen}
      title={t('action.create')}
      describedBy={descriptionId}
      isBusy={isBusy}
      onClose={onClose}
      returnFocus={returnFocus}
    >
      <CreateForm
        {...form}
        descriptionId={descriptionId}
        isBusy={isBusy}
        setBusy={setBusy}
        onCancel={onClose}
      />
    </ModalFrame>
  );
}
