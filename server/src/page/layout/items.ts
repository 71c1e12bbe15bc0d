import type { ShownField, ShownGroup, ShownReference } from '../../../../contracts/shown';
import { oneLine } from '../values';
import { anchorOf } from './anchors';
import type { ValuePath } from './anchors';
import { isEmptyGroup, isFollowed, listOf } from './arrange';

/** A group of a component or zone, or a related entry. */
export interface Item {
  path: ValuePath;
  anchor: string;
  /** The display name of the component, or of the related entry's type. */
  name: string;
  /** The title of a related entry; null for groups, which use one of their fields. */
  title: string | null;
  fields: ShownField[];
}

export type ItemsField = Extract<ShownField, { type: 'component' | 'dynamiczone' | 'relation' }>;

/**
 * Returns true if a field contains items with fields of their own. Titles alone are a short value.
 */
export function holdsItems(field: ShownField): field is ItemsField {
  return field.type === 'component' || field.type === 'dynamiczone' || isFollowed(field);
}

/** The items of a field, with their positions in the stored list. */
export function itemsOf(field: ItemsField, path: ValuePath): Item[] {
  if (!Array.isArray(field.value)) return [];
  const isRelation = field.type === 'relation';
  return field.value.flatMap((value: ShownGroup | ShownReference, position) => {
    const [stored] = listOf<ShownGroup | ShownReference>([value]);
    if (!stored) return [];
    const title = isRelation && 'title' in stored ? oneLine(stored.title) : null;
    if (title === null ? isRelation || isEmptyGroup(stored) : title === '') return [];
    const name = 'name' in stored ? stored.name : stored.typeName;
    const own = [...path, position];
    const fields = listOf<ShownField>(stored.fields);
    return [{ path: own, anchor: anchorOf(own), name: oneLine(name), title, fields }];
  });
}
