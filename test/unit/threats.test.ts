import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

import { expect, it } from 'vitest';

import { rootDir } from '../support/paths';

const rows = readFileSync(path.join(rootDir, 'SECURITY.md'), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, id, , defence = '', tests = ''] = line.split('|').map((cell) => cell.trim());
    return id && /^[SCA]\d\d$/.test(id) ? [{ id, defence, tests }] : [];
  });

it('every known threat has a row in SECURITY.md', () => {
  const ids = (letter: string, count: number) =>
    Array.from({ length: count }, (_, index) => letter + String(index + 1).padStart(2, '0'));
  expect(rows.map(({ id }) => id)).toEqual([...ids('S', 55), ...ids('C', 12), ...ids('A', 17)]);
});

it.each(rows)('$id is named by a test, or has a reason why it needs none', (row) => {
  const named = [...row.tests.matchAll(/`([^`]+)`/g)].map(([, name]) => `${name}.test.ts`);
  if (named.length === 0) return expect(row.defence).toMatch(/^Does not apply: /);
  for (const file of named) {
    const text = readFileSync(path.join(rootDir, 'test', file), 'utf8');
    expect([
      file,
      new RegExp(`(it|describe)[^\\n]*\\(\\s*['\`"][^\\n]*\\b${row.id}\\b`).test(text),
    ]).toEqual([file, true]);
  }
});

it('no test names an unknown threat', () => {
  const folder = path.join(rootDir, 'test/security');
  const text = readdirSync(folder).map((file) => readFileSync(path.join(folder, file), 'utf8'));
  const named = new Set(text.join('').match(/\b[SCA]\d\d\b(?=[,: ])/g));
  const known = new Set(rows.map(({ id }) => id));
  expect([...named].filter((id) => !known.has(id))).toEqual([]);
});
