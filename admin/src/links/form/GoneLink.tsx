import { Button, Modal } from '@strapi/design-system';

import { DialogBody } from '../../ui/dialog/ModalFrame';
import { Notice } from '../../ui/Notice';
import { useTranslate } from '../../utils/translations';

/** Replaces the form for a link that somebody has deleted meanwhile. */
export function GoneLink({ onClose }: { onClose: () => void }) {
  const t = useTranslate();

  return (
    <>
      <DialogBody>
        <Notice variant="warning" role="alert">
          {t('link.gone')}
        </Notice>
      </DialogBody>
      <Modal.Footer>
        <Button variant="tertiary" autoFocus onClick={onClose}>
          {t('manager.close')}
        </Button>
      </Modal.Footer>
    </>
  );
}
