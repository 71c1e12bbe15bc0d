import { afterEach, describe, expect, it, vi } from 'vitest';

import { cleanBlocks } from '../../../server/src/content/blocks';
import { renderMarkdown } from '../../../server/src/content/markdown';
import { renderEntryPage } from '../../../server/src/page/render';
import { bodyOf, entry, field, file, group, picture, repeatable } from './support';

afterEach(() => {
  vi.restoreAllMocks();
});

describe('content from an attacker', () => {
  const attack = '"><img src=x onerror=alert(1)></title></style></script><script>alert(1)</script>';

  it('stays text in every place', () => {
    const { html } = renderEntryPage(
      entry(
        [
          { ...field(attack, 'string', attack), label: attack },
          field('b', 'text', `${attack}\n\n${attack.repeat(5)}`),
          field('c', 'enumeration', attack),
          field('d', 'date', attack),
          field('e', 'json', { [attack]: attack }),
          field('f', 'relation', [{ title: attack }]),
          field('g', 'media', [file({ name: attack, url: attack, mime: attack, caption: attack })]),
          field('h', 'media', [picture({ name: attack, alt: attack, caption: attack })]),
          field(
            'i',
            'blocks',
            cleanBlocks([{ type: 'paragraph', children: [{ type: 'text', text: attack }] }])
          ),
          field('j', 'richtext', renderMarkdown(attack)),
          repeatable(
            'k',
            group(attack, field('title', 'string', attack), field(attack, 'string', 'x'))
          ),
          field('l', 'dynamiczone', [group(attack, field('title', 'string', attack))]),
        ],
        { title: attack, typeName: attack, locale: attack, publishedAt: attack, updatedAt: attack }
      )
    );
    expect(html).not.toContain('<script');
    expect(html.match(/<\/title>/g)).toHaveLength(1);
    expect(html.match(/<\/style>/g)).toHaveLength(1);
    for (const tag of html.match(/<[a-z][^>]*>/gi) ?? []) {
      expect(tag.replace(/="[^"]*"/g, '')).not.toMatch(/\son\w+|=/);
    }
  });

  it('in blocks can’t run, even when nothing has cleaned them', () => {
    const link = {
      type: 'link',
      url: 'javascript:alert(1)',
      children: [{ type: 'text', text: 'words' }],
    };
    const html = bodyOf([
      field('a', 'blocks', [
        { type: 'paragraph', children: [link] },
        { type: 'x', children: [link] },
      ]),
    ]);
    expect(html).not.toContain('javascript:');
    expect(html.match(/words/g)).toHaveLength(2);
  });

  it('of a megabyte is cut, and the page says so', () => {
    const html = bodyOf([
      field('a', 'text', 'x '.repeat(500_000)),
      field('b', 'json', { c: 'y'.repeat(1_000_000) }),
    ]);
    expect(html.length).toBeLessThan(450_000);
    expect(html.match(/too long to be shown in full/g)).toHaveLength(2);
  });

  it('that is nested endlessly stops after twelve levels, and the page says so', () => {
    let fields = [field('title', 'string', 'innermost')];
    for (let depth = 30; depth > 0; depth -= 1) {
      const note = field('note', 'richtext', '<p>n</p>');
      fields = [
        field('title', 'string', `level ${depth}`),
        note,
        repeatable('inner', group('Level', ...fields)),
      ];
    }
    const html = bodyOf(fields);
    expect(html).toContain('level 13');
    expect(html).not.toContain('level 14');
    expect(html).toContain('nested too deeply');
  });

  it('of a wrong type is never shown raw and never breaks the page', () => {
    const errors = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const types = [
      'string',
      'number',
      'boolean',
      'date',
      'time',
      'datetime',
      'enumeration',
      'email',
    ];
    types.push(
      'richtext',
      'blocks',
      'json',
      'media',
      'component',
      'dynamiczone',
      'relation',
      'unheard-of'
    );
    for (const wrong of [
      undefined,
      null,
      {},
      [],
      [null, 5, {}],
      NaN,
      'x',
      () => 1,
      [[{}]],
      { title: {} },
    ]) {
      const fields = types.map((type) => field(type, type, wrong));
      const html = bodyOf([...fields, null as never, {} as never], { title: wrong as never });
      expect(html).not.toMatch(/\[object|undefined|NaN/);
      expect(html).toContain('</html>');
    }
    expect(errors).not.toHaveBeenCalled();
  });

  it('that can’t be rendered loses only its part of the page', () => {
    const circular: Record<string, unknown> = {};
    circular.self = circular;
    const html = bodyOf([
      field('a', 'json', circular),
      field('b', 'richtext', '<p>still here</p>'),
    ]);
    expect(html).toContain('This part can’t be shown.');
    expect(html).toContain('still here');
  });
});
