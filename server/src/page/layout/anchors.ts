import type { ShownEntry, ShownField } from '../../../../contracts/shown';

/**
 * The way to a value of an entry: the name of a field, the position (from 0) in its list, the name
 * of a field there, and so on: `['taskGroups', 1, 'tasks', 0, 'criteria']`.
 */
export type ValuePath = readonly (string | number)[];

/** Deeper groups are replaced by a note. */
export const MAX_DEPTH = 12;

/**
 * The id of the element that shows a value, so that an address can point at it: `f-` and the path,
 * with positions counted from 1. Each field of the entry has its own id, and so does each item of
 * its lists. A field inside an item has the id of the item, because it may be a table cell or only
 * a part of the heading.
 *
 * The id depends only on the path, so other code that reads an entry gets the same ids as its page.
 * Positions are those in the stored list, which also counts empty items.
 *
 * `['summary']` → `f-summary`, `['taskGroups', 1, 'title']` → `f-taskGroups-2`, `['taskGroups', 1,
 * 'tasks', 0, 'criteria']` → `f-taskGroups-2-tasks-1`
 */
export function anchorOf(path: ValuePath): string {
  const last = path.findLastIndex((part) => typeof part === 'number');
  const places = path.filter((part) => typeof part === 'number').length;
  const shown = places > MAX_DEPTH ? path.slice(0, 2 * MAX_DEPTH) : path.slice(0, last + 1 || 1);
  return ['f', ...shown.map((part) => (typeof part === 'number' ? part + 1 : idPart(part)))].join(
    '-'
  );
}

/** A field of an entry or of its groups, with its anchor on the page. */
export interface AnchoredField {
  path: ValuePath;
  anchor: string;
  field: ShownField;
}

/**
 * All fields of an entry, its groups and its related entries, in order. The titles of related
 * entries are in the value of the relation: the path of the one at `index` is `[...path, index]`.
 */
export function* anchoredFields(
  holder: Pick<ShownEntry, 'fields'>,
  above: ValuePath = []
): Generator<AnchoredField> {
  for (const field of holder.fields) {
    const path = [...above, field.name];
    yield { path, anchor: anchorOf(path), field };
    if (!('value' in field) || !Array.isArray(field.value)) continue;
    if (!['component', 'dynamiczone', 'relation'].includes(field.type)) continue;
    for (const [position, item] of (field.value as Pick<ShownEntry, 'fields'>[]).entries()) {
      yield* anchoredFields(item, [...path, position]);
    }
  }
}

/**
 * Attribute names are words. Other characters are escaped, so that they can't look like a
 * separator.
 */
function idPart(name: string): string {
  return name.replace(/[^\w]/gu, (sign) => `.${(sign.codePointAt(0) ?? 0).toString(16)}`);
}
