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
  const at = (days: number) => new Date(now.getTime() + days * DAY_MS);
  const dateIn = (days: number) => ({ expiry: 'date', expiresAt: localInput(at(days)) });
  const link = (madeAt: number, endsAt: number, startsAt: number | null = null) => ({
    createdAt: at(madeAt).toISOString(),
    startsAt: startsAt === null ? null : at(startsAt).toISOString(),
    expiresAt: at(endsAt).toISOString(),
  });

  it.each([
    ['the week that the link had', link(-10, -3), {}, { expiry: '1w' }],
    ['the week, whatever the default is', link(-10, -3), { defaultExpiry: '1y' }, { expiry: '1w' }],
    ['a week that was chosen an hour later', link(-10, -3 + 1 / 24), {}, { expiry: '1w' }],
    ['a length that is no preset', link(-15, -3), {}, dateIn(12)],
    ['the length since the start', link(-40, -3, -6), {}, { expiry: '3d' }],
    ['the same length while it still opens', link(-25, 5), {}, { expiry: '1m' }],
    ['the next preset if that gains no day', link(-0.5, 2.5), {}, { expiry: '1w' }],
    ['a day after a link of a minute', link(-1, -1 + 1 / 1440), {}, { expiry: '1d' }],
    ['never only by one’s own choice', link(-1, 400), {}, dateIn(401)],
    ['no more than the site allows', link(-40, -10), { maxExpiryDays: 20 }, dateIn(20)],
    ['nothing past the last moment', link(0, 2), { maxExpiryDays: 2 }, { expiry: 'keep' }],
  ] as const)('%s', (_title, had, limits, proposed) => {
    expect(laterEnd(had, { ...anything, ...limits }, now)).toEqual(proposed);
  });

  it('nothing for a link that never ends', () => {
    const endless = { ...link(-1, 1), expiresAt: null };
    expect(laterEnd(endless, anything, now)).toEqual({ expiry: 'keep' });
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
