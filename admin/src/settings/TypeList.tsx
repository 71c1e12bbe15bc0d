import { styled } from 'styled-components';

export const TypeList = styled.ul`
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
`;

/** Name, switch and mode; the mode has a line of its own on a phone. */
export const TypeItem = styled.li`
  display: grid;
  grid-template-columns: minmax(0, 1fr) auto;
  align-items: center;
  gap: ${({ theme }) => theme.spaces[2]} ${({ theme }) => theme.spaces[4]};
  padding: ${({ theme }) => theme.spaces[3]} ${({ theme }) => theme.spaces[4]};

  & + & {
    border-top: 1px solid ${({ theme }) => theme.colors.neutral200};
  }

  > :last-child {
    grid-column: 1 / -1;
  }

  ${({ theme }) => theme.breakpoints.medium} {
    grid-template-columns: minmax(0, 1fr) 13rem 22rem;

    > :last-child {
      grid-column: auto;
    }
  }
`;
