import { expect, it } from 'vitest';

import {
  fromLocalInput,
  localInput,
} from '../../../../../../admin/src/links/form/fields/localTime';

it('localInput() writes a local time for an input field, and fromLocalInput() reads it back', () => {
  const moment = new Date(2026, 0, 2, 3, 4);
  expect(localInput(moment)).toBe('2026-01-02T03:04');
  expect(fromLocalInput('2026-01-02T03:04')).toEqual(moment);
});
