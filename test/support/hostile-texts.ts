/** Characters of each text: as many as the longest field that a page shows. */
const LENGTH = 200_000;

/** Pieces that make a parser or a pattern look far ahead and start again, many times. */
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

/** Beginnings and ends around a long repetition. */
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

/** A text of any length, named by its pieces. */
export type Hostile = [name: string, textOf: (length: number) => string];

/** Adds texts from the letters of a pattern if `source` is given. */
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
 * The first text that takes too long, with its time; null if none does. It tries a tenth of the
 * length first: time that grows with the square is too long even there, and the test ends sooner.
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

/** The literal parts of a pattern: for `<h([1-6])>` these are `<h` and `>`. */
function fragmentsOf(source: string): string[] {
  const literal = source
    .replace(/\\[a-z0-9](?:\{[^{}]*\})?/gi, '\n')
    .replace(/\[(?:[^\]\\]|\\.)*\]/g, '\n')
    .replace(/(?<!\\)(?:\(\?[:=!<]*|[()|*+?^$.]|\{\d+,?\d*\})/g, '\n')
    .replace(/\\(.)/g, '$1');
  return literal.split('\n').filter((fragment) => fragment !== '');
}

/** The shortest computing time of up to three rounds, without other work of the machine. */
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
