/** The contrast that WCAG requires between text of usual size and its background. */
export const READABLE_CONTRAST = 4.5;

type Rgb = [number, number, number];

/** Splits `#rrggbb` into its three numbers. Returns null for anything else. */
export function parseColor(color: string): Rgb | null {
  const parts = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color);
  if (!parts) return null;
  const [, red = '', green = '', blue = ''] = parts;
  return [parseInt(red, 16), parseInt(green, 16), parseInt(blue, 16)];
}

/** Returns the contrast of white text on a colour, from 1 to 21; null if it is no colour. */
export function contrastWithWhite(color: string): number | null {
  const rgb = parseColor(color);
  return rgb && 1.05 / (luminance(rgb) + 0.05);
}

/** Returns the relative luminance as WCAG defines it. */
function luminance(rgb: Rgb): number {
  const [red, green, blue] = rgb.map(linear) as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linear(part: number): number {
  const share = part / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
