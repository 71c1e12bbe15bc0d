import { styled } from 'styled-components';

/** As Strapi's tables look, but an ordinary table to the keyboard and to screen readers. */
export const Scroller = styled.div`
  overflow-x: auto;
  background: ${({ theme }) => theme.colors.neutral0};
  border-radius: ${({ theme }) => theme.borderRadius};
  box-shadow: ${({ theme }) => theme.shadows.tableShadow};
`;

export const Table = styled.table`
  width: 100%;
  border-collapse: collapse;
  font-size: ${({ theme }) => theme.fontSizes[2]};
  color: ${({ theme }) => theme.colors.neutral800};

  th,
  td {
    height: 6.4rem;
    padding: ${({ theme }) => `${theme.spaces[2]} ${theme.spaces[2]}`};
    text-align: start;
    vertical-align: middle;
  }

  th {
    height: 5.2rem;
    white-space: nowrap;
  }

  th:first-child,
  td:first-child {
    width: 4.4rem;
    padding-inline-start: ${({ theme }) => theme.spaces[5]};
  }

  th:last-child,
  td:last-child {
    padding-inline-end: ${({ theme }) => theme.spaces[4]};
  }

  tbody tr {
    border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  }

  tbody tr[data-opens] {
    cursor: pointer;
  }

  tbody tr[data-opens]:hover,
  tbody tr[data-selected] {
    background: ${({ theme }) => theme.colors.primary100};
  }

  .text {
    min-width: 14rem;
    overflow-wrap: anywhere;
  }

  .number {
    text-align: end;
  }

  /* A phone shows what a link is called and how it is; the rest is in its details. */
  .wide {
    display: none;
  }

  ${({ theme }) => theme.breakpoints.medium} {
    .wide {
      display: table-cell;
    }

    .narrow {
      display: none;
    }

    .text {
      width: 26%;
    }
  }
`;

export const PlainHeader = styled.th`
  font-size: ${({ theme }) => theme.fontSizes[0]};
  font-weight: ${({ theme }) => theme.fontWeights.bold};
  letter-spacing: 0.02em;
  text-transform: uppercase;
  color: ${({ theme }) => theme.colors.neutral600};
`;
