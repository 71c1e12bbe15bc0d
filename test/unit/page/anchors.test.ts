import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { renderMarkdown } from '../../../server/src/content/markdown';
import { anchorOf, anchoredFields } from '../../../server/src/page/layout/anchors';
import { isEmpty } from '../../../server/src/page/layout/arrange';
import {
  bodyOf,
  entry,
  field,
  file,
  group,
  picture,
  related,
  relation,
  repeatable,
} from './support';

describe('the anchor of a value', () => {
  it.each([
    [['summary'], 'f-summary'],
    [['taskGroups'], 'f-taskGroups'],
    [['taskGroups', 1], 'f-taskGroups-2'],
    [['taskGroups', 1, 'title'], 'f-taskGroups-2'],
    [['taskGroups', 1, 'tasks'], 'f-taskGroups-2'],
    [['taskGroups', 1, 'tasks', 0], 'f-taskGroups-2-tasks-1'],
    [['taskGroups', 1, 'tasks', 0, 'criteria'], 'f-taskGroups-2-tasks-1'],
    [['due_on'], 'f-due_on'],
    [['due-on'], 'f-due.2don'],
    [['größe "x"'], 'f-gr.f6.dfe.20.22x.22'],
  ])('at %j is %s', (path, anchor) => {
    expect(anchorOf(path)).toBe(anchor);
  });

  it('needs no escaping in an id, and differs for each item', () => {
    const step = fc.tuple(fc.string({ minLength: 1, unit: 'binary' }), fc.nat(999));
    const items = fc.array(step, { minLength: 1, maxLength: 12 }).map((steps) => steps.flat());
    fc.assert(
      fc.property(items, items, (one, other) => {
        expect(anchorOf(one)).toMatch(/^f(-[\w.]+)+$/);
        const same = JSON.stringify(one) === JSON.stringify(other);
        expect(anchorOf(one) === anchorOf(other)).toBe(same);
      }),
      { numRuns: 50 }
    );
  });

  it('stops where the page says that the rest is too deep', () => {
    const deep = Array.from({ length: 14 }, (_, level) => [`g${level}`, 0]).flat();
    expect(anchorOf(deep)).toBe(anchorOf(deep.slice(0, 24)));
  });
});

describe('the fields of an entry', () => {
  it('are listed in order, with those of groups and of related entries', () => {
    const fields = [
      field('title', 'string', 'Smart metering'),
      repeatable('steps', group('Step', field('a', 'string', '')), group('Step')),
      field('documents', 'relation', [
        { title: 'Contract', typeName: 'Document', fields: [field('files', 'media', [])] },
      ]),
    ];
    expect([...anchoredFields(entry(fields))].map(({ path, anchor }) => [...path, anchor])).toEqual(
      [
        ['title', 'f-title'],
        ['steps', 'f-steps'],
        ['steps', 0, 'a', 'f-steps-1'],
        ['documents', 'f-documents'],
        ['documents', 0, 'files', 'f-documents-1'],
      ]
    );
  });
});

/** One field for each shape that the page can draw. */
const everything = [
  field('title', 'string', 'Smart metering'),
  field('cover', 'media', [picture()], { multiple: false }),
  field('summary', 'text', 'Meters that report by themselves.'),
  field('phase', 'enumeration', 'delivery'),
  field('buttonLabel', 'string', 'Try it'),
  field('buttonUrl', 'string', 'https://try.example.com/'),
  field('story', 'richtext', renderMarkdown('# One\n\nText\n\n## Two')),
  field('customer', 'component', [group('Customer', field('name', 'string', 'Nordia'))], {
    repeatable: false,
  }),
  repeatable('goals', ...['a', 'b'].map((text) => group('Goal', field('text', 'text', text)))),
  repeatable(
    'tasks',
    group('Task'),
    ...['A', 'B'].map((title) =>
      group(
        'Task',
        field('title', 'string', title),
        field('state', 'enumeration', 'done'),
        relation('assignees', [related('Edith'), related('Arthur')])
      )
    )
  ),
  repeatable(
    'cards',
    ...['A', 'B'].map((title) =>
      group('Card', field('title', 'string', title), field('text', 'text', 'x'))
    )
  ),
  repeatable(
    'parts',
    ...['A', 'B'].map((title) =>
      group(
        'Part',
        field('title', 'string', title),
        repeatable('steps', group('Step', field('text', 'text', 'x')))
      )
    )
  ),
  field('zone', 'dynamiczone', [
    group('Number', field('label', 'string', 'Homes'), field('value', 'number', 5)),
    group('Quote', field('text', 'text', 'Good.'), field('person', 'string', 'Ingrid')),
    group('Hero', field('heading', 'string', 'Small'), field('lead', 'text', 'on purpose')),
  ]),
  relation('contacts', [related('Carla'), related('Ines')]),
  relation('owner', [related('Edith')]),
  relation('documents', [
    related('Contract', field('files', 'media', [file({})])),
    related('Report', field('files', 'media', [file({})])),
  ]),
];

describe('the page', () => {
  const html = bodyOf(everything);
  const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);

  it('has each anchor at most once', () => {
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('has an anchor for everything that it shows, and for each related entry', () => {
    const shown = [...anchoredFields(entry(everything))].filter(({ field }) => !isEmpty(field));
    expect(shown.length).toBeGreaterThan(30);
    expect(shown.filter(({ anchor }) => !ids.includes(anchor))).toEqual([]);
    const relations = shown.filter(({ field }) => field.type === 'relation');
    expect(relations).toHaveLength(5);
    for (const { path, field } of relations) {
      for (const index of (field.value as unknown[]).keys()) {
        expect(ids).toContain(anchorOf([...path, index]));
      }
    }
  });
});
