import { describe, expect, it } from 'vitest';

import type { ShownChild, ShownSurroundings } from '../../../contracts/shown';
import type { PageOptions } from '../../../server/src/page/render';
import { walkOf } from '../../../server/src/page/layout/tree';
import { languageName } from '../../../server/src/page/values';
import { renderMarkdown } from '../../../server/src/content/markdown';
import { bodyOf, field, group, related, relation, withoutTags } from './support';

const idOf = (title: string) => `${title}00000000000000000000`.slice(0, 24);
const child = (title: string, ...children: ShownChild[]): ShownChild => ({
  id: idOf(title),
  title,
  typeName: 'Page',
  children,
});
const at = (
  title: string | null,
  children: ShownChild[],
  more: Partial<ShownSurroundings> = {},
  locale: string | null = null
): Partial<PageOptions> => ({
  base: '/share/token',
  place: { locale, childId: title && idOf(title) },
  around: { root: { id: idOf('root'), title: 'Handbook' }, children, locales: [], ...more },
});
const tree = [child('a', child('b', child('c')), child('d')), child('e')];

describe('the navigation of a link', () => {
  const walk = (options: Partial<PageOptions>) =>
    walkOf({ base: '', place: { locale: null, childId: null }, around: null, ...options });

  it('does not exist for a single page', () => {
    expect(walk(at(null, []))).toBeNull();
    expect(walk({})).toBeNull();
  });

  it('leads from the first page through all others, and back to the top', () => {
    const stops = [null, 'a', 'b', 'c', 'd', 'e'].map((title) => walk(at(title, tree)));
    expect(stops.map((stop) => stop?.current.title)).toEqual(['Handbook', 'a', 'b', 'c', 'd', 'e']);
    expect(stops.map((stop) => stop?.next?.title)).toEqual(['a', 'b', 'c', 'd', 'e', undefined]);
    expect(stops.map((stop) => stop?.previous?.title)).toEqual([
      undefined,
      'Handbook',
      'a',
      'b',
      'c',
      'd',
    ]);
    expect(stops[3]?.above.map(({ title }) => title)).toEqual(['Handbook', 'a', 'b']);
  });

  it('keeps the language', () => {
    const stop = walk(at('b', tree, {}, 'fr'));
    expect(stop?.root.address).toBe('/share/token/fr');
    expect(stop?.next?.address).toBe(`/share/token/fr/${idOf('c')}`);
    expect(walk(at('b', tree))?.root.address).toBe('/share/token');
  });

  it('shows only the branch of the reader when the tree is large', () => {
    const many = Array.from({ length: 40 }, (_, index) => child(`p${index}`, child(`q${index}`)));
    const shown = walk(at('q7', many))?.nodes ?? [];
    expect(shown).toHaveLength(40);
    expect(shown.filter(({ children }) => children.length > 0).map(({ title }) => title)).toEqual([
      'p7',
    ]);
    const few = walk(at('q7', many.slice(0, 20)))?.nodes ?? [];
    expect(few.every(({ children }) => children.length === 1)).toBe(true);
  });
});

describe('the page of an entry below', () => {
  const html = bodyOf([], { title: 'b' }, at('b', tree));

  it('has a tree that marks the page, a way back, and links to the pages before and after it', () => {
    expect(html.match(/aria-current="page"/g)).toHaveLength(2);
    expect(html).toContain(
      `<a href="/share/token/${idOf('b')}" aria-current="page"><bdi>b</bdi></a>`
    );
    const nav = /<nav class="crumbs" aria-label="Breadcrumb">(.*?)<\/nav>/.exec(html)?.[1] ?? '';
    expect(withoutTags(nav).trim().split(/\s+/)).toEqual(['Handbook', 'a', 'b']);
    expect(html).toMatch(new RegExp(`<a href="/share/token/${idOf('a')}" rel="prev">`));
    expect(html).toMatch(new RegExp(`<a href="/share/token/${idOf('c')}" rel="next">`));
  });

  it('does not repeat relations that are in its tree', () => {
    const relations = [
      relation('parent', [related('a')]),
      relation('children', [related('c')]),
      relation('friends', [related('e')]),
    ];
    const labels = [...bodyOf(relations, {}, at('b', tree)).matchAll(/<dt[^>]*>(.*?)<\/dt>/g)];
    expect(labels.map(([, label]) => label)).toEqual(['Friends']);
    expect(bodyOf(relations)).toContain('>Parent</dt>');
  });

  it('escapes titles like everything else', () => {
    const evil = child('x"><script>');
    const { title } = evil;
    expect(bodyOf([], {}, at(null, [{ ...evil, children: [evil] }]))).not.toContain(title);
  });
});

describe('the languages of a link', () => {
  const locales = [
    { code: 'en', segment: null },
    { code: 'fr', segment: 'fr' },
    { code: 'pt-BR', segment: 'pt-BR' },
  ];

  it('are links with their own names, and mark the current one', () => {
    const html = bodyOf([], { locale: 'fr' }, at('b', tree, { locales }, 'fr'));
    expect(html).toContain(
      `<a href="/share/token/${idOf('b')}" hrefLang="en" lang="en" dir="ltr">English</a>`
    );
    expect(html).toContain(
      `<a href="/share/token/fr/${idOf('b')}" hrefLang="fr" lang="fr" dir="ltr" aria-current="true">Français</a>`
    );
    expect(html).toContain('>Português (Brasil)</a>');
  });

  it('are not offered when there is only one', () => {
    expect(bodyOf([], {}, at(null, [], { locales: locales.slice(0, 1) }))).not.toContain(
      'hrefLang'
    );
  });

  it.each([
    ['de', 'Deutsch'],
    ['ar', 'العربية'],
    ['zz', 'Zz'],
  ])('have a name: %s is %s', (tag, name) => {
    expect(languageName(tag)).toBe(name);
  });
});

describe('the table of contents', () => {
  const long = renderMarkdown('Word '.repeat(150));
  const sections = ['aims', 'plan', 'risks', 'costs'].map((name) => field(name, 'richtext', long));
  const linesOf = (html: string) => {
    const nav = /<nav class="contents".*?<\/nav>/.exec(html)?.[0] ?? '';
    return [...nav.matchAll(/<a href="#([^"]*)"[^>]*><bdi>(.*?)<\/bdi><\/a>/g)].map(
      ([, id, text]) => [id, text]
    );
  };

  it('leads to the sections of a long page', () => {
    const html = bodyOf(sections);
    expect(linesOf(html)).toEqual([
      ['f-aims', 'Aims'],
      ['f-plan', 'Plan'],
      ['f-risks', 'Risks'],
      ['f-costs', 'Costs'],
    ]);
    for (const [id] of linesOf(html)) expect(html).toContain(`id="${id}"`);
  });

  it('leads to inner headings when a section has no visible heading', () => {
    const body = renderMarkdown('# First & foremost\n\n## Below\n\n# Second');
    const zone = field('sections', 'dynamiczone', [
      group('Hero', field('heading', 'string', 'Small'), field('text', 'text', 'on purpose')),
      group('Number', field('label', 'string', 'Homes'), field('value', 'number', 5)),
      group('Gallery', field('heading', 'string', 'Walks'), field('text', 'text', 'to work')),
    ]);
    const html = bodyOf([field('body', 'richtext', body + long + long + long), zone]);
    expect(linesOf(html)).toEqual([
      ['f-body.h1', 'First &amp; foremost'],
      ['f-body.h3', 'Second'],
      ['f-sections-1', 'Small'],
      ['f-sections-3', 'Walks'],
    ]);
    for (const [id] of linesOf(html)) expect(html).toContain(`id="${id}"`);
  });

  it('is missing when the page has few or short sections', () => {
    expect(linesOf(bodyOf(sections.slice(1)))).toEqual([]);
    const short = ['aims', 'plan', 'risks', 'costs'].map((name) =>
      field(name, 'richtext', renderMarkdown('Word'))
    );
    expect(linesOf(bodyOf(short))).toEqual([]);
  });
});
