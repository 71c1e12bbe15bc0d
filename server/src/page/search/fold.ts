/** Letters whose plain form Unicode does not know, and signs that people don't tell apart. */
const PLAIN: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ς: 'σ',
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
  '−': '-',
};

const SPECIAL = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'g');

/** Accents, once they stand alone, and signs that nobody sees. */
const UNSEEN = /[\p{Mn}\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;

/** Text as it is compared: without case and accents. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(UNSEEN, '')
    .toLowerCase()
    .replace(SPECIAL, (sign) => PLAIN[sign] as string);
}

/** The words that all have to be found; none for what has nothing but spaces and accents in it. */
export function wordsOf(query: string): string[] {
  return [...new Set(fold(query).split(/\s+/))].filter((word) => word !== '');
}

export interface Range {
  start: number;
  end: number;
}

/** More marks than anybody looks at. */
const MAX_RANGES = 1_000;

/** Where the words stand in the text itself, in its order; what overlaps is one. */
export function rangesOf(text: string, words: string[]): Range[] {
  const { folded, origins } = foldWithOrigins(text);
  const found: Range[] = [];
  for (const word of words) {
    let at = folded.indexOf(word);
    for (let count = 0; at >= 0 && count < MAX_RANGES; count += 1) {
      found.push({ start: origins[at]!, end: endOf(origins, at + word.length) ?? text.length });
      at = folded.indexOf(word, at + word.length);
    }
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const merged: Range[] = [];
  for (const range of found) {
    const last = merged.at(-1);
    if (last && range.start <= last.end) last.end = Math.max(last.end, range.end);
    else merged.push({ ...range });
  }
  return merged;
}

/** Where the next character begins: those that were made from one, as of `ß`, are not parted. */
function endOf(origins: number[], end: number): number | undefined {
  let next = end;
  while (origins[next] === origins[end - 1]) next += 1;
  return origins[next];
}

/** The folded text, and for each of its characters the place of the one it was made from. */
function foldWithOrigins(text: string): { folded: string; origins: number[] } {
  const known = new Map<string, string>();
  const origins: number[] = [];
  let folded = '';
  let at = 0;
  for (const char of text) {
    let plain = known.get(char);
    if (plain === undefined) known.set(char, (plain = fold(char)));
    for (let index = 0; index < plain.length; index += 1) origins.push(at);
    folded += plain;
    at += char.length;
  }
  return { folded, origins };
}
