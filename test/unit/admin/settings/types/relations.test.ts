import { describe, expect, test } from 'vitest';

import { parentChoices, withDepth } from '../../../../../admin/src/settings/types/relations';

describe('relations of a type', () => {
  const choice = (name: string, isToOne = false) => ({ name, label: name, target: 'x', isToOne });
  const choices = [choice('tags'), choice('above', true), choice('seo.page', true)];

  test.each([
    [{}, 'tags', 2, { tags: 2 }],
    [{ tags: 2 }, 'tags', 0, {}],
    [{ tags: 2 }, 'above', 1, { tags: 2, above: 1 }],
    [{ gone: 3, tags: 1 }, 'tags', 3, { tags: 3 }],
  ])('%j with %s at %i levels', (relations, name, depth, expected) => {
    expect(withDepth(relations, choices, name, depth)).toEqual(expected);
  });

  test('that lead to one entry can be above it, and the one that is named already', () => {
    const names = (named: string | null) => parentChoices(choices, named).map(({ name }) => name);
    expect(names(null)).toEqual(['above']);
    expect(names('above')).toEqual(['above']);
    expect(names('gone')).toEqual(['above', 'gone']);
  });
});
