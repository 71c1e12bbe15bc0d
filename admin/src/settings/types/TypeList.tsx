import { styled } from 'styled-components';

export const TypeList = styled.ul`
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
`;

export const TypeItem = styled.li`
  & + & {
    border-top: 1px solid ${({ theme }) => theme.colors.neutral200};
  }
`;

/** Name, switch, mode and the button that unfolds; on a phone the last two have their own line. */
export const TypeHead = styled.div`
  display: grid;
  grid-template-columns: minmax(0, 1fr) auto 5rem;
  align-items: center;
  gap: ${({ theme }) => theme.spaces[2]} ${({ theme }) => theme.spaces[4]};
  padding: ${({ theme }) => theme.spaces[3]} ${({ theme }) => theme.spaces[4]};

  > :nth-child(2) {
    grid-column: 2 / 4;
  }

  > :nth-child(3) {
    grid-column: 1 / 3;
  }

  ${({ theme }) => theme.breakpoints.medium} {
    grid-template-columns: minmax(0, 1fr) 13rem 22rem 10rem;

    > :nth-child(n) {
      grid-column: auto;
    }
  }
`;

/** Text that a phone has no room for; screen readers get it from the name of the button. */
export const WideOnly = styled.span`
  display: none;

  ${({ theme }) => theme.breakpoints.medium} {
    display: inline;
  }
`;

/** The part of a type that is folded at first. */
export const TypeBody = styled.div`
  display: grid;
  gap: ${({ theme }) => theme.spaces[5]};
  padding: ${({ theme }) => theme.spaces[4]};
  padding-block-end: ${({ theme }) => theme.spaces[5]};
  border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  background: ${({ theme }) => theme.colors.neutral100};
`;

/** As many columns as there is room for. */
export const Columns = styled.div`
  display: grid;
  align-items: start;
  gap: ${({ theme }) => theme.spaces[4]} ${({ theme }) => theme.spaces[5]};
  grid-template-columns: repeat(auto-fill, minmax(min(26rem, 100%), 1fr));
`;
