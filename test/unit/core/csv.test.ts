import { expect, it } from 'vitest';

import { cell } from '../../../server/src/core/csv';
import { LINEAR_MS, cpuMsOf } from '../../support/cpu';

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
  // Spreadsheets in some countries split a line at semicolons, even inside quotes.
  ['a;=1+1;b', "a;'=1+1;b"],
  ['a\t@x', "a\t'@x"],
  ['a\n=1', '"a\n\'=1"'],
  ['a; b = c', 'a; b = c'],
  // Spreadsheets in East Asia read the wide signs like the narrow ones.
  ['\uff1d1+1', "'\uff1d1+1"],
  ['\uff0b1', "'\uff0b1"],
  ['\uff0d1', "'\uff0d1"],
  ['\uff20sum', "'\uff20sum"],
  ['\ufe661', "'\ufe661"],
  // Spreadsheets remove blanks and invisible characters before they read a cell.
  [' =1', "' =1"],
  ['\u00a0\u3000=1', "'\u00a0\u3000=1"],
  ['\ufeff=1', "'\ufeff=1"],
  ['\u200b\u2060@x', "'\u200b\u2060@x"],
  ['\u0000=1', "'\u0000=1"],
  ['\ufe0f=1', "'\ufe0f=1"],
  ['a; =1', "a;' =1"],
  ['\rx', '"\'\rx"'],
  ['\n=1', '"\'\n\'=1"'],
  ['a\r\n =1', '"a\r\n\' =1"'],
  ['a\u2028=1', "a\u2028'=1"],
  ['a\u000b=1', "a\u000b'=1"],
  // A spreadsheet that splits at semicolons removes this quote.
  ['"=1"', '"\'""=1"""'],
  ['a;"=1"', '"a;\'""=1"""'],
  ['  two words', '  two words'],
  ['', ''],
  [true, 'true'],
  [null, ''],
])('the cell %j is written as %j', (value, written) => {
  expect(cell(value)).toBe(written);
});

it.each([' ', '\t', '\n', ';', '=', '"', '\u200b', '; ', '\n\u00a0'])(
  'a cell with many of %j takes little time',
  (part) => {
    const text = part.repeat(200_000 / part.length);
    expect(cpuMsOf(() => cell(text))).toBeLessThan(LINEAR_MS);
  }
);
