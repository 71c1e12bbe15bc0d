import * as React from 'react';

import { Button, Flex, Modal } from '@strapi/design-system';

import { useTranslate } from '../../utils/translations';
import { Notice } from '../Notice';
import { DialogBody } from './ModalFrame';

interface FormBodyProps {
  confirmLabel: string;
  isBusy: boolean;
  /** Why the server refused, if the reason belongs to no field. */
  failure: string | null;
  /** A button that repairs the failure. */
  failureAction?: React.ReactNode;
  /** A button beside the one that confirms, such as for a look at what that would do. */
  otherAction?: React.ReactNode;
  onSubmit: () => Promise<void>;
  onCancel: () => void;
  children: React.ReactNode;
}

/** The body and the footer of a dialog that is a form. */
export function FormBody({
  confirmLabel,
  isBusy,
  failure,
  failureAction,
  otherAction,
  onSubmit,
  onCancel,
  children,
}: FormBodyProps) {
  const t = useTranslate();

  function submit(event: React.FormEvent) {
    event.preventDefault();
    // React passes the event on to the form of the edit view, which would save the entry.
    event.stopPropagation();
    void onSubmit();
  }

  return (
    <form onSubmit={submit} noValidate>
      <DialogBody>
        <Flex direction="column" alignItems="stretch" gap={6}>
          {children}
          {failure ? (
            <Notice ref={scrollIntoView} variant="danger" role="alert">
              {failure}
              {failureAction}
            </Notice>
          ) : null}
        </Flex>
      </DialogBody>
      <Modal.Footer>
        <Button variant="tertiary" onClick={onCancel} disabled={isBusy}>
          {t('dialog.cancel')}
        </Button>
        <Flex gap={2} wrap="wrap" justifyContent="flex-end">
          {otherAction}
          <Button type="submit" loading={isBusy}>
            {confirmLabel}
          </Button>
        </Flex>
      </Modal.Footer>
    </form>
  );
}

function scrollIntoView(element: HTMLElement | null) {
  element?.scrollIntoView({ block: 'nearest' });
}
