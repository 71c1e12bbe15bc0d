import { describe, expect, it } from 'vitest';

import { deliveryOf, isPacked, shownAs } from '../../../server/src/page/file-kinds';
import { asciiName, safeName, uniqueNames } from '../../../server/src/public/files/names';
import { parseRange } from '../../../server/src/public/files/range';

describe('the name of a file', () => {
  it.each([
    ['plan.pdf', '.pdf', 'plan.pdf'],
    ['Plan', '.pdf', 'Plan.pdf'],
    ['Report 2.0', '.docx', 'Report 2.0.docx'],
    ['PLAN.PDF', '.pdf', 'PLAN.pdf'],
    ['invoice.pdf', '.exe', 'invoice.pdf.exe'],
    ['no ending', '', 'no ending'],
    ['Größe „alles“ 数据.csv', '.csv', 'Größe „alles“ 数据.csv'],
    ['../../etc/passwd', '', 'etc passwd'],
    ['a/b\\c:d*e?f"g<h>i|j%k.txt', '.txt', 'a b c d e f g h i j k.txt'],
    ['line\r\nSet-Cookie: a=b.txt', '.txt', 'line Set-Cookie a=b.txt'],
    ['invoice\u202efdp.exe', '.exe', 'invoice fdp.exe'],
    ['a\u200bb\u0000c\ud800d.txt', '.txt', 'a b c d.txt'],
    ['.htaccess', '', 'htaccess'],
    ['trailing. . .', '', 'trailing'],
    ['con.txt', '.txt', '_con.txt'],
    ['NUL', '.pdf', '_NUL.pdf'],
    ['COM1.tar.gz', '.gz', '_COM1.tar.gz'],
    ['console.txt', '.txt', 'console.txt'],
    ['', '.png', 'file.png'],
    ['...', '', 'file'],
    ['x', '.p/../ng', 'x'],
  ])('is changed from %j with %j to %j', (name, extension, saved) => {
    expect(safeName(name, extension)).toBe(saved);
  });

  it('fits every file system, and is cut between characters', () => {
    for (const character of ['x', 'ü', '数', '🚢']) {
      const saved = safeName(character.repeat(400), '.pdf');
      expect(Buffer.byteLength(saved)).toBeLessThanOrEqual(180);
      expect(Buffer.byteLength(saved)).toBeGreaterThan(170);
      expect(saved).toMatch(new RegExp(`^(?:${character})+\\.pdf$`, 'u'));
    }
  });

  it.each([
    ['Größe.pdf', 'Gro_e.pdf'],
    ['Crème brûlée.txt', 'Creme brulee.txt'],
    ['数据.csv', 'file.csv'],
    ['plan 数据 2.csv', 'plan _ 2.csv'],
    ['plain.pdf', 'plain.pdf'],
  ])('is changed from %s to %s for programs that read only ASCII', (name, ascii) => {
    expect(asciiName(name)).toBe(ascii);
  });

  it('occurs only once in an archive', () => {
    const unique = uniqueNames();
    const names = [
      'a.txt',
      'A.TXT',
      'a.txt',
      'a (2).txt',
      'noend',
      'noend',
      'é.txt',
      'e\u0301.txt',
    ];
    expect(names.map(unique)).toEqual([
      'a.txt',
      'A (2).TXT',
      'a (3).txt',
      'a (2) (2).txt',
      'noend',
      'noend (2)',
      'é.txt',
      'e\u0301 (2).txt',
    ]);
  });
});

describe('a range', () => {
  it.each([
    ['bytes=0-0', { start: 0, end: 0 }],
    ['bytes=0-', { start: 0, end: 99 }],
    ['bytes=10-19', { start: 10, end: 19 }],
    ['bytes=90-1000', { start: 90, end: 99 }],
    ['bytes=-10', { start: 90, end: 99 }],
    ['bytes=-1000', { start: 0, end: 99 }],
    ['Bytes = 5 - 6', { start: 5, end: 6 }],
    ['bytes=100-', 'unsatisfiable'],
    ['bytes=100-200', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    ['', null],
    ['bytes=-', null],
    ['bytes=20-10', null],
    ['bytes=0-1,5-6', null],
    ['bytes=a-b', null],
    ['items=0-1', null],
    ['bytes=0-99999999999999999999999', null],
  ])('from %j of 100 bytes is %j', (header, range) => {
    expect(parseRange(header, 100)).toEqual(range);
  });

  it('of an empty file can’t be satisfied', () => {
    expect(parseRange('bytes=0-', 0)).toBe('unsatisfiable');
    expect(parseRange('bytes=-5', 0)).toBe('unsatisfiable');
    expect(parseRange('', 0)).toBeNull();
  });
});

describe('the way to send a file', () => {
  const sent = (mime: string, ...names: string[]) => {
    const { type, disposition } = deliveryOf({ mime, names });
    return `${disposition} ${type}`;
  };
  const SAVED = 'attachment application/octet-stream';

  it.each([
    ['image/jpeg', 'a.jpg'],
    ['image/png', 'a.png'],
    ['image/gif', 'a.gif'],
    ['image/webp', 'a.webp'],
    ['image/avif', 'a.avif'],
    ['application/pdf', 'a.pdf'],
    ['video/mp4', 'a.mp4'],
    ['audio/mpeg', 'a.mp3'],
  ])('opens %s as that type', (mime, name) => {
    expect(sent(mime, name)).toBe(`inline ${mime}`);
  });

  it('opens plain text only as text', () => {
    expect(sent('text/plain', 'a.txt')).toBe('inline text/plain; charset=utf-8');
  });

  it.each([
    ['text/html', 'a.html'],
    ['application/xhtml+xml', 'a.xhtml'],
    ['application/xml', 'a.xml'],
    ['text/xml', 'a'],
    ['text/javascript', 'a.js'],
    ['application/javascript', 'a'],
    ['application/x-shockwave-flash', 'a.swf'],
    ['text/plain', 'a.html'],
    ['text/plain', 'a.svg'],
    ['image/png', 'a.SVG'],
    ['image/png', 'a.png', '.html'],
    ['application/pdf', 'a.htm '],
    ['video/mp4', 'a.mjs'],
    ['text/csv', 'a.csv'],
    ['application/zip', 'a.zip'],
    ['application/json', 'a.json'],
    ['image/tiff', 'a.tiff'],
    ['image/svg', 'a.svg'],
    ['video/mp4\r\nx: y', 'a.mp4'],
    ['video/', 'a.mp4'],
    ['', 'a'],
  ])('saves %j named %j and never opens it', (mime, ...names) => {
    expect(sent(mime, ...names)).toBe(SAVED);
    expect(deliveryOf({ mime, names }).csp).toBeNull();
  });

  it('saves an SVG, in a sandbox, unless it is used as an image', () => {
    expect(sent('image/svg+xml', 'a.svg')).toBe('attachment image/svg+xml');
    expect(deliveryOf({ mime: 'image/svg+xml', names: ['a.svg'] }).csp).toMatch(
      /^default-src 'none';.*sandbox$/
    );
  });

  it('opens everything in a sandbox, except a PDF, whose viewer does not work there', () => {
    for (const mime of ['image/png', 'video/mp4', 'audio/mpeg', 'text/plain']) {
      expect(deliveryOf({ mime, names: ['a'] }).csp).toMatch(/; sandbox$/);
    }
    const pdf = deliveryOf({ mime: 'application/pdf', names: ['a.pdf'] }).csp ?? '';
    expect(pdf).toContain("default-src 'none'");
    expect(pdf).not.toContain('script');
  });

  it('shows pictures, films and sound on pages', () => {
    expect(['image/png', 'image/svg+xml', 'video/webm', 'audio/ogg'].map(shownAs)).toEqual([
      'image',
      'image',
      'video',
      'audio',
    ]);
    for (const mime of ['image/tiff', 'application/pdf', 'text/html', 'videos/mp4', 'video/<b>']) {
      expect(shownAs(mime)).toBeNull();
    }
  });

  it('does not compress again what is already compressed', () => {
    const packed = (mime: string, name: string) => isPacked({ mime, names: [name] });
    expect(packed('image/jpeg', 'a.jpg')).toBe(true);
    expect(packed('application/octet-stream', 'a.docx')).toBe(true);
    expect(packed('video/mp4', 'a.mp4')).toBe(true);
    expect(packed('text/csv', 'a.csv')).toBe(false);
    expect(packed('image/svg+xml', 'a.svg')).toBe(false);
    expect(packed('audio/wav', 'a.wav')).toBe(false);
  });
});
