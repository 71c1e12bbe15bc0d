import { expect, it } from 'vitest';

import { cell } from '../../server/src/links/csv';

it.each<[string | number | boolean | null, string]>([
  ['plain', 'plain'],
  ['a,b', '"a,b"'],
  ['a "b"', '"a ""b"""'],
  ['two\nlines', '"two\nlines"'],
  ['=1+1', "'=1+1"],
  ['@sum', "'@sum"],
  ['-2', "'-2"],
  [-2, '-2'],
  ['\tx', "'\tx"],
  // Spreadsheets of other countries split at semicolons, quotes or not.
  ['a;=1+1;b', "a;'=1+1;b"],
  ['a\t@x', "a\t'@x"],
  ['a\n=1', '"a\n\'=1"'],
  ['a; b = c', 'a; b = c'],
  [true, 'true'],
  [null, ''],
])('%j is written as %j', (value, written) => {
  expect(cell(value)).toBe(written);
});
