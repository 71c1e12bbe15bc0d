/** A column's heading, and its cell in the row of an item. */
export type Column<T> = [heading: string, read: (item: T) => string | number | boolean | null];

/** RFC 4180, a piece at a time, with a mark at the start that tells spreadsheets it is UTF-8. */
export async function* csvOf<T>(
  columns: Column<T>[],
  batches: AsyncIterable<T[]>
): AsyncGenerator<string> {
  yield `\uFEFF${columns.map(([heading]) => heading).join(',')}\r\n`;
  for await (const items of batches) {
    yield items
      .map((item) => `${columns.map(([, read]) => cell(read(item))).join(',')}\r\n`)
      .join('');
  }
}

/** Ends of lines, and what other spreadsheets split at. */
const ENDS = '\\t\\r\\n\\v\\f\\u0085\\u2028\\u2029;';

/** Blanks, what nobody sees, and quotes: spreadsheets take them off before they read a cell. */
const LEADING = `(?:(?![${ENDS}])[\\p{Z}\\p{C}\\p{DI}"])*`;

/** Narrow, wide and small; spreadsheets of East Asia know no difference. */
const SIGNS = '=+\\-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b';

/** Before what may begin a formula, at the start of a text or of a part that others split off. */
const FORMULA = new RegExp(`^(?=[\\t\\r\\n])|(?<=^|[${ENDS}])(?=${LEADING}[${SIGNS}])`, 'gu');

/** What starts like a formula gets a quote before it, so that no spreadsheet runs it. */
export function cell(value: string | number | boolean | null): string {
  if (value === null) return '';
  const text = String(value);
  const inert = typeof value === 'string' ? text.replace(FORMULA, "'") : text;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
