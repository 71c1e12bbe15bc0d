import { Button, Dialog, Flex, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';

import type { BulkInput, BulkResult, Link } from '../../../../contracts/links';
import { useLinkName } from '../../links/link/names';
import { useTranslate } from '../../utils/translations';

interface RefusedDialogProps {
  action: BulkInput['action'];
  links: Link[];
  result: BulkResult;
  onClose: () => void;
  returnFocus: () => void;
}

/** Says for each link why a bulk action was refused. */
export function RefusedDialog({ action, links, result, onClose, returnFocus }: RefusedDialogProps) {
  const t = useTranslate();
  const nameOf = useLinkName();
  const { done, refused } = result;

  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Content
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          returnFocus();
        }}
      >
        <Dialog.Header>{t('site.refused.title', { count: refused.length })}</Dialog.Header>
        <Dialog.Body>
          {/* Strapi shows an icon above plain text only. */}
          <WarningCircle aria-hidden fill="warning600" width={24} height={24} />
          <Flex direction="column" alignItems="stretch" gap={3} width="100%">
            <Dialog.Description style={{ textAlign: 'center' }}>
              {t(`site.bulk.${action}.done`, { count: done.length })}
            </Dialog.Description>
            <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
              {refused.map(({ id, message }) => {
                const link = links.find((other) => other.id === id);
                return (
                  <li key={id} style={{ overflowWrap: 'anywhere' }}>
                    <Typography tag="p" fontWeight="bold">
                      {link ? nameOf(link) : `#${id}`}
                    </Typography>
                    <Typography tag="p" textColor="neutral600">
                      {message}
                    </Typography>
                  </li>
                );
              })}
            </Flex>
          </Flex>
        </Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button fullWidth variant="tertiary">
              {t('manager.close')}
            </Button>
          </Dialog.Cancel>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
}
