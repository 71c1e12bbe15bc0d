import { expect, it } from 'vitest';

import { fieldNamesOf } from '../../../../admin/src/utils/fieldPaths';

it('fields are written by their labels, those that are gone by their paths, each once', () => {
  const labels = { title: 'Title', 'customer.name': 'Customer: Name', cover: 'Title' };
  const paths = ['title', 'customer.name', 'cover', 'documents(title).files'];
  expect(fieldNamesOf(paths, labels)).toBe('Title, Customer: Name, documents.files');
});
