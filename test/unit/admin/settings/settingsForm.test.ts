import { describe, expect, test } from 'vitest';

import { fieldMessages, nestErrors } from '../../../../admin/src/settings/fieldErrors';
import { contrastWithWhite, parseColor } from '../../../../admin/src/settings/fields/contrast';
import { expiryNote } from '../../../../admin/src/settings/fields/expiryNote';
import { changedSettings, toForm } from '../../../../admin/src/settings/settingsForm';
import type { SettingsForm } from '../../../../admin/src/settings/settingsForm';
import { parentChoices, withDepth } from '../../../../admin/src/settings/types/relations';
import { validateSettings } from '../../../../admin/src/settings/validateSettings';
import type { ContentTypeSettings } from '../../../../contracts/settings';

const type: ContentTypeSettings = {
  enabled: true,
  mode: 'multiple',
  level: 'view',
  relations: {},
  parent: null,
};

const FORM: SettingsForm = toForm({
  data: {
    paused: false,
    contentTypes: {
      'api::note.note': { ...type, mode: 'single' },
      'api::article.article': type,
      'api::gone.gone': { ...type, enabled: false },
    },
    ownerOnly: false,
    defaultExpiry: '1w',
    maxExpiryDays: null,
    allowNever: true,
    passwordRequired: false,
    passwordMinLength: 8,
    passwordReveal: true,
    refusal: 'uniform',
    publicUrl: null,
    frontendUrl: null,
    makerLost: 'suspend',
    branding: { name: null, logo: null, color: null, footer: null },
    visits: { address: 'truncated', retentionDays: 90 },
    limits: {
      unknownPerMinute: 30,
      passwordsPerClient: 5,
      passwordsPerLink: 20,
      readsPerMinute: 600,
    },
    reminderDays: null,
  },
  meta: {
    locked: [],
    sitePaused: null,
    typeNames: { 'api::note.note': 'Note', 'api::article.article': 'Article' },
    relations: {},
    withoutPassword: 0,
  },
});

describe('the form', () => {
  test('has the types in the order of their names', () => {
    expect(FORM.types.map(({ name }) => name)).toEqual(['api::gone.gone', 'Article', 'Note']);
  });

  test('leaves the kill switch out', () => {
    expect(FORM).not.toHaveProperty('paused');
  });
});

describe('what is sent', () => {
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

describe('what is refused before the server is asked', () => {
  const withBranding = (change: Partial<SettingsForm['branding']>) => ({
    branding: { ...FORM.branding, ...change },
  });

  test.each<[Partial<SettingsForm>, string[]]>([
    [{}, []],
    [{ maxExpiryDays: 0 }, ['maxExpiryDays']],
    [{ maxExpiryDays: 7 }, []],
    [{ maxExpiryDays: 7.5 }, ['maxExpiryDays']],
    [{ defaultExpiry: 'never', allowNever: false, maxExpiryDays: 30 }, []],
    [{ passwordMinLength: null }, ['passwordMinLength']],
    [{ passwordMinLength: 0 }, ['passwordMinLength']],
    [{ passwordMinLength: 73 }, ['passwordMinLength']],
    [{ publicUrl: 'https://cms.example.com/base' }, []],
    [{ publicUrl: 'http://localhost:1337' }, []],
    [{ publicUrl: 'https://me@cms.example.com' }, ['publicUrl']],
    [{ publicUrl: 'cms.example.com' }, ['publicUrl']],
    [{ publicUrl: 'ftp://cms.example.com' }, ['publicUrl']],
    [{ publicUrl: 'https://cms.example.com?x' }, ['publicUrl']],
    [{ frontendUrl: 'https://example.com/s/{token}' }, []],
    [{ frontendUrl: 'https://example.com/s?t={token}' }, []],
    [{ frontendUrl: 'https://example.com/s' }, ['frontendUrl']],
    [{ frontendUrl: 'https://{token}.example.com/s' }, ['frontendUrl']],
    [{ frontendUrl: '/s/{token}' }, ['frontendUrl']],
    [{ frontendUrl: 'javascript:alert({token})' }, ['frontendUrl']],
    [{ visits: { address: 'off', retentionDays: null } }, []],
    [{ visits: { address: 'off', retentionDays: 0 } }, ['visits.retentionDays']],
    [{ visits: { address: 'off', retentionDays: 36_501 } }, ['visits.retentionDays']],
    [{ reminderDays: 365 }, []],
    [{ reminderDays: 366 }, ['reminderDays']],
    [{ reminderDays: 0.5 }, ['reminderDays']],
    [{ limits: { ...FORM.limits, readsPerMinute: 1_000_000 } }, []],
    [{ limits: { ...FORM.limits, readsPerMinute: 1_000_001 } }, ['limits.readsPerMinute']],
    [{ limits: { ...FORM.limits, passwordsPerLink: null } }, ['limits.passwordsPerLink']],
    [{ limits: { ...FORM.limits, unknownPerMinute: 0 } }, ['limits.unknownPerMinute']],
    [withBranding({ logo: '/uploads/logo.svg' }), []],
    [withBranding({ logo: 'https://example.com/logo.svg' }), []],
    [withBranding({ logo: 'http://example.com/logo.svg' }), ['branding.logo']],
    [withBranding({ logo: '//example.com/logo.svg' }), ['branding.logo']],
    [withBranding({ color: '#1D4ed8' }), []],
    [withBranding({ color: '#12' }), ['branding.color']],
    [withBranding({ color: 'red' }), ['branding.color']],
  ])('%j: %j', (change, fields) => {
    expect(validateSettings({ ...FORM, ...change }).map(({ field }) => field)).toEqual(fields);
  });
});

describe('a default expiry that the rules do not allow', () => {
  test.each([
    ['1w', true, null, null],
    ['1w', true, 7, null],
    ['1w', true, 6, 'settings.defaultExpiry.cut'],
    ['1m', true, 30, null],
    ['1m', true, 29, 'settings.defaultExpiry.cut'],
    ['1y', false, 365, null],
    ['never', true, null, null],
    ['never', true, 30, 'settings.defaultExpiry.cut'],
    ['never', false, 30, 'settings.defaultExpiry.cut'],
    ['never', false, null, 'settings.defaultExpiry.year'],
  ] as const)('%s, never %s, at most %s: %s', (defaultExpiry, allowNever, maxExpiryDays, key) => {
    expect(expiryNote({ defaultExpiry, allowNever, maxExpiryDays })?.key ?? null).toBe(key);
  });
});

describe('what the server refuses', () => {
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
  ])('%j is said at %s', (path, field) => {
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
  ])('%j, which no field shows, is said all the same', (path, sentence) => {
    expect(fieldMessages(refuse(...path), FORM)).toEqual({ shown: [], rest: [sentence] });
  });

  test('messages are nested as the values are, the first one of a field wins', () => {
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

describe('relations of a type', () => {
  const choice = (name: string, isToOne = false) => ({ name, label: name, target: 'x', isToOne });
  const choices = [choice('tags'), choice('above', true), choice('seo.page', true)];

  test.each([
    [{}, 'tags', 2, { tags: 2 }],
    [{ tags: 2 }, 'tags', 0, {}],
    [{ tags: 2 }, 'above', 1, { tags: 2, above: 1 }],
    [{ gone: 3, tags: 1 }, 'tags', 3, { tags: 3 }],
  ])('%j with %s at %i levels', (relations, name, depth, expected) => {
    expect(withDepth(relations, choices, name, depth)).toEqual(expected);
  });

  test('that lead to one entry can be above it, and the one that is named already', () => {
    const names = (named: string | null) => parentChoices(choices, named).map(({ name }) => name);
    expect(names(null)).toEqual(['above']);
    expect(names('above')).toEqual(['above']);
    expect(names('gone')).toEqual(['above', 'gone']);
  });
});

describe('contrast', () => {
  test.each([
    ['#000000', 21],
    ['#ffffff', 1],
    ['#767676', 4.54],
    ['#777777', 4.48],
    ['#ff0000', 4],
    ['#0000ff', 8.59],
  ])('%s with white is %d', (color, contrast) => {
    expect(contrastWithWhite(color)).toBeCloseTo(contrast, 1);
  });

  test.each(['', '#fff', 'ffffff', '#gggggg', '#1234567', 'red'])('%j is no colour', (color) => {
    expect(parseColor(color)).toBeNull();
    expect(contrastWithWhite(color)).toBeNull();
  });
});
