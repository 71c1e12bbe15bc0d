import type { ReactElement } from 'react';
import type { ShownField, ShownGroup } from '../../../contracts/shown';
import { fieldsOf, fitsCell, headingField, isEmpty, isLede, labelOf } from './arrange';
import { InlineValue } from './fields';
import type { PageContext } from './parts';

/** More columns than this squeeze each other; cards read better then. */
const MAX_COLUMNS = 7;

/** Names that say no more than that there is a pair. */
const PAIR = /^(label|name|key|term|value|title)$/i;

/**
 * Whether groups line up: nothing but short values, in at least two columns that a reader would
 * compare.
 */
export function isTabular(groups: ShownGroup[]): boolean {
  const columns = columnsOf(groups);
  if (columns.length < 2 || columns.length > MAX_COLUMNS) return false;
  if (columns.length === 2 && headingField(columns) && columns.some(isLede)) return false;
  return groups.every((group) => fieldsOf(group).every(fitsCell));
}

/**
 * A table where there is room, and on a phone one card for each row, with the labels from its
 * header.
 */
export function GroupTable(props: {
  groups: ShownGroup[];
  caption: string;
  page: PageContext;
}): ReactElement {
  const columns = columnsOf(props.groups);
  const isPair = columns.length === 2 && columns.every(({ name }) => PAIR.test(name));
  return (
    // Roles are spelt out because some browsers drop them from a table that is laid out as cards.
    <table className={isPair ? 'table table--pairs' : 'table'} role="table">
      <caption className="unseen">{props.caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column.name} role="columnheader" scope="col" className={alignment(column)}>
              {labelOf(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {props.groups.map((group, index) => (
          <tr key={index} role="row">
            {columns.map((column) => (
              <Cell key={column.name} group={group} column={column} page={props.page} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell(props: { group: ShownGroup; column: ShownField; page: PageContext }): ReactElement {
  const fields = fieldsOf(props.group);
  const field = fields.find(({ name }) => name === props.column.name);
  if (!field || isEmpty(field)) return <td role="cell" className="table__blank" />;
  const value = <InlineValue field={field} page={props.page} />;
  if (field === headingField(fields)) {
    return (
      <th role="rowheader" scope="row">
        {value}
      </th>
    );
  }
  return (
    <td role="cell" className={alignment(field)} data-label={labelOf(field)}>
      <div>{value}</div>
    </td>
  );
}

/** The fields that any group has filled, in their order, and what names the row first. */
function columnsOf(groups: ShownGroup[]): ShownField[] {
  const columns = new Map<string, ShownField>();
  for (const group of groups) {
    for (const field of fieldsOf(group)) {
      if (!isEmpty(field) && !columns.has(field.name)) columns.set(field.name, field);
    }
  }
  const all = [...columns.values()];
  const heading = headingField(all);
  return heading ? [heading, ...all.filter((column) => column !== heading)] : all;
}

function alignment(field: ShownField): string | undefined {
  return field.type === 'number' ? 'align-right' : undefined;
}
