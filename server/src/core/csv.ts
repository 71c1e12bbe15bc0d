/** The heading of a column, and a function that reads its cell from an item. */
export type Column<T> = [heading: string, read: (item: T) => string | number | boolean | null];

/** Yields CSV (RFC 4180) in pieces. A mark at the start tells spreadsheets that it is UTF-8. */
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

/** Line ends, and other characters at which spreadsheets split. */
const ENDS = '\\t\\r\\n\\v\\f\\u0085\\u2028\\u2029;';

/** Spaces, invisible characters and quotes: spreadsheets remove them before they read a cell. */
const LEADING = `(?:(?![${ENDS}])[\\p{Z}\\p{C}\\p{DI}"])*`;

/** Half-width, full-width and small forms: East Asian spreadsheets treat them alike. */
const SIGNS = '=+\\-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b';

/** The place before a possible formula, at the start of a text or after a splitting character. */
const FORMULA = new RegExp(`^(?=[\\t\\r\\n])|(?<=^|[${ENDS}])(?=${LEADING}[${SIGNS}])`, 'gu');

/** A text that starts like a formula gets a quote before it, so that no spreadsheet runs it. */
export function cell(value: string | number | boolean | null): string {
  if (value === null) return '';
  const text = String(value);
  const inert = typeof value === 'string' ? text.replace(FORMULA, "'") : text;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
