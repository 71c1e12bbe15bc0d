import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { commentHtml } from '../../../server/src/comments/comment-html';
import { COMMENT_MAX_LENGTH } from '../../../contracts/comments';
import { LINEAR_MS, cpuMsOf } from '../../support/cpu';

const REL = 'rel="nofollow ugc noreferrer noopener"';

describe('a comment', () => {
  it('has paragraphs, line breaks, bold, italic, code and lists', () => {
    expect(commentHtml('One *two* **three** `four`\nfive\n\nsix')).toBe(
      '<p>One <em>two</em> <strong>three</strong> <code>four</code><br />\nfive</p>\n<p>six</p>\n'
    );
    expect(commentHtml('- a\n- b')).toBe('<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n');
    expect(commentHtml('3. a\n4. b')).toBe('<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>\n');
    expect(commentHtml('```js\na < b\n```')).toBe('<pre><code>a &lt; b\n</code></pre>\n');
  });

  it('has links to whole addresses, which pass nothing on', () => {
    expect(commentHtml('[a](https://example.com/x?y=1)')).toBe(
      `<p><a href="https://example.com/x?y=1" ${REL}>a</a></p>\n`
    );
    expect(commentHtml('see https://example.com.')).toBe(
      `<p>see <a href="https://example.com/" ${REL}>https://example.com</a>.</p>\n`
    );
    expect(commentHtml('maria@example.com')).toContain('href="mailto:maria@example.com"');
  });

  it.each([
    '[a](javascript:alert)',
    '[a](JAVASCRIPT:alert)',
    '[a](java\tscript:alert)',
    '[a](data:text/html,x)',
    '[a](vbscript:x)',
    '[a](/admin/logout)',
    '[a](//evil.example)',
    '[a](/\\evil.example)',
    '[a](https://bank.example@evil.example)',
    '[a](#content)',
    '[a](tel:+1)',
    '[a](file:///etc/passwd)',
  ])('has no link of %s', (markdown) => {
    expect(commentHtml(markdown)).not.toContain('href');
  });

  it.each([
    '<b>bold</b>',
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<!-- a -->',
    '&lt;b&gt;',
    '<https://example.com" onclick="x">',
  ])('shows HTML as the text that was typed: %s', (markdown) => {
    expect(commentHtml(markdown)).not.toMatch(/<(?!\/?(?:p|a)\b|br )/);
    expect(commentHtml(markdown)).not.toMatch(/<[^>]*\son\w+=/);
  });

  it.each(['# a', '> a', '![a](https://example.com/a.png)', '| a |\n|---|\n| b |', '---', '~~a~~'])(
    'shows what it does not have as text: %j',
    (markdown) => {
      expect(commentHtml(markdown)).not.toMatch(/<(?!\/?(?:p|br|a)\b)/);
    }
  );

  it('is shown whole, even if it is of emoji alone', () => {
    const text = '😀'.repeat(COMMENT_MAX_LENGTH);
    expect(commentHtml(text)).toBe(`<p>${text}</p>\n`);
  });

  it('has only known tags and attributes, whatever is typed', () => {
    const pieces = fc.constantFrom(
      ...[
        '*',
        '**',
        '_',
        '`',
        '```',
        '[',
        ']',
        '(',
        ')',
        '<',
        '>',
        '"',
        "'",
        '&',
        '!',
        '- ',
        '1. ',
      ],
      ...[
        '\n',
        '    ',
        '\\',
        'https://a.example',
        'javascript:',
        '<a href="',
        ' onclick=',
        '<u>',
        'a',
      ]
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const tags = commentHtml(parts.join('')).match(/<[^>]*>/g) ?? [];
        const known =
          /^<(?:\/?(?:p|strong|em|code|pre|ul|ol|li|a)|br \/|ol start="\d+"|a href="(?:https?:\/\/|mailto:)[^"\s<>]*" rel="nofollow ugc noreferrer noopener")>$/;
        for (const tag of tags) expect(tag).toMatch(known);
      }),
      { numRuns: 500 }
    );
  });

  it.each(['- ', '1. ', '*', '**', '_', '[', '](', '`', '> ', '[a](', 'http://a.', 'a@', '\\'])(
    'of many %j takes little time',
    (piece) => {
      const text = piece.repeat(COMMENT_MAX_LENGTH / piece.length);
      expect(cpuMsOf(() => commentHtml(text))).toBeLessThan(LINEAR_MS);
    }
  );
});
