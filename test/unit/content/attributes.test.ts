import { describe, expect, it } from 'vitest';

import type { ShownField, ShownGroup } from '../../../contracts/shown';
import { cleanBlocks } from '../../../server/src/content/blocks';
import { renderMarkdown } from '../../../server/src/content/markdown';
import { bodyOf, field, file, group, picture, withoutTags } from '../page/support';

const HOSTILE = '"><img src=x onerror=alert(1)></p><script>alert(1)</script>\u202e';
const LONG = 'Long words make long lines. '.repeat(400).trim();

type States = { empty: unknown; short: unknown; long: unknown; hostile: unknown };

const words = (empty: unknown = null): States => ({
  empty,
  short: 'Fjord',
  long: LONG,
  hostile: HOSTILE,
});
const through = (make: (text: string) => unknown, empty: unknown = null): States => ({
  empty,
  short: make('Fjord'),
  long: make(LONG),
  hostile: make(HOSTILE),
});
const part = (text: string): ShownGroup =>
  group(text, field('title', 'string', text), field('note', 'text', text));
const paragraphs = (text: string) =>
  cleanBlocks([{ type: 'paragraph', children: [{ type: 'text', text }] }]);

/** Every type that an attribute in Strapi can have, and the type that a link shows for it. */
const TYPES: [string, ShownField['type'], States, object?][] = [
  ['string', 'string', words()],
  ['text', 'text', words()],
  ['email', 'email', words()],
  ['enumeration', 'enumeration', words()],
  ['customField', 'string', words(), { customField: 'plugin::color-picker.color' }],
  ['richtext', 'richtext', through(renderMarkdown)],
  ['blocks', 'blocks', through(paragraphs)],
  ['integer', 'number', { empty: null, short: 0, long: Number.MAX_SAFE_INTEGER, hostile: HOSTILE }],
  ['biginteger', 'number', { empty: null, short: '7', long: '9'.repeat(60), hostile: HOSTILE }],
  [
    'decimal',
    'number',
    { empty: null, short: '0.10', long: '1234567890.123456', hostile: HOSTILE },
  ],
  ['float', 'number', { empty: null, short: 1.5, long: 1e300, hostile: NaN }],
  ['boolean', 'boolean', { empty: null, short: true, long: false, hostile: HOSTILE }],
  ['date', 'date', { empty: null, short: '2026-05-04', long: '9999-12-31', hostile: HOSTILE }],
  ['time', 'time', { empty: null, short: '09:15:00.000', long: '23:59:59.999', hostile: HOSTILE }],
  [
    'datetime',
    'datetime',
    {
      empty: null,
      short: '2026-05-04T09:15:00.000Z',
      long: '9999-12-31T23:59:59.999Z',
      hostile: HOSTILE,
    },
  ],
  [
    'json',
    'json',
    {
      empty: null,
      short: { depth: 3 },
      long: Object.fromEntries(Array.from({ length: 500 }, (_, n) => [`key${n}`, LONG])),
      hostile: { [HOSTILE]: [{ [HOSTILE]: HOSTILE }, null, undefined] },
    },
  ],
  [
    'media',
    'media',
    through((text) => [picture({ name: text, alt: text, caption: text })], []),
    { multiple: false },
  ],
  [
    'media, several',
    'media',
    through((text) => [file({ name: text, caption: text, mime: text }), picture()], []),
    { multiple: true },
  ],
  ['component', 'component', through((text) => [part(text)], []), { repeatable: false }],
  [
    'component, repeatable',
    'component',
    through((text) => [part(text), part(text), part(text)], []),
    { repeatable: true },
  ],
  ['dynamiczone', 'dynamiczone', through((text) => [part(text), part('Other')], [])],
  [
    'relation, titles',
    'relation',
    through((text) => [{ title: text, typeName: text, fields: [] }], []),
    { cut: false },
  ],
  [
    'relation, followed',
    'relation',
    through(
      (text) =>
        ['One', text].map((title) => ({
          title,
          typeName: 'Paper',
          fields: [field('note', 'text', text), field('on', 'date', '2026-05-04')],
        })),
      []
    ),
    { cut: true },
  ],
];

const STATES = ['empty', 'short', 'long', 'hostile'] as const;

describe.each(TYPES)('an attribute of type %s', (_name, type, states, more) => {
  it.each(STATES)('is readable on the page: %s', (state) => {
    const shown = field('thing', type, states[state], more);
    const inGroups = field(
      'groups',
      'component',
      [group('A', shown), group('B', shown, field('title', 'string', 'Second'))],
      { repeatable: true }
    );
    const html = bodyOf([shown, field('other', 'string', 'Always there'), inGroups]);
    const text = withoutTags(html);

    expect(text).not.toMatch(/\[object|undefined|NaN\b/);
    // JSON that is too deep for a list is shown as it is stored, with its own nulls.
    if (type !== 'json') expect(text).not.toMatch(/\bnull\b/);
    expect(text).not.toMatch(/\d{4}-\d\d-\d\dT\d\d:\d\d/);
    expect(text).not.toMatch(/\b\d{4}-\d\d-\d\d\b/);
    expect(html).not.toMatch(/<script(?![^>]*\ssrc="\/)|<img src=x/);
    expect(html).not.toContain('\u202e>');
    expect(text).toContain('Always there');
    if (state === 'short' && typeof states.short === 'string' && type !== 'number') {
      const isWritten = type === 'date' || type === 'time' || type === 'datetime';
      expect(text).toContain(
        isWritten ? { date: '4', time: '9:15', datetime: '9:15' }[type] : 'Fjord'
      );
    }
    if (state === 'empty') expect(text).not.toMatch(/Thing/);
    else if (state === 'short') expect(text.length).toBeGreaterThan(60);
  });
});

it('the list covers every type that a shown value can have', () => {
  const types: Record<ShownField['type'], true> = {
    string: true,
    text: true,
    email: true,
    enumeration: true,
    number: true,
    boolean: true,
    date: true,
    time: true,
    datetime: true,
    richtext: true,
    blocks: true,
    json: true,
    media: true,
    component: true,
    dynamiczone: true,
    relation: true,
  };
  expect(new Set(TYPES.map(([, type]) => type))).toEqual(new Set(Object.keys(types)));
});
