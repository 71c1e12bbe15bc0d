import { describe, expect, it } from 'vitest';

import { databaseError } from '../../../server/src/core/database-errors';
import { violates } from '../../../server/src/core/database-errors';

/** What each driver throws when another row already has the value of that column. */
const ERRORS: [database: string, taken: (column: string) => object][] = [
  ['SQLite', (column) => ({ message: `UNIQUE constraint failed: share_links.${column}` })],
  [
    'PostgreSQL',
    (column) => ({
      message: `duplicate key value violates unique constraint "share_links_${column}_unique"`,
      constraint: `share_links_${column}_unique`,
    }),
  ],
  [
    'MariaDB',
    (column) => ({
      message: `Duplicate entry 'our-page' for key 'share_links_${column}_unique'`,
    }),
  ],
];
const STATEMENT =
  "insert into `share_links` (`label`, `slug`, `single_key`) values ('a - b', 'our-page', 'k')";

describe.each(ERRORS)('an error of %s', (_database, taken) => {
  it.each(['slug', 'single_key'])('says that %s was taken, and no other column', (column) => {
    const error = taken(column) as { message: string };
    const thrown = { ...error, message: `${STATEMENT} - ${error.message}` };
    expect(['slug', 'single_key'].filter((name) => violates(thrown, name))).toEqual([column]);
  });
});

describe('a database error that is passed on', () => {
  it('keeps everything but the statement', () => {
    const thrown = Object.assign(new Error(`${STATEMENT} - disk I/O error`), { code: 'E_DISK' });
    const error = databaseError(thrown) as Error;
    expect(error).toMatchObject({ message: '… - disk I/O error', code: 'E_DISK' });
    expect(error.stack).toContain('database-errors.test.ts');
    expect(error.stack).not.toContain('our-page');
  });

  it('stays the same when it is about something else', () => {
    const thrown = new TypeError('x is not a function');
    expect(databaseError(thrown)).toBe(thrown);
  });
});
