import type { Link } from '../../../../contracts/links';

/** More rows than this are not exported at once. */
export const CSV_ROWS = 100_000;

/** Rows that are read and written at a time. */
export const CSV_BATCH = 500;

const COLUMNS: [string, (link: Link) => string | number | boolean | null][] = [
  ['id', (link) => link.id],
  ['name', (link) => link.label],
  ['state', (link) => link.state],
  ['entry', (link) => link.entryTitle],
  ['content type', (link) => link.contentType],
  ['document id', (link) => link.documentId],
  ['locale', (link) => link.locale],
  ['shows', (link) => link.shows],
  ['starts at', (link) => link.startsAt],
  ['ends at', (link) => link.expiresAt],
  ['password', (link) => link.hasPassword],
  ['viewers allowed', (link) => link.maxViewers],
  ['views', (link) => link.viewCount],
  ['visitors', (link) => link.viewerCount],
  ['last viewed at', (link) => link.lastViewedAt],
  ['shared by', (link) => link.sharedBy.name],
  ['shared at', (link) => link.createdAt],
  ['deleted by', (link) => link.revokedBy?.name ?? null],
  ['deleted at', (link) => link.revokedAt],
];

/** RFC 4180, a piece at a time, with a mark at the start that tells spreadsheets it is UTF-8. */
export async function* linksCsv(batches: AsyncIterable<Link[]>): AsyncGenerator<string> {
  yield `\uFEFF${COLUMNS.map(([name]) => name).join(',')}\r\n`;
  for await (const links of batches) {
    yield links
      .map((link) => `${COLUMNS.map(([, read]) => cell(read(link))).join(',')}\r\n`)
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
