import { css, styled } from 'styled-components';

/** Looks like Strapi's tables, but is an ordinary table to the keyboard and to screen readers. */
export const Scroller = styled.div`
  overflow-x: auto;
  background: ${({ theme }) => theme.colors.neutral0};
  border-radius: ${({ theme }) => theme.borderRadius};
  box-shadow: ${({ theme }) => theme.shadows.tableShadow};
`;

/**
 * A phone shows the name of a link and, below, its state; the rest is in its details. The roles in
 * the markup keep it a table for screen readers.
 */
const stacked = css`
  @media (max-width: 767.98px) {
    &,
    thead,
    tbody {
      display: block;
    }

    tr {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr) auto;
      align-items: center;
    }

    th,
    td {
      height: auto;
    }

    :is(th, td):is(:first-child, :last-child) {
      width: auto;
      padding-block: ${({ theme }) => theme.spaces[4]};
    }

    td:is(:first-child, :last-child) {
      grid-row: 1 / span 2;
    }

    :is(th, td):last-child {
      grid-column: 3;
    }

    .text {
      padding-block: ${({ theme }) => `${theme.spaces[4]} 0`};
    }

    td.state {
      grid-area: 2 / 2;
      padding-block: ${({ theme }) => `${theme.spaces[2]} ${theme.spaces[4]}`};
    }

    th.state {
      display: none;
    }
  }
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

  /* Strapi's header covers the top of the page. */
  a,
  button {
    scroll-margin-block: 10rem;
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

  .text,
  .maker {
    overflow-wrap: anywhere;
  }

  .number {
    text-align: end;
  }

  .wide,
  .wider,
  .widest {
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
      min-width: 14rem;
    }
  }

  ${({ theme }) => theme.breakpoints.large} {
    .wider {
      display: table-cell;
    }

    td.maker {
      min-width: 9rem;
      max-width: 18rem;
    }
  }

  @media (min-width: 1280px) {
    .widest {
      display: table-cell;
    }
  }

  ${stacked}
`;

export const PlainHeader = styled.th`
  font-size: ${({ theme }) => theme.fontSizes[0]};
  font-weight: ${({ theme }) => theme.fontWeights.bold};
  letter-spacing: 0.02em;
  text-transform: uppercase;
  color: ${({ theme }) => theme.colors.neutral600};
`;
