import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { optionProblems } from '../../../server/src/settings/config';
import { brandStyle, contrast } from '../../../server/src/page/styles/brand';
import { renderEntryPage, renderRefusalPage } from '../../../server/src/page/render';
import { STYLE } from '../../../server/src/page/styles/style';
import { readStylesheet } from '../../../server/src/public/stylesheet';
import { entry } from './support';

let root: string;

beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'stylesheet-'));
});
afterAll(() => rmSync(root, { recursive: true }));

const sheet = (css: string) => {
  writeFileSync(path.join(root, 'own.css'), css);
  return readStylesheet(root, './own.css');
};

describe('a style sheet of the site', () => {
  it('comes last on every page, and is allowed by its hash', () => {
    const stylesheet = sheet('h1 { color: red }\r\n');
    const digest = createHash('sha256').update('h1 { color: red }\n').digest('base64');
    for (const { html, csp } of [
      renderEntryPage(entry([]), { stylesheet }),
      renderRefusalPage({ stylesheet }),
    ]) {
      expect(html).toMatch(/<style>h1 { color: red }\n<\/style><\/head>/);
      expect(csp).toContain(` 'sha256-${digest}';`);
      expect(csp).toContain("font-src 'self' data:;");
      expect(csp).not.toContain('unsafe');
    }
    expect(renderRefusalPage().csp).not.toContain('font-src');
  });

  it.each([
    ['that is missing', () => readStylesheet(root, 'none.css'), /none\.css can’t be read/],
    ['that is a folder', () => readStylesheet(root, '.'), /can’t be read/],
    ['that is too large', () => sheet('a'.repeat(100_001)), /larger than 100 kB/],
    ['that ends the style element', () => sheet('</STYLE><script>'), /has HTML in it/],
  ])('%s is refused', (_name, read, message) => {
    expect(read).toThrow(message);
  });

  it('must be configured as a path, or the app does not start', () => {
    const pathsOf = (stylesheet: unknown) =>
      optionProblems({ prefix: '/share', stylesheet }).map(({ path }) => path.join('.'));
    expect(pathsOf('./own.css')).toEqual([]);
    for (const wrong of ['', 5, ['a.css']]) expect(pathsOf(wrong)).toEqual(['stylesheet']);
  });
});

/** The value of a custom property, in the light and in the dark scheme. */
function valuesOf(name: string): [string, string] {
  const [light = '', dark = ''] = [
    ...STYLE.matchAll(new RegExp(`--${name}:(#[0-9a-f]{6})`, 'g')),
  ].map(([, value]) => value ?? '');
  return [light, dark];
}
const rgb = (hex: string) =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as [number, number, number];

describe('the colours', () => {
  it.each([
    ['ink', 'paper'],
    ['ink', 'surface'],
    ['quiet', 'paper'],
    ['quiet', 'surface'],
    ['quiet', 'raised'],
    ['accent', 'paper'],
    ['accent', 'surface'],
    ['good', 'good-paper'],
    ['busy', 'busy-paper'],
    ['bad', 'bad-paper'],
    ['bad', 'paper'],
    ['plain', 'plain-paper'],
    ['draft', 'draft-paper'],
    ['draft', 'paper'],
  ])('have enough contrast for %s on %s, light and dark', (text, paper) => {
    for (const scheme of [0, 1]) {
      const colours = [valuesOf(text)[scheme], valuesOf(paper)[scheme]].map((hex) =>
        rgb(hex ?? '')
      );
      expect(contrast(colours[0]!, colours[1]!)).toBeGreaterThanOrEqual(4.5);
    }
  });

  it.each(['#ffff00', '#0b6e4f', '#000000', '#ffffff', '#ff0055', '#777777'])(
    'of a site are made readable on every surface: %s',
    (color) => {
      const css = brandStyle({ name: null, logo: null, footer: null, color })?.css ?? '';
      const accents = [...css.matchAll(/--accent:(#[0-9a-f]{6})/g)].map(([, value]) => value ?? '');
      expect(accents).toHaveLength(2);
      for (const [scheme, accent] of accents.entries()) {
        for (const paper of ['paper', 'surface', 'raised']) {
          const behind = rgb(valuesOf(paper)[scheme] ?? '');
          expect(contrast(rgb(accent), behind)).toBeGreaterThanOrEqual(4.5);
        }
      }
    }
  );
});
