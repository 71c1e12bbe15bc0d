import * as React from 'react';

import { Modal } from '@strapi/design-system';
import { styled } from 'styled-components';

import { useTranslate } from '../../utils/translations';

interface ModalFrameProps {
  isOpen: boolean;
  title: string | null;
  onClose: () => void;
  /** Moves the focus when the dialog has opened; without it, the dialog itself has the focus. */
  onOpened?: (dialog: HTMLElement) => void;
  /** Where the focus goes on once the dialog is closed. */
  returnFocus: () => void;
  /** Id of the element that describes the dialog. */
  describedBy?: string;
  /** The dialog itself, for those who hand the focus back to it. */
  content?: React.RefObject<HTMLDivElement>;
  style?: React.CSSProperties;
  /** Body and footer. */
  children: React.ReactNode;
}

/** A dialog with its title, and what happens to the focus around it. */
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

/** Fields in which Escape has a meaning of its own must not lose it to the dialog. */
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
