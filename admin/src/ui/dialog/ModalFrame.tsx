import * as React from 'react';

import { Modal } from '@strapi/design-system';
import { styled } from 'styled-components';

import { useTranslate } from '../../utils/translations';

interface ModalFrameProps {
  isOpen: boolean;
  title: string | null;
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

/** A dialog with its title. It decides where the focus goes on opening and on closing. */
export function ModalFrame({
  isOpen,
  title,
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
    <Modal.Root open={isOpen} onOpenChange={(open) => !open && onClose()}>
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
