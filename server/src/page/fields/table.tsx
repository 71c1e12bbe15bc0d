import type { ReactElement } from 'react';

import type { ShownField } from '../../../../contracts/shown';
import type { PageContext } from '../elements';
import { fieldsOf, fitsCell, headingField, isEmpty, isLede, labelOf } from '../layout/arrange';
import type { Item } from '../layout/items';
import { humanise } from '../values';
import { InlineValue } from './fields';
import { TITLE_KEY } from './filters';
import type { ListFilters } from './filters';
import { isLongText, isLongValue, isWide } from './widths';

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
  const table = (
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
            <th
              role="columnheader"
              scope="col"
              className={isLongText(humanise(items[0]?.name)) ? LONG : undefined}
              data-key={TITLE_KEY}
            >
              {humanise(items[0]?.name)}
            </th>
          )}
          {columns.map((column) => (
            <th
              key={column.name}
              role="columnheader"
              scope="col"
              className={classOf(column, labelOf(column))}
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
              <th
                role="rowheader"
                scope="row"
                dir="auto"
                className={isLongText(item.title) ? LONG : undefined}
              >
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
  return (
    <div
      className="scroll"
      {...(isWideTable(items, columns)
        ? { role: 'group', 'aria-label': props.caption, tabIndex: 0 }
        : {})}
    >
      {table}
    </div>
  );
}

/** A table that may scroll inside its box takes the focus, so that a keyboard can scroll it. */
function isWideTable(items: Item[], columns: ShownField[]): boolean {
  const all = columns.map((column) => ({
    label: labelOf(column),
    fields: items.flatMap((item) => fieldsOf(item).filter(({ name }) => name === column.name)),
  }));
  const titles = items.map(({ title }) => ({ name: '', type: 'string', value: title ?? '' }));
  const first = { label: humanise(items[0]?.name), fields: titles as ShownField[] };
  return isWide(isTitled(items) ? [first, ...all] : all);
}

function Cell(props: { item: Item; column: ShownField; page: PageContext }): ReactElement {
  const { item, column, page } = props;
  const fields = fieldsOf(item);
  const field = fields.find(({ name }) => name === column.name);
  if (!field || isEmpty(field)) return <td role="cell" className="table__blank" />;
  const value = <InlineValue field={field} page={page} path={[...item.path, field.name]} />;
  if (item.title === null && field === headingField(fields)) {
    return (
      <th role="rowheader" scope="row" className={isLongValue(field) ? LONG : undefined}>
        {value}
      </th>
    );
  }
  return (
    <td role="cell" className={classOf(field)} data-label={labelOf(field)}>
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

const LONG = 'table__long';

/** @param label for a header, which shows this text */
function classOf(field: ShownField, label?: string): string | undefined {
  const isLong = label === undefined ? isLongValue(field) : isLongText(label);
  const classes = [field.type === 'number' && 'align-right', isLong && LONG];
  return classes.filter(Boolean).join(' ') || undefined;
}
