import type { ShownField } from '../../../../contracts/shown';
import { statOf } from '../fields/stat';
import { anchorOf } from './anchors';
import type { ValuePath } from './anchors';
import { arrangeItem, hasQuietLabel, labelOf } from './arrange';
import { holdsItems, itemsOf } from './items';
import { headingsIn } from './outline';

/** A line of the table of contents. */
export interface ContentsLine {
  text: string;
  anchor: string;
}

/** Fewer lines need no table of contents. */
const MIN_LINES = 4;

/** About two screens of text. A shorter page needs no table of contents. */
const MIN_TEXT = 1_800;

/**
 * The table of contents of a page, from the headings of its sections. Empty if the page is short. A
 * section whose label is hidden appears with the headings inside it.
 */
export function contentsOf(fields: ShownField[], html: string): ContentsLine[] {
  const lines = fields.flatMap(linesOf);
  const text = html.replace(/<[^<>]*>/g, ' ').replace(/\s+/g, ' ');
  return lines.length >= MIN_LINES && text.length >= MIN_TEXT ? lines : [];
}

function linesOf(field: ShownField): ContentsLine[] {
  const path: ValuePath = [field.name];
  if (!hasQuietLabel(field)) return [{ text: labelOf(field), anchor: anchorOf(path) }];
  if (!holdsItems(field)) return headingsIn(field, anchorOf(path));
  if (field.type !== 'dynamiczone') return [];
  return itemsOf(field, path)
    .filter((item) => statOf(item) === null)
    .map((item) => ({ text: arrangeItem(item).heading, anchor: item.anchor }))
    .filter(({ text }) => text !== '');
}
