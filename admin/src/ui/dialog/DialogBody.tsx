import { Modal } from '@strapi/design-system';
import { styled } from 'styled-components';

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
