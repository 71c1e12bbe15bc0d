import { expect, test } from 'vitest';

import { TIMELINE_KINDS } from '../../../../../admin/src/links/timeline/kinds';
import { TIMELINE_EVENT_TYPES } from '../../../../../contracts/links';

test('every event of a timeline is of one kind, so that none is out of reach', () => {
  const types = Object.values(TIMELINE_KINDS).flat();
  expect(types.sort()).toEqual([...TIMELINE_EVENT_TYPES].sort());
});
