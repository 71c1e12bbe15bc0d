import { describe, expect, test } from 'vitest';

import { parentChoices, withDepth } from '../../../../../admin/src/settings/types/relations';

describe('the relations of a content type', () => {
  const choice = (name: string, isToOne = false) => ({ name, label: name, target: 'x', isToOne });
  const choices = [choice('tags'), choice('above', true), choice('seo.page', true)];

  test.each([
    [{}, 'tags', 2, { tags: 2 }],
    [{ tags: 2 }, 'tags', 0, {}],
    [{ tags: 2 }, 'above', 1, { tags: 2, above: 1 }],
    [{ gone: 3, tags: 1 }, 'tags', 3, { tags: 3 }],
  ])('from %j, the form sets %s to %i levels', (relations, name, depth, expected) => {
    expect(withDepth(relations, choices, name, depth)).toEqual(expected);
  });

  test('that lead to one entry can be the parent; one that is already the parent stays in the list', () => {
    const names = (named: string | null) => parentChoices(choices, named).map(({ name }) => name);
    expect(names(null)).toEqual(['above']);
    expect(names('above')).toEqual(['above']);
    expect(names('gone')).toEqual(['above', 'gone']);
  });
});
