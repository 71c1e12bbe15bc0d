import type { ReactElement } from 'react';

import { Note, ProgressLine } from '../elements';
import { MAX_DEPTH } from '../layout/anchors';
import { arrangeItem, fieldsOf, isEmpty, isText, labelOf } from '../layout/arrange';
import type { Arranged } from '../layout/arrange';
import { itemsOf } from '../layout/items';
import type { Item, ItemsField } from '../layout/items';
import { plainText } from '../values';
import { filtersOf, jointFilters } from './filters';
import { Group } from './group';
import type { Place } from './group';
import { progressOf } from './progress';
import { ItemTable, isTabular } from './table';
import { Zone } from './zone';

/**
 * Shows groups or related entries in the form that suits their content: a list, a table, cards, or
 * one section after another.
 */
export function Groups(props: Place & { field: ItemsField }): ReactElement {
  const { field, ...place } = props;
  const { page } = place;
  if (place.depth > MAX_DEPTH) return <Note page={page}>{page.texts.tooDeep}</Note>;
  const items = itemsOf(field, place.path);
  if (field.type === 'dynamiczone') return <Zone items={items} {...place} />;
  const [only, ...others] = items;
  const isSingle = field.type === 'relation' ? !isTabular(items) : !field.repeatable;
  if (isSingle && only && others.length === 0) {
    const arranged = arrangeItem(only);
    return (
      <Group
        {...place}
        arranged={arranged}
        path={only.path}
        id={only.anchor}
        className={framed(only, arranged)}
        folded={isLong(only, arranged)}
      />
    );
  }
  const progress = progressOf(items);
  return (
    <>
      {progress && <ProgressLine progress={progress} page={page} />}
      <List items={items} caption={labelOf(field)} place={place} />
      {field.type === 'relation' && field.cut && (
        <Note page={page}>{page.texts.cutList(items.length)}</Note>
      )}
    </>
  );
}

function List(props: { items: Item[]; caption: string; place: Place }): ReactElement {
  const { items, caption, place } = props;
  if (items.every(hasOneText)) return <Items items={items} />;
  const filters = filtersOf(items, caption, place.path, place.page);
  if (isTabular(items)) {
    return (
      <>
        {filters.bar}
        <ItemTable items={items} caption={caption} page={place.page} filters={filters} />
      </>
    );
  }
  const arranged = items.map((item) => ({ item, arranged: arrangeItem(item) }));
  const isGrid = arranged.every(({ arranged: { rest } }) => rest.length === 0);
  const joint = jointFilters(items, place.page);
  return (
    <>
      {filters.bar}
      {joint.bars}
      <ul className={isGrid ? 'cards' : 'stack'} {...filters.list}>
        {arranged.map(({ item, arranged }) => (
          <li
            key={item.anchor}
            id={item.anchor}
            className={isGrid ? 'card' : stacked(item)}
            {...filters.row(item)}
          >
            <Group
              {...place}
              page={joint.inside}
              arranged={arranged}
              path={item.path}
              folded={!isGrid && isLong(item, arranged)}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

/** Components with a single text, such as objectives or steps, become list items. */
function Items(props: { items: Item[] }): ReactElement {
  return (
    <ul className="items">
      {props.items.map((item) => (
        <li key={item.anchor} id={item.anchor} className="lines" dir="auto">
          {fieldsOf(item)
            .filter(isText)
            .map((field) => plainText(field.value))}
        </li>
      ))}
    </ul>
  );
}

function hasOneText(item: Item): boolean {
  const [only, ...more] = fieldsOf(item).filter((field) => !isEmpty(field));
  return item.title === null && only !== undefined && more.length === 0 && isText(only);
}

/** A related entry looks like a card; a group looks like a part of the entry. */
function stacked(item: Item): string {
  return item.title === null ? 'stack__item' : 'card related';
}

function framed(item: Item, arranged: Arranged): string {
  if (item.title !== null) return 'card related';
  return arranged.rest.length === 0 ? 'card' : 'group';
}

/** A related entry with several sections is folded, because it would hide the entry itself. */
function isLong(item: Item, { rest }: Arranged): boolean {
  return item.title !== null && rest.length > 1;
}
