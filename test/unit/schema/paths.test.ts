import type { Core } from '@strapi/strapi';
import { describe, expect, it } from 'vitest';

import { humanize } from '../../../server/src/schema/labels';
import {
  pathTree,
  permissionOf,
  plainPath,
  readsOf,
  settingOf,
  withRelatedTypes,
} from '../../../server/src/schema/paths';

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

  it('is safe with names that every object has', () => {
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
  ])('turns %s into %s, as in the role matrix', (path, permission) => {
    expect(permissionOf(path)).toBe(permission);
  });
});

const text = { type: 'string' };
const relation = (target: string) => ({ type: 'relation', relation: 'oneToMany', target });
/** A schema in the shape that Strapi uses. */
const strapi = {
  contentTypes: {
    house: {
      attributes: {
        title: text,
        rooms: { type: 'component', component: 'a.room' },
        parts: { type: 'dynamiczone', components: ['a.room'] },
        papers: relation('paper'),
      },
    },
    paper: { attributes: { name: text, files: { type: 'media' }, authors: relation('author') } },
    author: { attributes: { name: text } },
  },
  components: { 'a.room': { attributes: { size: text, papers: relation('paper') } } },
} as unknown as Core.Strapi;

describe('a path behind a relation', () => {
  it.each([
    ['title', 'title'],
    ['rooms.size', 'rooms.size'],
    ['papers(name)', 'papers(name@paper)'],
    ['papers(name).files', 'papers(name@paper).files'],
    ['papers(name).authors(name)', 'papers(name@paper).authors(name@author)'],
    ['rooms.papers(name).files', 'rooms.papers(name@paper).files'],
    ['parts(a.room).papers(name)', 'parts(a.room).papers(name@paper)'],
  ])('%s gets its types: %s', (plain, named) => {
    expect(withRelatedTypes(strapi, 'house', plain)).toBe(named);
    expect(withRelatedTypes(strapi, 'house', named)).toBe(named);
    expect(plainPath(named)).toBe(plain);
    expect(settingOf(named)).toBe(settingOf(plain));
  });

  it.each(['gone(name)', 'rooms.gone(name).files', 'papers(name).gone(name)'])(
    '%s stays the same when the schema does not know it',
    (path) => {
      expect(plainPath(withRelatedTypes(strapi, 'house', path))).toBe(path);
      expect(readsOf(strapi, 'house', path)).toEqual([]);
    }
  );

  it('keeps its type, whatever the schema says', () => {
    const path = 'papers(name@author)';
    expect(withRelatedTypes(strapi, 'house', path)).toBe(path);
  });
});

describe('readsOf', () => {
  const own = { uid: 'house', needs: 'share', isRelated: false };
  const paper = { uid: 'paper', isRelated: true };

  it.each([
    ['rooms.size', [{ ...own, path: 'rooms.size' }]],
    ['parts(a.room).size', [{ ...own, path: 'parts' }]],
    [
      'papers(name@paper)',
      [
        { ...own, path: 'papers' },
        { ...paper, path: 'name', needs: 'read' },
      ],
    ],
    [
      'papers(name@paper).authors(name@author)',
      [
        { ...own, path: 'papers' },
        { ...paper, path: 'name', needs: 'read' },
        { ...paper, path: 'authors', needs: 'share' },
        { uid: 'author', path: 'name', needs: 'read', isRelated: true },
      ],
    ],
  ])('lists the rights for %s', (path, reads) => {
    expect(readsOf(strapi, 'house', path)).toEqual(reads);
  });

  it.each(['papers(name)', 'papers(name@author)'])(
    'needs no right when nothing is shown: %s',
    (path) => {
      expect(readsOf(strapi, 'house', path)).toEqual([]);
    }
  );

  it.each([
    'papers(name@paper).gone',
    'papers(name@paper).gone(name@author)',
    'papers(name@paper).authors(name@paper)',
  ])('needs rights only for the part of a path that still exists: %s', (path) => {
    expect(readsOf(strapi, 'house', path)).toEqual([
      { ...own, path: 'papers' },
      { ...paper, path: 'name', needs: 'read' },
    ]);
  });
});

describe('humanize', () => {
  it.each([
    ['title', 'Title'],
    ['kickoffAt', 'Kickoff at'],
    ['due_on', 'Due on'],
    ['taskGroups', 'Task groups'],
  ])('turns %s into %s', (name, label) => {
    expect(humanize(name)).toBe(label);
  });
});
