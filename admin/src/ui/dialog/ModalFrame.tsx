import * as React from 'react';

import { Modal } from '@strapi/design-system';
import { styled } from 'styled-components';

import { useTranslate } from '../../utils/translations';
import { UnsavedGuard } from './unsaved';

interface ModalFrameProps {
  isOpen: boolean;
  title: string | null;
  /** While true, the dialog can't be closed. */
  isBusy?: boolean;
  onClose: () => void;
  /** Moves the focus once the dialog is open. By default the dialog itself gets the focus. */
  onOpened?: (dialog: HTMLElement) => void;
  /** Moves the focus once the dialog is closed. */
  returnFocus: () => void;
  /** Id of the element that describes the dialog. */
  describedBy?: string;
  /** Gives the caller the dialog, so that it can hand the focus back to it. */
  content?: React.RefObject<HTMLDivElement>;
  style?: React.CSSProperties;
  /** The body and the footer. */
  children: React.ReactNode;
}

/**
 * A dialog with its title. It decides where the focus goes on opening and on closing, and asks before
 * it loses what was entered in a form: see `useUnsaved`.
 */
export function ModalFrame({
  isOpen,
  title,
  isBusy = false,
  onClose,
  onOpened = (dialog) => dialog.focus(),
  returnFocus,
  describedBy,
  content,
  style,
  children,
}: ModalFrameProps) {
  const t = useTranslate();

  return (
    <UnsavedGuard onClose={onClose}>
      {(close) => (
        <Modal.Root open={isOpen} onOpenChange={(open) => !open && !isBusy && close()}>
          <Modal.Content
            ref={content}
            aria-describedby={describedBy}
            style={{ outline: 'none', ...style }}
            onEscapeKeyDown={(event) => {
              if (keepsEscape(event.target)) event.preventDefault();
            }}
            onOpenAutoFocus={(event) => {
              event.preventDefault();
              onOpened(event.currentTarget as HTMLElement);
            }}
            onCloseAutoFocus={(event) => {
              event.preventDefault();
              returnFocus();
            }}
          >
            <Modal.Header closeLabel={t('dialog.close')}>
              <Modal.Title>{title}</Modal.Title>
            </Modal.Header>
            {children}
          </Modal.Content>
        </Modal.Root>
      )}
    </UnsavedGuard>
  );
}

/** Some fields use the Escape key themselves; there, it must not close the dialog. */
function keepsEscape(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('[data-keeps-escape]') !== null;
}

/** Strapi's dialog body, with less padding on a phone. */
export const DialogBody = styled(Modal.Body)`
  padding-inline: ${({ theme }) => theme.spaces[5]};

  && > div {
    padding-block: ${({ theme }) => theme.spaces[5]};
  }

  ${({ theme }) => theme.breakpoints.medium} {
    padding-inline: ${({ theme }) => theme.spaces[7]};

    && > div {
      padding-block: ${({ theme }) => theme.spaces[7]};
    }
  }
`;
