import * as React from 'react';

import { Button, Flex, Modal } from '@strapi/design-system';

import type { Link } from '../../../../contracts/links';
import { useTranslate } from '../../utils/translations';
import { DeleteDialog } from '../../links/link/DeleteDialog';
import { DialogBody } from '../../ui/dialog/DialogBody';
import { focusLink } from '../../ui/focus';
import { StateBadge } from '../../links/link/StateBadge';
import { useLinkName } from '../../links/link/useLinkName';
import { useSiteLink } from '../api';
import { DetailActions } from './DetailActions';
import { DetailAddress } from '../../links/link/LinkAddress';
import { DetailTabs } from '../../links/link/LinkTabs';

interface DetailsModalProps {
  /** As the list has it; null while none is opened. */
  link: Link | null;
  onClose: () => void;
}

/** All about one link, and what can be done with it. */
export function DetailsModal({ link: listed, onClose }: DetailsModalProps) {
  const t = useTranslate();
  const nameOf = useLinkName();
  const content = React.useRef<HTMLDivElement>(null);
  const [deleting, setDeleting] = React.useState<Link | null>(null);
  // Keeps what is shown while the dialog fades out.
  const opened = React.useRef(listed);
  if (listed) opened.current = listed;
  const asked = opened.current;
  const link = useSiteLink(listed?.id ?? null) ?? asked;

  if (!link) return null;
  return (
    <>
      <Modal.Root open={listed !== null} onOpenChange={(open) => !open && onClose()}>
        <Modal.Content
          ref={content}
          aria-describedby={undefined}
          style={{ outline: 'none' }}
          onOpenAutoFocus={(event) => {
            event.preventDefault();
            content.current?.focus();
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            document.querySelector<HTMLElement>(`[data-details="${link.id}"]`)?.focus();
          }}
        >
          <Modal.Header closeLabel={t('dialog.close')}>
            <Modal.Title>{t('site.details.title', { name: nameOf(link) })}</Modal.Title>
          </Modal.Header>
          <DialogBody>
            <Flex direction="column" alignItems="stretch" gap={5}>
              <Flex>
                <StateBadge state={link.state} />
              </Flex>
              <DetailAddress link={link} />
              <DetailTabs key={link.id} link={link} />
            </Flex>
          </DialogBody>
          <Modal.Footer>
            <Button variant="tertiary" onClick={onClose}>
              {t('manager.close')}
            </Button>
            <DetailActions link={link} onDelete={() => setDeleting(link)} />
          </Modal.Footer>
        </Modal.Content>
      </Modal.Root>
      <DeleteDialog
        link={deleting}
        onClose={() => setDeleting(null)}
        onDeleted={async () => setDeleting(null)}
        returnFocus={({ id }) => focusLink(content.current, 'delete', id)}
      />
    </>
  );
}
