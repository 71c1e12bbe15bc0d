import { describe, expect, test } from 'vitest';

import { contrastWithWhite, parseColor } from '../../../../../admin/src/settings/fields/contrast';

describe('contrastWithWhite()', () => {
  test.each([
    ['#000000', 21],
    ['#ffffff', 1],
    ['#767676', 4.54],
    ['#777777', 4.48],
    ['#ff0000', 4],
    ['#0000ff', 8.59],
  ])('gives %s a contrast of %d', (color, contrast) => {
    expect(contrastWithWhite(color)).toBeCloseTo(contrast, 1);
  });

  test.each(['', '#fff', 'ffffff', '#gggggg', '#1234567', 'red'])(
    'returns null for %j, which is not a colour',
    (color) => {
      expect(parseColor(color)).toBeNull();
      expect(contrastWithWhite(color)).toBeNull();
    }
  );
});
