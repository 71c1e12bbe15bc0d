import { createHash } from 'node:crypto';

import type { Branding } from '../../../../contracts/settings';

type Rgb = [number, number, number];

/**
 * The light and dark backgrounds of links in the site's colour: `--surface` of the style sheet.
 * Their contrast to the links is lower than the paper's.
 */
const SURFACE: Rgb = [246, 247, 248];
const DARK_SURFACE: Rgb = [29, 33, 37];

/** The contrast that WCAG 2.2 (1.4.3) requires for text. */
const CONTRAST = 4.5;

/** The style for the site's colour. Returns null if the site has none. */
export function brandStyle({ color }: Branding): { css: string; hash: string } | null {
  const rgb = parseColor(color);
  if (!rgb) return null;
  const light = hex(readableOn(SURFACE, rgb));
  const dark = hex(readableOn(DARK_SURFACE, rgb));
  const css =
    `@media screen{:root{--accent:${light}}}` +
    `@media screen and (prefers-color-scheme:dark){:root{--accent:${dark}}}`;
  return { css, hash: createHash('sha256').update(css).digest('base64') };
}

/** The colour itself, or the nearest darker or lighter one that is readable on the paper. */
function readableOn(paper: Rgb, color: Rgb): Rgb {
  const target = luminance(paper) > 0.5 ? 0 : 255;
  for (let step = 0; step <= 20; step += 1) {
    const mixed = color.map((part) => Math.round(part + ((target - part) * step) / 20)) as Rgb;
    if (contrast(paper, mixed) >= CONTRAST) return mixed;
  }
  return [target, target, target];
}

export function contrast(a: Rgb, b: Rgb): number {
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (lighter + 0.05) / (darker + 0.05);
}

/** WCAG's relative luminance. */
function luminance(color: Rgb): number {
  const [r = 0, g = 0, b = 0] = color.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function parseColor(color: string | null): Rgb | null {
  if (!color || !/^#[0-9a-f]{6}$/i.test(color)) return null;
  return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16)) as Rgb;
}

function hex(color: Rgb): string {
  return `#${color.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
