import { describe, expect, it } from 'vitest';

import {
  allowedPresets,
  defaultExpiry,
  endOf,
  isEnded,
  laterEnd,
  latestEnd,
} from '../../../../../../admin/src/links/form/fields/expiry';
import { localInput } from '../../../../../../admin/src/links/form/fields/localTime';
import { DAY_MS } from '../../../../../../contracts/dates';

const now = new Date('2026-06-15T12:00:00Z');
const anything = { defaultExpiry: 'never', maxExpiryDays: null, allowNever: true } as const;

describe('the form offers the durations that the site allows:', () => {
  it.each([
    ['anything', {}, ['never', '1d', '3d', '1w', '1m', '1y']],
    ['an end', { allowNever: false }, ['1d', '3d', '1w', '1m', '1y']],
    ['a month at most, which is an end too', { maxExpiryDays: 30 }, ['1d', '3d', '1w', '1m']],
    ['a day less than a month', { maxExpiryDays: 29 }, ['1d', '3d', '1w']],
    ['a day', { maxExpiryDays: 1 }, ['1d']],
  ])('%s', (_title, limits, presets) => {
    expect(allowedPresets({ ...anything, ...limits })).toEqual(presets);
  });
});

describe('the form proposes for a new link', () => {
  it.each([
    ['never', {}, 'never'],
    ['the site’s default', { defaultExpiry: '1w' as const }, '1w'],
    ['the longest where never is not allowed', { allowNever: false }, '1y'],
    ['the longest that fits', { defaultExpiry: '1y' as const, maxExpiryDays: 10 }, '1w'],
  ])('%s', (_title, limits, proposed) => {
    expect(defaultExpiry({ ...anything, ...limits })).toBe(proposed);
  });
});

describe('the form proposes this later end:', () => {
  const inDays = (days: number) => new Date(now.getTime() + days * DAY_MS);

  it.each([
    ['the nearest preset that is a day later', 2, {}, { expiry: '3d' }],
    ['not one that gains a moment', 2.5, {}, { expiry: '1w' }],
    ['from now where it has ended', -40, {}, { expiry: '1d' }],
    ['the site’s default', 2, { defaultExpiry: '1m' as const }, { expiry: '1m' }],
    ['no default that is too near', 2, { defaultExpiry: '1d' as const }, { expiry: '3d' }],
    ['never only by one’s own choice', 400, {}, { expiry: 'keep' }],
    [
      'the last moment allowed',
      1,
      { maxExpiryDays: 2 },
      { expiry: 'date', expiresAt: localInput(inDays(2)) },
    ],
    ['nothing past the last moment', 2, { maxExpiryDays: 2 }, { expiry: 'keep' }],
  ])('%s', (_title, days, limits, proposed) => {
    const link = { expiresAt: inDays(days).toISOString() };
    expect(laterEnd(link, { ...anything, ...limits }, now)).toEqual(proposed);
  });

  it('nothing for a link that never ends', () => {
    expect(laterEnd({ expiresAt: null }, anything, now)).toEqual({ expiry: 'keep' });
  });
});

describe('the end of a link that is saved now', () => {
  it.each([
    ['never', 'never', '', null, null],
    ['a day', '1d', '', null, '2026-06-16T12:00:00.000Z'],
    ['a month', '1m', '', null, '2026-07-15T12:00:00.000Z'],
    ['kept', 'keep', '', '2026-06-20T08:00:00.000Z', '2026-06-20T08:00:00.000Z'],
    ['kept without an end', 'keep', '', null, null],
  ] as const)('%s', (_title, choice, date, kept, end) => {
    expect(endOf(choice, date, kept, now)?.toISOString() ?? null).toBe(end);
  });

  it('is unknown while the date is incomplete', () => {
    expect(endOf('date', '', null, now)).toBeUndefined();
    expect(endOf('date', 'tomorrow', null, now)).toBeUndefined();
  });

  it('is the local time that the person typed', () => {
    expect(endOf('date', '2026-07-01T10:30', null, now)).toEqual(new Date(2026, 6, 1, 10, 30));
  });
});

it('latestEnd() counts the days from now', () => {
  expect(latestEnd(null, now)).toBeNull();
  expect(latestEnd(2, now)).toEqual(new Date('2026-06-17T12:00:00Z'));
});

it('isEnded() compares an end with now', () => {
  expect(isEnded(null, now)).toBe(false);
  expect(isEnded('2026-06-15T12:00:00.000Z', now)).toBe(true);
  expect(isEnded('2026-06-15T12:00:00.001Z', now)).toBe(false);
});
