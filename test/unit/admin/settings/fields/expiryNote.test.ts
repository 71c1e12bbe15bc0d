import { describe, expect, test } from 'vitest';

import { expiryNote } from '../../../../../admin/src/settings/fields/expiryNote';

describe('the note about a default expiry that other settings forbid', () => {
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
  ] as const)(
    'default %s, allowNever %s, at most %s days: %s',
    (defaultExpiry, allowNever, maxExpiryDays, key) => {
      expect(expiryNote({ defaultExpiry, allowNever, maxExpiryDays })?.key ?? null).toBe(key);
    }
  );
});
