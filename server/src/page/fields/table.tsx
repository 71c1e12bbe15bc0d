import type { ReactElement } from 'react';

import type { ShownField } from '../../../../contracts/shown';
import type { PageContext } from '../elements';
import { fieldsOf, fitsCell, headingField, isEmpty, isLede, labelOf } from '../layout/arrange';
import type { Item } from '../layout/items';
import { humanise } from '../values';
import { InlineValue } from './fields';
import { TITLE_KEY } from './filters';
import type { ListFilters } from './filters';

/** With more columns, cards are easier to read. */
const MAX_COLUMNS = 7;

/** Names of fields that only form a pair, such as label and value. */
const PAIR = /^(label|name|key|term|value|title)$/i;

/**
 * Returns true if the items fit a table: only short values, in at least two columns that a reader
 * would compare.
 */
export function isTabular(items: Item[]): boolean {
  const columns = columnsOf(items);
  const count = columns.length + (isTitled(items) ? 1 : 0);
  if (count < 2 || count > MAX_COLUMNS) return false;
  if (count === 2 && (isTitled(items) || headingField(columns)) && columns.some(isLede)) {
    return false;
  }
  return items.every((item) => fieldsOf(item).every(fitsCell));
}

/** A table on wide screens. On a phone each row is a card, with the labels from the header. */
export function ItemTable(props: {
  items: Item[];
  caption: string;
  page: PageContext;
  filters: ListFilters;
}): ReactElement {
  const { items, page, filters } = props;
  const columns = columnsOf(items);
  const isPair =
    !isTitled(items) && columns.length === 2 && columns.every(({ name }) => PAIR.test(name));
  return (
    // The roles are explicit because some browsers drop them from a table that is laid out as
    // cards.
    <table
      className={isPair ? 'table table--pairs' : 'table table--rows'}
      role="table"
      {...filters.list}
    >
      <caption className="unseen">{props.caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {isTitled(items) && (
            <th role="columnheader" scope="col" data-key={TITLE_KEY}>
              {humanise(items[0]?.name)}
            </th>
          )}
          {columns.map((column) => (
            <th
              key={column.name}
              role="columnheader"
              scope="col"
              className={alignment(column)}
              data-key={column.name}
            >
              {labelOf(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {items.map((item) => (
          <tr key={item.anchor} id={item.anchor} role="row" {...filters.row(item)}>
            {item.title !== null && (
              <th role="rowheader" scope="row" dir="auto">
                {item.title}
              </th>
            )}
            {columns.map((column) => (
              <Cell key={column.name} item={item} column={column} page={page} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell(props: { item: Item; column: ShownField; page: PageContext }): ReactElement {
  const { item, column, page } = props;
  const fields = fieldsOf(item);
  const field = fields.find(({ name }) => name === column.name);
  if (!field || isEmpty(field)) return <td role="cell" className="table__blank" />;
  const value = <InlineValue field={field} page={page} path={[...item.path, field.name]} />;
  if (item.title === null && field === headingField(fields)) {
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

/** Related entries have their title in the first column; groups use one of their fields. */
function isTitled(items: Item[]): boolean {
  return items.some(({ title }) => title !== null);
}

/**
 * The fields that at least one item has filled, in their order. The field that names the row comes
 * first.
 */
function columnsOf(items: Item[]): ShownField[] {
  const columns = new Map<string, ShownField>();
  for (const item of items) {
    for (const field of fieldsOf(item)) {
      if (!isEmpty(field) && !columns.has(field.name)) columns.set(field.name, field);
    }
  }
  const all = [...columns.values()];
  const heading = isTitled(items) ? undefined : headingField(all);
  return heading ? [heading, ...all.filter((column) => column !== heading)] : all;
}

function alignment(field: ShownField): string | undefined {
  return field.type === 'number' ? 'align-right' : undefined;
}
