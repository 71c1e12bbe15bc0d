import { describe, expect, it } from 'vitest';

import { relativeTime } from '../../../../admin/src/ui/relativeTime';
import { now } from '../../../support/panel';

describe('relativeTime() chooses the unit for', () => {
  it.each([
    [3 * 24 * 60, 3, 'day'],
    [9 * 24 * 60, 9, 'day'],
    [21 * 24 * 60, 3, 'week'],
    [-90, -1, 'hour'],
    [45, 45, 'minute'],
    [0, 0, 'minute'],
    [400 * 24 * 60, 1, 'year'],
  ])('%s minutes', (minutes, value, unit) => {
    expect(relativeTime(new Date(now.getTime() + minutes * 60_000), now)).toEqual({ value, unit });
  });
});
