/** Characters of each text: as many as the longest field that is shown. */
const LENGTH = 200_000;

/** What makes a parser or a pattern look far ahead and start again, over and over. */
const PIECES = [
  ' ',
  '\n',
  '\t',
  '\u00a0',
  '.',
  '<',
  '>',
  'a',
  'A',
  '0',
  '/',
  '&',
  '=',
  '-',
  '_',
  '"',
  '%2f',
  'a.',
  'a ',
  ' \n',
  '\n ',
  ' .',
  '. ',
  'é',
  '\u0301',
  '<img src="',
  '<img ',
  '<p ',
  '<h1>',
  '&#1',
  '&amp',
  '![a](',
  'a@',
  'http://',
  'www.a',
];

/** Beginnings and ends between which a long run stands. */
const FRAMES: [string, string][] = [
  ['![a', 'b](/uploads/x.png)'],
  ['<img src="x" alt="', '">'],
  ['<img src="x"', 'b'],
  ['a', 'a'],
  ['a', '\n'],
  ['<p', ''],
  ['/uploads/', '?'],
  ['"', 'x'],
  ['a', 'b c'],
  ['<img src="x"', ' b c>'],
];

const filled = (piece: string, length: number) =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

/** A text of any length, by what it is made of. */
export type Hostile = [name: string, textOf: (length: number) => string];

/** With `source`, also texts of a pattern's own letters. */
export function hostileTexts(source = ''): Hostile[] {
  const own = [...(source.match(/[a-z0-9]{2,}|[^\s\w]/gi) ?? []), ...fragmentsOf(source)];
  const runs = [...new Set([...PIECES, ...own])].map((piece): Hostile => [
    JSON.stringify(piece),
    (length) => filled(piece, length),
  ]);
  const framed = FRAMES.flatMap(([start, end]) =>
    [' ', '.', '\n', 'a', '<'].map((piece): Hostile => [
      JSON.stringify([start, piece, end]),
      (length) => start + filled(piece, length) + end,
    ])
  );
  return [...runs, ...framed];
}

/**
 * The first text that takes too long, and how long; null if none does. A tenth of the text comes first: on that, too, what grows with
 * the square is too slow, and the test need not wait for the whole.
 */
export function slowOn(
  texts: Hostile[],
  work: (text: string) => unknown,
  limitMs: number
): string | null {
  for (const length of [LENGTH / 10, LENGTH]) {
    for (const [name, textOf] of texts) {
      const text = textOf(length);
      const ms = quickest(() => work(text), limitMs);
      if (ms >= limitMs) return `${name} × ${length}: ${ms.toFixed(0)} ms`;
    }
  }
  return null;
}

/** What stands in a pattern as it stands in a text: of `<h([1-6])>` it is `<h` and `>`. */
function fragmentsOf(source: string): string[] {
  const literal = source
    .replace(/\\[a-z0-9](?:\{[^{}]*\})?/gi, '\n')
    .replace(/\[(?:[^\]\\]|\\.)*\]/g, '\n')
    .replace(/(?<!\\)(?:\(\?[:=!<]*|[()|*+?^$.]|\{\d+,?\d*\})/g, '\n')
    .replace(/\\(.)/g, '$1');
  return literal.split('\n').filter((fragment) => fragment !== '');
}

/** The least computing of up to three rounds: what the machine does besides is not counted. */
function quickest(work: () => unknown, enough: number): number {
  let least = Infinity;
  for (let round = 0; round < 3 && least >= enough; round += 1) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}
