import type { ShownField, ShownReference } from '../../../../contracts/shown';
import { listOf } from '../layout/arrange';
import { humanise, oneLine, plainText } from '../values';

/** A short value of at most this length stays on one line of a cell. */
export const MAX_LINE = 24;

/** A longer word may break anywhere, or its column would push the others out of the page. */
const MAX_WORD = 20;

/** The characters that a table with this many fits on every screen that shows it as a table. */
const MAX_TABLE = 75;

/** What the padding of a cell takes, in characters. */
const PADDING = 3;

const DATE_LINES: Partial<Record<ShownField['type'], number>> = { date: 18, datetime: 28, time: 8 };

/** Returns true if a word of a text is too long for a column. */
export function isLongText(text: string): boolean {
  return longestWord(text) > MAX_WORD;
}

/** Returns true if a word of a value is too long for a column. */
export function isLongValue(field: ShownField): boolean {
  return linesOf(field).length > 0 ? linesOf(field).some(isLongText) : isLongText(wordsOf(field));
}

/** Returns true if the columns may need more room than a table has on a small screen. */
export function isWide(columns: { label: string; fields: ShownField[] }[]): boolean {
  const widths = columns.map(({ label, fields }) =>
    Math.max(Math.min(longestWord(label), MAX_WORD), ...fields.map(widthOf))
  );
  return widths.reduce((sum, width) => sum + width + PADDING, 0) > MAX_TABLE;
}

function widthOf(field: ShownField): number {
  const lines = linesOf(field).filter(({ length }) => length <= MAX_LINE);
  const longest = Math.max(0, ...lines.map(({ length }) => length));
  const words = Math.min(longestWord(wordsOf(field)), MAX_WORD);
  return Math.max(longest, words, DATE_LINES[field.type] ?? 0);
}

function longestWord(text: string): number {
  return Math.max(0, ...text.split(/\s+/).map(({ length }) => length));
}

/** The short texts that a cell shows as one line each. */
function linesOf(field: ShownField): string[] {
  if (field.type === 'enumeration') return [humanise(field.value)];
  if (field.type !== 'relation') return [];
  return listOf<ShownReference>(field.value).map(({ title }) => oneLine(title));
}

function wordsOf(field: ShownField): string {
  if (field.type === 'relation' || !('value' in field)) return '';
  return field.type === 'json' ? JSON.stringify(field.value) : plainText(field.value);
}
