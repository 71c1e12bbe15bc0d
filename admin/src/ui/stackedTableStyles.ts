import { styled } from 'styled-components';

/**
 * A table that becomes a list of cards if there is no room for its columns; each cell then shows
 * the name of its column. The roles in the markup keep it a table for screen readers.
 */
export const StackedLayout = styled.table`
  width: 100%;
  border-collapse: collapse;

  &,
  tbody,
  tr,
  td {
    display: block;
  }

  thead {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }

  tr {
    padding: ${({ theme }) => theme.spaces[4]};
    border: 1px solid ${({ theme }) => theme.colors.neutral200};
    border-radius: ${({ theme }) => theme.borderRadius};
  }

  tr + tr {
    margin-top: ${({ theme }) => theme.spaces[3]};
  }

  td {
    display: grid;
    grid-template-columns: 12rem minmax(0, 1fr);
    align-items: center;
    gap: ${({ theme }) => theme.spaces[3]};
    padding-block: ${({ theme }) => theme.spaces[1]};
    overflow-wrap: anywhere;
  }

  /* Buttons have names of their own, and need the room. */
  td:last-child:not([data-plain]) {
    grid-template-columns: minmax(0, 1fr);
    padding-top: ${({ theme }) => theme.spaces[3]};

    &::before {
      content: none;
    }
  }

  td::before {
    content: attr(data-column) / '';
    color: ${({ theme }) => theme.colors.neutral600};
    font-size: ${({ theme }) => theme.fontSizes[1]};
    font-weight: ${({ theme }) => theme.fontWeights.bold};
  }

  ${({ theme }) => theme.breakpoints.large} {
    display: table;

    thead {
      display: table-header-group;
      position: static;
      clip-path: none;
    }

    tbody {
      display: table-row-group;
    }

    tr {
      display: table-row;
      padding: 0;
      border: 0;
    }

    th,
    td {
      display: table-cell;
      padding: ${({ theme }) => `${theme.spaces[3]} ${theme.spaces[2]}`};
      border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
      text-align: start;
      vertical-align: middle;
      overflow-wrap: break-word;
    }

    /* A long word breaks, but not into single letters. */
    td[data-wraps] {
      min-width: 9rem;
      overflow-wrap: anywhere;
    }

    td::before {
      content: none;
    }
  }
`;
