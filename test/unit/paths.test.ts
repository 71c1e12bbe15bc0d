import { describe, expect, it } from 'vitest';

import { humanize } from '../../server/src/content/labels';
import { pathTree, permissionOf } from '../../server/src/content/paths';

describe('pathTree', () => {
  it('nests components and dynamic zones', () => {
    expect(
      pathTree(['title', 'customer.name', 'customer.logo', 'sections(page.hero).title'])
    ).toEqual({
      title: true,
      customer: { name: true, logo: true },
      sections: { '(page.hero)': { title: true } },
    });
  });

  it('is harmless for names that objects have by nature', () => {
    const tree = pathTree(['constructor', 'toString.name']);
    expect(Object.keys(tree)).toEqual(['constructor', 'toString']);
    expect(({} as Record<string, unknown>).name).toBeUndefined();
  });
});

describe('permissionOf', () => {
  it.each([
    ['title', 'title'],
    ['customer.name', 'customer.name'],
    ['sections(page.hero).title', 'sections'],
    ['group.zone(page.hero).items.text', 'group.zone'],
  ])('%s is the role matrix’s %s', (path, permission) => {
    expect(permissionOf(path)).toBe(permission);
  });
});

describe('humanize', () => {
  it.each([
    ['title', 'Title'],
    ['kickoffAt', 'Kickoff at'],
    ['due_on', 'Due on'],
    ['taskGroups', 'Task groups'],
  ])('%s → %s', (name, label) => {
    expect(humanize(name)).toBe(label);
  });
});
