import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { LANGUAGES } from './languages';
import type { Language } from './languages';
import type { Random } from './random';

/** A text that knows its paragraphs and sentences, and can write more of its kind. */
export interface Writing {
  name: string;
  paragraphs: string[][];
  /** What stands between two sentences. */
  blank: string;
  /** A sentence in the same language that is none of the text's. */
  other: (random: Random) => string;
}

export const textOf = ({ paragraphs, blank }: Pick<Writing, 'paragraphs' | 'blank'>): string =>
  paragraphs.map((sentences) => sentences.join(blank)).join('\n');

const LENGTHS = [100, 200, 400, 800, 1_500, 3_000, 5_000];

/** At least 80 texts of 100 to 5,000 characters. */
export function writings(random: Random): Writing[] {
  const made = LANGUAGES.flatMap((language) =>
    LENGTHS.slice(0, 6).map((length) => madeUp(language, length, random))
  );
  const sentences = demoSentences();
  const [own, others] = [
    sentences.filter((_, index) => index % 2 === 0),
    sentences.filter((_, index) => index % 2 === 1),
  ];
  const fromDemo = LENGTHS.flatMap((length) =>
    [1, 2].map((): Writing => {
      const pool = random.shuffled(own);
      return {
        name: `demo, ${length}`,
        paragraphs: paragraphsOf(length, random, (index) => pool[index % pool.length]!),
        blank: ' ',
        other: () => random.pick(others),
      };
    })
  );
  return [...made, ...fromDemo];
}

function madeUp({ name, parts, blank, stop }: Language, length: number, random: Random): Writing {
  const half = (offset: number) => () =>
    parts.map((row) => row[random.below(4) + offset]!).join(blank) + stop;
  const used = new Set<string>();
  let last = '';
  const fresh = () => {
    // When all sentences are used, they start again, but never twice in a row.
    for (let tries = 0; ; tries += 1) {
      const sentence = half(0)();
      if (used.has(sentence) && tries < 50) continue;
      if (sentence === last) continue;
      used.add(sentence);
      last = sentence;
      return sentence;
    }
  };
  return {
    name: `${name}, ${length}`,
    paragraphs: paragraphsOf(length, random, fresh),
    blank: blank === ' ' ? ' ' : '',
    other: half(4),
  };
}

function paragraphsOf(
  length: number,
  random: Random,
  sentenceAt: (index: number) => string
): string[][] {
  const paragraphs: string[][] = [[]];
  let [index, size] = [0, 0];
  const most = Math.max(1, Math.round(length / 300));
  while (size < length) {
    const sentence = sentenceAt(index);
    index += 1;
    size += sentence.length + 1;
    paragraphs.at(-1)!.push(sentence);
    if (paragraphs.at(-1)!.length > random.below(most + 1) + 1 && size < length)
      paragraphs.push([]);
  }
  return paragraphs;
}

/** Prose of the demo, sentence by sentence. What stands alone there, such as a title, gets a stop. */
function demoSentences(): string[] {
  const folder = path.join(import.meta.dirname, '../../../../../demo/src/seed');
  const sentences = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .sort()
    .flatMap((file) => readFileSync(path.join(folder, file), 'utf8').match(/'[^'\n]{30,}'/g) ?? [])
    .flatMap((literal) => literal.slice(1, -1).split(/\\n|(?<=[.!?]) /))
    .map((sentence) => sentence.trim().replace(/(?<![.!?:])$/, '.'))
    .filter((sentence) => /^[^<{=]{20,}$/.test(sentence) && sentence.split(' ').length > 3);
  return [...new Set(sentences)];
}
