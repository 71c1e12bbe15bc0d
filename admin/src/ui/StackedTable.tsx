import type { ReactNode } from 'react';

import { Typography, VisuallyHidden } from '@strapi/design-system';

import { StackedLayout } from './stackedTableStyles';

interface TableColumn {
  key: string;
  name: string;
  /** Whether only screen readers get the name. */
  isHidden?: boolean;
}

interface StackedTableProps {
  label: string;
  columns: TableColumn[];
  /** The rows. */
  children: ReactNode;
}

/** A table that becomes a list of cards if there is no room for its columns. */
export function StackedTable({ label, columns, children }: StackedTableProps) {
  return (
    <StackedLayout role="table" aria-label={label}>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ key, name, isHidden }) => (
            <th key={key} role="columnheader" scope="col">
              <Typography variant="sigma" textColor="neutral600">
                {isHidden ? <VisuallyHidden>{name}</VisuallyHidden> : name}
              </Typography>
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">{children}</tbody>
    </StackedLayout>
  );
}

interface StackedCellProps {
  /** Name of the column; a card shows it beside the content of the cell. */
  column: string;
  /** Whether a long word may break anywhere. */
  wraps?: boolean;
  /** Whether the last cell of a row holds text like the others, and no buttons. */
  isPlain?: boolean;
  children: ReactNode;
}

export function StackedCell({
  column,
  wraps = false,
  isPlain = false,
  children,
}: StackedCellProps) {
  return (
    <td
      role="cell"
      data-plain={isPlain ? '' : undefined}
      data-wraps={wraps ? '' : undefined}
      data-column={column}
    >
      <Typography tag="div" variant="pi" textColor="neutral800">
        {children}
      </Typography>
    </td>
  );
}
