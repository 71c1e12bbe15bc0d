import { describe, expect, test } from 'vitest';

import { fieldMessages, nestErrors } from '../../../../admin/src/settings/fieldErrors';
import { FORM } from './form-support';

describe('a refusal of the server', () => {
  const refuse = (...path: string[]) => [{ path, message: 'is wrong', name: 'ValidationError' }];

  test.each([
    [['publicUrl'], 'publicUrl'],
    [['branding', 'color'], 'branding.color'],
    [['visits', 'retentionDays'], 'visits.retentionDays'],
    [['limits', 'readsPerMinute'], 'limits.readsPerMinute'],
    [['contentTypes', 'api::note.note', 'mode'], 'types.2.mode'],
    [['contentTypes', 'api::note.note', 'parent'], 'types.2.parent'],
    [['contentTypes', 'api::note.note', 'relations', 'tags'], 'types.2.relations'],
    [['contentTypes', 'api::article.article'], 'types.1.mode'],
  ])('of %j appears at the field %s', (path, field) => {
    expect(fieldMessages(refuse(...path), FORM)).toEqual({
      shown: [{ field, message: 'is wrong' }],
      rest: [],
    });
  });

  test.each([
    [['paused'], 'paused: is wrong'],
    [['contentTypes', 'api::other.other'], 'contentTypes.api::other.other: is wrong'],
    [['branding', 'font'], 'branding.font: is wrong'],
    [['branding'], 'branding: is wrong'],
    [['limits', 'writes'], 'limits.writes: is wrong'],
    [[], 'is wrong'],
  ])('of %j, which has no field, appears as a notification', (path, sentence) => {
    expect(fieldMessages(refuse(...path), FORM)).toEqual({ shown: [], rest: [sentence] });
  });

  test('nestErrors() nests messages like the values, and keeps the first message of a field', () => {
    expect(
      nestErrors([
        { field: 'publicUrl', message: 'a' },
        { field: 'branding.color', message: 'b' },
        { field: 'branding.logo', message: 'c' },
        { field: 'types.1.mode', message: 'd' },
        { field: 'publicUrl', message: 'e' },
      ])
    ).toEqual({
      publicUrl: 'a',
      branding: { color: 'b', logo: 'c' },
      types: { 1: { mode: 'd' } },
    });
  });
});
