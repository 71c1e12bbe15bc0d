import * as React from 'react';

import { Button, Flex, Modal } from '@strapi/design-system';

import type { Link } from '../../../../contracts/links';
import { ClosedReasons } from '../../links/link/ClosedReasons';
import { DeleteDialog } from '../../links/link/DeleteDialog';
import { LinkAddress } from '../../links/link/LinkAddress';
import { LinkTabs } from '../../links/link/LinkTabs';
import { useLinkName } from '../../links/link/names';
import { StateBadge } from '../../links/link/StateBadge';
import { DialogBody, ModalFrame } from '../../ui/dialog/ModalFrame';
import { useLatch } from '../../ui/dialog/useLatch';
import { focusLink } from '../../ui/focus';
import { useMayChangeLinks } from '../../utils/access';
import { useTranslate } from '../../utils/translations';
import { useSiteLink } from '../api';
import { DetailActions } from './DetailActions';

interface DetailsModalProps {
  /** The link as the list has it; null if none is open. */
  link: Link | null;
  onClose: () => void;
}

/** Shows everything about one link, and what can be done with it. */
export function DetailsModal({ link: listed, onClose }: DetailsModalProps) {
  const t = useTranslate();
  const nameOf = useLinkName();
  const mayChange = useMayChangeLinks();
  const content = React.useRef<HTMLDivElement>(null);
  const [deleting, setDeleting] = React.useState<Link | null>(null);
  const shown = useLatch(listed);
  const answer = useSiteLink(listed?.id ?? null);
  const link = answer?.data ?? shown;

  if (!link) return null;
  return (
    <>
      <ModalFrame
        content={content}
        isOpen={listed !== null}
        title={t('site.details.title', { name: nameOf(link) })}
        onClose={onClose}
        returnFocus={() =>
          document.querySelector<HTMLElement>(`[data-details="${link.id}"]`)?.focus()
        }
      >
        <DialogBody>
          <Flex direction="column" alignItems="stretch" gap={5}>
            <Flex>
              <StateBadge link={link} />
            </Flex>
            <ClosedReasons link={link} />
            <LinkAddress
              link={link}
              hiddenReason={t(
                link.state === 'revoked' ? 'site.address.deleted' : 'site.address.hidden'
              )}
            />
            <LinkTabs
              key={link.id}
              link={link}
              labels={answer?.meta.labels ?? {}}
              canErase={mayChange}
            />
          </Flex>
        </DialogBody>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {t('manager.close')}
          </Button>
          <DetailActions link={link} canManage={mayChange} onDelete={() => setDeleting(link)} />
        </Modal.Footer>
      </ModalFrame>
      <DeleteDialog
        link={deleting}
        onClose={() => setDeleting(null)}
        onDeleted={() => setDeleting(null)}
        returnFocus={({ id }) => focusLink(content.current, 'delete', id)}
      />
    </>
  );
}
