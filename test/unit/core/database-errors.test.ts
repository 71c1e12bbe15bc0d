import { describe, expect, it } from 'vitest';

import { databaseError } from '../../../server/src/core/database-errors';
import { violates } from '../../../server/src/core/database-errors';

/** What each driver throws for a value of that column that another row has. */
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
  it.each(['slug', 'single_key'])('tells that %s was taken, and nothing else', (column) => {
    const error = taken(column) as { message: string };
    const thrown = { ...error, message: `${STATEMENT} - ${error.message}` };
    expect(['slug', 'single_key'].filter((name) => violates(thrown, name))).toEqual([column]);
  });
});

describe('an error that is passed on', () => {
  it('keeps all but the statement', () => {
    const thrown = Object.assign(new Error(`${STATEMENT} - disk I/O error`), { code: 'E_DISK' });
    const error = databaseError(thrown) as Error;
    expect(error).toMatchObject({ message: '… - disk I/O error', code: 'E_DISK' });
    expect(error.stack).toContain('database-errors.test.ts');
    expect(error.stack).not.toContain('our-page');
  });

  it('is itself where it is of something else', () => {
    const thrown = new TypeError('x is not a function');
    expect(databaseError(thrown)).toBe(thrown);
  });
});
