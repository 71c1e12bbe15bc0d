import { describe, expect, it } from 'vitest';

import { safeImageUrl, safeLinkUrl } from '../../../server/src/content/urls';

describe('an address that may become a link', () => {
  it.each([
    ['https://example.com/a?b=c#d', 'https://example.com/a?b=c#d'],
    ['http://example.com', 'http://example.com/'],
    ['  https://example.com/x  ', 'https://example.com/x'],
    ['HTTPS://EXAMPLE.com/', 'https://example.com/'],
    ['mailto:ines@example.com?subject=Hello', 'mailto:ines@example.com?subject=Hello'],
    ['tel:+4712345678', 'tel:+4712345678'],
    ['#risks', '#risks'],
    ['/uploads/plan.pdf', '/uploads/plan.pdf'],
    ['https://example.com/"onclick="x', 'https://example.com/%22onclick=%22x'],
  ])('becomes one: %j', (written, shown) => {
    expect(safeLinkUrl(written)).toBe(shown);
  });
});

describe('an address that is not safe', () => {
  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    'java\tscript:alert(1)',
    '\u0001javascript:alert(1)',
    'vbscript:x',
    'data:text/html,<script>alert(1)</script>',
    'blob:https://example.com/x',
    'file:///etc/passwd',
    'ftp://example.com/',
    '//evil.example/x',
    '/\\evil.example/x',
    '\\\\evil.example\\x',
    'page-next-door',
    'https://',
    'https://bank.example@evil.example/',
    '',
    '   ',
    `https://example.com/${'x'.repeat(10_000)}`,
  ])('is refused: %j', (written) => {
    expect(safeLinkUrl(written)).toBeNull();
    expect(safeImageUrl(written)).toBeNull();
  });

  it('is refused when it is not a text', () => {
    for (const value of [undefined, null, 5, {}, ['https://example.com']]) {
      expect(safeLinkUrl(value as never)).toBeNull();
      expect(safeImageUrl(value as never)).toBeNull();
    }
  });
});

describe('an address that may load as a picture', () => {
  it('is on this site or on the web', () => {
    expect(safeImageUrl('/uploads/a.png')).toBe('/uploads/a.png');
    expect(safeImageUrl('https://cdn.example.com/a.png')).toBe('https://cdn.example.com/a.png');
  });

  it.each(['mailto:a@example.com', 'tel:1', '#x', 'data:image/svg+xml,<svg/>'])(
    'is not %j',
    (url) => {
      expect(safeImageUrl(url)).toBeNull();
    }
  );
});
