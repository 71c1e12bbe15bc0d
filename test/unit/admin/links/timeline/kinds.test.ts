import { expect, test } from 'vitest';

import { TIMELINE_KINDS } from '../../../../../admin/src/links/timeline/kinds';
import { TIMELINE_EVENT_TYPES } from '../../../../../contracts/links';

test('every type of event belongs to exactly one filter of the timeline', () => {
  const types = Object.values(TIMELINE_KINDS).flat();
  expect(types.sort()).toEqual([...TIMELINE_EVENT_TYPES].sort());
});
