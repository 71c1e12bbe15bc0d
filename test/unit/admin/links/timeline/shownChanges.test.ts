import { describe, expect, it } from 'vitest';

import { shownChanges, shownValue } from '../../../../../admin/src/links/timeline/shownChanges';

describe('a timeline', () => {
  it('shows no secrets', () => {
    const changes = [
      { field: 'password', from: 'a', to: 'b' },
      { field: 'token', from: 'a', to: 'b' },
      { field: 'label', from: 'a', to: null },
    ];
    expect(shownChanges({ type: 'update', changes })).toEqual([changes[2]]);
    expect(shownChanges({ type: 'create', changes })).toEqual([]);
  });

  it.each([
    ['label', null, { kind: 'nothing' }],
    ['label', 'Lumen', { kind: 'text', text: 'Lumen' }],
    ['label', '2026', { kind: 'text', text: '2026' }],
    ['expiresAt', '2026-12-03T10:00:00.000Z', { kind: 'moment', iso: '2026-12-03T10:00:00.000Z' }],
    ['expiresAt', 'soon', { kind: 'text', text: 'soon' }],
    ['shows', 'frozen', { kind: 'version', shows: 'frozen' }],
    ['fields', ['title', 'body'], { kind: 'fields', paths: ['title', 'body'] }],
    [
      'frameOrigins',
      ['https://a.example', 'https://b.example'],
      { kind: 'text', text: 'https://a.example, https://b.example' },
    ],
    ['locales', ['fr'], { kind: 'locales', codes: ['fr'] }],
    ['locales', [], { kind: 'nothing' }],
    ['refreshSeconds', 90, { kind: 'duration', seconds: 90 }],
    ['refreshSeconds', null, { kind: 'nothing' }],
    ['maxViewers', 5, { kind: 'text', text: '5' }],
    ['allowIndexing', false, { kind: 'flag', isOn: false }],
    ['sharedBy', { id: 1, name: 'Edith' }, { kind: 'text', text: 'Edith' }],
    ['other', { a: 1 }, { kind: 'text', text: '{"a":1}' }],
  ])('shows a change of %s to %j', (field, value, shown) => {
    expect(shownValue(field, value)).toEqual(shown);
  });
});
