import { describe, expect, it } from 'vitest';

import { CUT_NOTE, cutText, MAX_TEXT, renderMarkdown } from '../../../server/src/content/markdown';

describe('markdown from an editor', () => {
  it('gets headings below those of the page', () => {
    const html = renderMarkdown('# One\n## Two\n### Three\n#### Four\n##### Five\n###### Six');
    expect(html.replace(/\n/g, '')).toBe(
      '<h3>One</h3><h4>Two</h4><h5>Three</h5><h6>Four</h6><h6>Five</h6><h6>Six</h6>'
    );
  });

  it('keeps emphasis, lists, quotes, code and line breaks', () => {
    const html = renderMarkdown('**a** *b* ~~c~~ `d`\ne\n\n> f\n\n3. g\n\n```js\nh < i\n```');
    expect(html).toContain('<strong>a</strong> <em>b</em> <s>c</s> <code>d</code><br />');
    expect(html).toContain('<blockquote>');
    expect(html).toContain('<ol start="3">');
    expect(html).toContain('<pre><code class="language-js">h &lt; i');
  });

  it("keeps the underline of Strapi's own toolbar, closed or not", () => {
    expect(renderMarkdown('<u>a</u>')).toBe('<p><u>a</u></p>\n');
    expect(renderMarkdown('<u>a')).toBe('<p><u>a</u></p>\n');
    expect(renderMarkdown('a</u>*b*')).toBe('<p>a<em>b</em></p>\n');
  });

  it('aligns table cells without an inline style', () => {
    const html = renderMarkdown('| a | b |\n|---|--:|\n| 1 | 2 |');
    expect(html).toContain('<th>a</th>');
    expect(html).toContain('<td class="align-right">2</td>');
    expect(html).not.toContain('style=');
  });

  it('makes links of addresses, and hides where the reader came from', () => {
    const rel = 'rel="noopener noreferrer nofollow"';
    expect(renderMarkdown('[a](https://example.com/?b=1&c=2 "t")')).toContain(
      `<a href="https://example.com/?b=1&amp;c=2" title="t" ${rel}>a</a>`
    );
    expect(renderMarkdown('see https://example.com/x.')).toContain(
      `<a href="https://example.com/x" ${rel}>https://example.com/x</a>.`
    );
    expect(renderMarkdown('[a](#b) [c](/d)')).toContain(`<a href="/d" ${rel}>c</a>`);
  });

  it('loads pictures late and keeps their description', () => {
    expect(renderMarkdown('![a "b"](/uploads/c.png)')).toBe(
      '<p><img src="/uploads/c.png" alt="a &quot;b&quot;" loading="lazy" /></p>\n'
    );
    expect(renderMarkdown('![](/c.png)')).toContain('alt=""');
  });

  it('is empty when the text is empty or not a text', () => {
    expect(renderMarkdown('')).toBe('');
    expect(renderMarkdown(' \n ')).toBe('');
    expect(renderMarkdown({ toString: () => 'x' } as never)).toBe('');
  });
});

describe('markdown from an attacker', () => {
  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<u onclick=alert(1)>x</u>',
    '</div></main><style>*{display:none}</style>',
    '<svg/onload=alert(1)>',
    '[a](javascript:alert(1))',
    '[a](JAVASCRIPT&colon;alert(1))',
    '[a](java&#10;script:alert(1))',
    '[a](data:text/html;base64,PHNjcmlwdD4=)',
    '[a](//evil.example)',
    '<javascript:alert(1)>',
    '![a](javascript:alert(1))',
    '![a](data:image/svg+xml;base64,AAAA)',
    '![a](//evil.example/pixel.gif)',
    '![a"onerror="alert(1)](/x.png)',
    '[a](https://x.example "\\" onclick=\\"alert(1)")',
    '```"><script>\nx\n```',
  ])('stays harmless: %s', (source) => {
    const tags = renderMarkdown(source).match(/<[^>]*>/g) ?? [];
    for (const tag of tags) {
      expect(tag).not.toMatch(/^<(script|style|svg|div|main)/i);
      expect(tag).not.toMatch(/\s(?:on\w+|style)=(?![^"]*"(?:\s|>|$))/i);
      expect(tag).not.toMatch(/(?:href|src)="(?!https?:|mailto:|tel:|#|\/(?!\/))/i);
      expect(tag.replace(/="[^"]*"/g, '')).not.toMatch(/\son/i);
    }
  });

  it('keeps the text of a refused link, the description of a refused picture, and the text after them', () => {
    expect(renderMarkdown('[a](next-door) **b** ![c](c.png) d')).toBe(
      '<p>a <strong>b</strong> c d</p>\n'
    );
  });

  it('is cut when it is too long, and says so', () => {
    const html = renderMarkdown('word '.repeat(MAX_TEXT));
    expect(html.length).toBeLessThan(MAX_TEXT + 500);
    expect(html).toContain(CUT_NOTE);
    expect(renderMarkdown('word')).not.toContain(CUT_NOTE);
  });

  it('is never cut inside a character', () => {
    expect(cutText('a😀', 2)).toBe('a');
    expect(cutText('a😀', 3)).toBe('a😀');
  });
});
