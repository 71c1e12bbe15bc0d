import { expect, it } from 'vitest';

import { exposedLabels } from '../../../../../admin/src/links/form/exposure';
import { field } from '../../../../support/panel';

it('exposedLabels() keeps a label unless it certainly belongs to a hidden field', () => {
  const labels = ['Customer: Logo', 'Cover', 'Task groups: Assignee', 'Elsewhere'];
  const shown = [field('cover', 'Cover')];
  const hidden = [field('customer', 'Customer'), field('taskGroups', 'Task groups')];
  expect(exposedLabels(labels, shown, hidden)).toEqual(['Cover', 'Elsewhere']);
});
