import { expect, it } from 'vitest';

import type { ShownField } from '../../../contracts/shown';
import { shownTitle } from '../../../server/src/content/shown-title';

const field = (name: string, value: object) => ({ name, label: name, ...value }) as ShownField;
const text = (value: string | null, type = 'string') => field('text', { type, value });
const media = (...names: string[]) =>
  field('image', { type: 'media', multiple: true, value: names.map((name) => ({ name })) });
const component = (...fields: ShownField[]) =>
  field('part', { type: 'component', repeatable: true, value: [{ name: 'Part', fields }] });
const relation = (title: string) =>
  field('of', { type: 'relation', cut: false, value: [{ title, typeName: 'T', fields: [] }] });

const number = field('n', { type: 'number', value: 7 });

it.each<[what: string, main: unknown, fields: ShownField[], title: string]>([
  ['its title attribute', 'Dawn', [text('Other')], 'Dawn'],
  ['a number in it', 0, [], '0'],
  ['the first text if that is empty', '', [text(null), text('First'), text('Second')], 'First'],
  ['the first text if that is blank', ' \n ', [text('\t'), text('First', 'text')], 'First'],
  ['the first text if there is none', null, [text('a@example.com', 'email')], 'a@example.com'],
  ['the first line of a long text', undefined, [text('One\nTwo', 'text')], 'One'],
  ['a text of a component if it has nothing else', null, [component(text('Inside'))], 'Inside'],
  ['no text of a component beside others', null, [number, component(text('Inside'))], 'Photo 3'],
  ['the name of its first file', null, [media('dawn.jpg', 'dusk.jpg')], 'dawn.jpg'],
  ['the name of a file in a component', null, [component(media('dawn.jpg'))], 'dawn.jpg'],
  ['its type and place', null, [media(), text(''), component()], 'Photo 3'],
  ['its type and place, not a number', null, [number], 'Photo 3'],
  ['its type and place, not a related title', null, [relation('Dawn')], 'Photo 3'],
  ['its type and place, not a choice', null, [text('public', 'enumeration')], 'Photo 3'],
])('the title of an entry is %s', (_what, main, fields, title) => {
  expect(shownTitle({ main, fields, typeName: 'Photo', position: 3 })).toBe(title);
});

it('an entry that stands alone has no place in its title', () => {
  expect(shownTitle({ main: null, fields: [], typeName: 'Photo' })).toBe('Photo');
});

it('a long text is cut between words, and a title attribute is never cut', () => {
  const long = 'word '.repeat(100);
  const title = shownTitle({ main: null, fields: [text(long)], typeName: 'Photo' });
  expect(title).toMatch(/^(word )+word…$/);
  expect(title.length).toBeLessThanOrEqual(121);
  expect(shownTitle({ main: long, fields: [], typeName: 'Photo' })).toBe(long);
});
