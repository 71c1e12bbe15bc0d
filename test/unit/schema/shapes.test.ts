import type { Core } from '@strapi/strapi';
import { describe, expect, it, vi } from 'vitest';

import { pathShape } from '../../../server/src/schema/shapes';

type Attributes = Record<string, Record<string, unknown>>;

// Strapi's own check for private attributes asks its global for the site's configuration.
vi.stubGlobal('strapi', { config: { get: (_name: string, fallback: unknown) => fallback } });

const OFFER = 'api::offer.offer';
const AUTHOR = 'api::author.author';

const PERSON = { name: { type: 'string' }, photo: { type: 'media' } };
const QUOTE = { text: { type: 'text' } };
const ATTRIBUTES: Attributes = {
  title: { type: 'string' },
  cover: { type: 'media' },
  customer: { type: 'component', component: 'parts.person' },
  sections: { type: 'dynamiczone', components: ['parts.quote'] },
  author: { type: 'relation', relation: 'manyToOne', target: AUTHOR },
  contact: { type: 'relation', relation: 'oneToOne', target: 'admin::user' },
};

/** A site with one type whose attributes the test chooses. */
function site(attributes: Attributes, author: Attributes = { name: { type: 'string' } }) {
  const schema = (uid: string, own: Attributes) => ({
    uid,
    modelType: 'contentType',
    attributes: own,
  });
  const model = schema(OFFER, attributes);
  const related = schema(AUTHOR, author);
  return {
    contentTypes: { [OFFER]: model, [AUTHOR]: related },
    components: {
      'parts.person': schema('parts.person', PERSON),
      'parts.other': schema('parts.other', PERSON),
      'parts.quote': schema('parts.quote', QUOTE),
    },
  } as unknown as Core.Strapi;
}

const shape = (path: string, changed: Attributes = {}, author?: Attributes) =>
  pathShape(site({ ...ATTRIBUTES, ...changed }, author), OFFER, path);

const PATHS = [
  'title',
  'cover',
  'customer.name',
  'customer.photo',
  'sections(parts.quote).text',
  `author(name@${AUTHOR})`,
  'contact',
];

describe('the shape of a path', () => {
  it.each(PATHS)('is the same as long as %s leads to the same', (path) => {
    expect(shape(path)).not.toBeNull();
    expect(shape(path, { more: { type: 'string' } })).toBe(shape(path));
  });

  it.each<[path: string, change: string, changed: Attributes]>([
    ['title', 'media', { title: { type: 'media' } }],
    ['title', 'a relation', { title: { type: 'relation', relation: 'oneToOne', target: AUTHOR } }],
    ['title', 'a component', { title: { type: 'component', component: 'parts.person' } }],
    ['title', 'a dynamic zone', { title: { type: 'dynamiczone', components: ['parts.quote'] } }],
    ['cover', 'a text', { cover: { type: 'text' } }],
    [
      'customer.name',
      'another component',
      { customer: { type: 'component', component: 'parts.other' } },
    ],
    ['customer.name', 'a text', { customer: { type: 'text' } }],
    [
      'contact',
      'another type',
      { contact: { type: 'relation', relation: 'oneToOne', target: AUTHOR } },
    ],
  ])('of %s differs once it is %s', (path, _change, changed) => {
    expect(shape(path, changed)).not.toBe(shape(path));
  });

  it.each<[path: string, change: string, changed: Attributes]>([
    ['title', 'is private', { title: { type: 'string', private: true } }],
    ['title', 'is a password', { title: { type: 'password' } }],
    [
      'sections(parts.quote).text',
      'has left the zone',
      { sections: { type: 'dynamiczone', components: [] } },
    ],
    [
      `author(name@${AUTHOR})`,
      'leads to another type',
      { author: { type: 'relation', relation: 'manyToOne', target: OFFER } },
    ],
  ])('of %s is nothing once it %s', (path, _change, changed) => {
    expect(shape(path, changed)).toBeNull();
  });

  it('of a relation is nothing once the related type has lost its title', () => {
    const path = `author(name@${AUTHOR})`;
    expect(shape(path, {}, { label: { type: 'string' } })).toBeNull();
    expect(shape(path, {}, { name: { type: 'string', private: true } })).toBeNull();
  });

  it('of an attribute that the type never had is nothing', () => {
    expect(shape('nothing')).toBeNull();
    expect(shape('customer.nothing')).toBeNull();
    expect(shape('title.name')).toBeNull();
    expect(pathShape(site(ATTRIBUTES), 'api::gone.gone', 'title')).toBeNull();
  });

  it.each(['text', 'richtext', 'blocks', 'json', 'integer', 'date'])(
    'of a text stays when it becomes %s, which is still a value',
    (type) => {
      expect(shape('title', { title: { type } })).toBe(shape('title'));
    }
  );
});
