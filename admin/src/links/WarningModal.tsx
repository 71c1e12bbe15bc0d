import * as React from 'react';

import { Button, Flex, Modal } from '@strapi/design-system';
import { useAPIErrorHandler } from '@strapi/strapi/admin';

import type { EntrySharing } from '../../../contracts/entries';
import type { Link } from '../../../contracts/links';
import { errorCode, fieldError } from '../utils/errors';
import { useTranslate } from '../utils/translations';
import { useCreateLink } from './api';
import type { RequestError } from './api';
import { DialogBody } from './DialogBody';
import { ExposureSummary } from './ExposureSummary';
import { NameField } from './NameField';
import { Notice } from './Notice';
import { Warning } from './Warning';

interface WarningModalProps {
  sharing: EntrySharing;
  isOpen: boolean;
  isModified: boolean;
  onClose: () => void;
  onMade: (link: Link) => Promise<void>;
  /** The type allows one link per entry, and somebody has made it in the meantime. */
  onExists: (message: string) => Promise<void>;
  returnFocus: () => void;
}

/** Says what becomes public, and makes the link once that is confirmed. */
export function WarningModal({
  sharing,
  isOpen,
  isModified,
  onClose,
  onMade,
  onExists,
  returnFocus,
}: WarningModalProps) {
  const t = useTranslate();
  const { _unstableFormatAPIError: formatError } = useAPIErrorHandler();
  const createLink = useCreateLink();
  const [name, setName] = React.useState('');
  const [error, setError] = React.useState<RequestError | null>(null);
  const [isBusy, setBusy] = React.useState(false);
  const descriptionId = React.useId();

  const { exposure } = sharing;
  const nameError = fieldError(error, 'label');

  function reset() {
    setName('');
    setError(null);
  }

  function close() {
    if (isBusy) return;
    reset();
    onClose();
  }

  async function submit(event: React.FormEvent) {
    event.preventDefault();
    // React hands the event on to the edit view's form, which would save the entry.
    event.stopPropagation();
    if (isBusy) return;
    setBusy(true);
    setError(null);

    const answer = await createLink({
      contentType: sharing.contentType,
      documentId: sharing.documentId,
      locale: sharing.locale,
      label: name.trim() || null,
      // What was confirmed is what is made, even if the entry has changed in the meantime.
      ...(exposure && {
        shows: exposure.shows,
        fields: exposure.fields.map((field) => field.name),
      }),
    });
    if ('data' in answer) {
      await onMade(answer.data);
      reset();
    } else if (errorCode(answer.error) === 'link-exists') {
      await onExists(formatError(answer.error));
      reset();
    } else {
      setError(answer.error);
    }
    setBusy(false);
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
        <form onSubmit={submit} noValidate>
          <Modal.Header closeLabel={t('dialog.close')}>
            <Modal.Title>{t('action.create')}</Modal.Title>
          </Modal.Header>
          <DialogBody>
            <Flex direction="column" alignItems="stretch" gap={6}>
              <Warning id={descriptionId} sharing={sharing} isModified={isModified} />
              {exposure ? <ExposureSummary sharing={sharing} exposure={exposure} /> : null}
              <NameField value={name} onChange={setName} error={nameError} />
              {error && !nameError ? (
                <Notice ref={scrollIntoView} variant="danger" role="alert">
                  {formatError(error)}
                </Notice>
              ) : null}
            </Flex>
          </DialogBody>
          <Modal.Footer>
            <Button variant="tertiary" onClick={close} disabled={isBusy}>
              {t('dialog.cancel')}
            </Button>
            <Button type="submit" loading={isBusy}>
              {t('warning.confirm')}
            </Button>
          </Modal.Footer>
        </form>
      </Modal.Content>
    </Modal.Root>
  );
}

function scrollIntoView(element: HTMLElement | null) {
  element?.scrollIntoView({ block: 'nearest' });
}
