import { describe, expect, test } from 'vitest';

import { changedSettings } from '../../../../admin/src/settings/settingsForm';
import type { SettingsForm } from '../../../../admin/src/settings/settingsForm';
import { FORM } from './form-support';

describe('the form for the settings', () => {
  test('lists the types by name', () => {
    expect(FORM.types.map(({ name }) => name)).toEqual(['api::gone.gone', 'Article', 'Note']);
  });

  test('does not contain the kill switch', () => {
    expect(FORM).not.toHaveProperty('paused');
  });
});

describe('the form sends only what has changed', () => {
  const branding = { ...FORM.branding, color: '#1d4ed8' };
  const types = FORM.types.map((type) =>
    type.name === 'Note' ? { ...type, mode: 'multiple' as const } : type
  );

  test.each<[string, Partial<SettingsForm>, object]>([
    ['nothing', {}, {}],
    ['one setting', { ownerOnly: true }, { ownerOnly: true }],
    ['a cleared one', { publicUrl: null }, {}],
    ['a limit', { maxExpiryDays: 30, allowNever: false }, { maxExpiryDays: 30, allowNever: false }],
    ['branding as a whole', { branding }, { branding }],
    ['the same branding again', { branding: { ...FORM.branding } }, {}],
    ['only the type', { types }, { contentTypes: { 'api::note.note': { mode: 'multiple' } } }],
    [
      'how far a type reaches',
      {
        types: FORM.types.map((type) =>
          type.name === 'Note' ? { ...type, relations: { tags: 2 }, parent: 'above' } : type
        ),
      },
      { contentTypes: { 'api::note.note': { relations: { tags: 2 }, parent: 'above' } } },
    ],
    [
      'visits, limits and reminders',
      { visits: { address: 'off', retentionDays: null }, reminderDays: 3 },
      { visits: { address: 'off', retentionDays: null }, reminderDays: 3 },
    ],
  ])('%s', (_, change, sent) => {
    expect(changedSettings(FORM, { ...FORM, ...change })).toEqual(sent);
  });
});
