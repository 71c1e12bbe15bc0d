import { styled } from 'styled-components';

/** Two fields side by side where there is room. */
export const Pair = styled.div`
  display: grid;
  align-items: start;
  gap: ${({ theme }) => theme.spaces[5]};

  ${({ theme }) => theme.breakpoints.medium} {
    grid-template-columns: 1fr 1fr;
  }
`;
