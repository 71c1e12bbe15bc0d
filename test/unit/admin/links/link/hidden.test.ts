import { expect, it } from 'vitest';

import { hiddenFields } from '../../../../../admin/src/links/link/hidden';
import { exposure } from '../../../../support/panel';

it('a link names the fields that a new one would show and it does not', () => {
  expect(hiddenFields({ fields: exposure.paths }, exposure)).toEqual([]);
  expect(hiddenFields({ fields: ['title', 'customer.name'] }, exposure)).toEqual([
    { label: 'Customer', isPartly: true },
  ]);
  expect(hiddenFields({ fields: ['customer.name', 'customer.logo', 'gone'] }, exposure)).toEqual([
    { label: 'Title', isPartly: false },
  ]);
});
