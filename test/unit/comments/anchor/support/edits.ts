import type { Span } from '../../../../../server/src/comments/anchor/types';
import { apply, gapOf, layout, otherWord, quoteIn, quoteInParagraph, wordsIn } from './passages';
import type { Change, Edited } from './passages';
import type { Random } from './random';
import { textOf } from './texts';
import type { Writing } from './texts';

export type { Edited };

export type Edit = (writing: Writing, random: Random) => Edited | null;

export const paragraphAdded: Edit = (writing, random) => {
  const found = quoteInParagraph(writing, random);
  if (!found) return null;
  const { before, all, index, quote } = found;
  const at = all[random.below(index + 1)]!.paragraph.start;
  const added = Array.from({ length: 1 + random.below(4) }, () => writing.other(random));
  return apply(before, quote, [{ start: at, end: at, text: `${added.join(writing.blank)}\n` }]);
};

export const paragraphRemoved: Edit = (writing, random) => {
  const found = quoteInParagraph(writing, random, 1);
  if (!found) return null;
  const { before, all, index, quote } = found;
  const { start, end } = all[random.below(index)]!.paragraph;
  return apply(before, quote, [{ start, end: end + 1, text: '' }]);
};

export const wordsAround: Edit = (writing, random) => {
  const found = quoteInParagraph(writing, random);
  if (!found) return null;
  const { before, quote } = found;
  const around = wordsIn(before, { start: 0, end: before.length }).filter(
    ({ start, end }) => end <= quote.start || start >= quote.end
  );
  if (around.length === 0) return null;
  const near = around.filter(({ start, end }) => end > quote.start - 40 && start < quote.end + 40);
  const chosen = new Set<Span>();
  for (let count = 1 + random.below(6); count > 0; count -= 1) {
    chosen.add(random.pick(near.length > 0 && random.below(2) > 0 ? near : around));
  }
  const changes = [...chosen].map((word): Change => {
    const kind = random.below(3);
    const text = otherWord(writing, random);
    const gap = gapOf(before, word);
    if (kind === 0) return { ...word, text };
    // A word is added on the side that is not the quote's.
    if (kind === 1) {
      return word.end <= quote.start
        ? { start: word.start, end: word.start, text: text + gap }
        : { start: word.end, end: word.end, text: gap + text };
    }
    const isBefore = word.end <= quote.start;
    if (isBefore) return { ...word, end: word.end + (before[word.end] === ' ' ? 1 : 0), text: '' };
    return { ...word, start: word.start - (before[word.start - 1] === ' ' ? 1 : 0), text: '' };
  });
  const apart = changes
    .sort((a, b) => a.start - b.start)
    .filter((change, index, all) => index === 0 || all[index - 1]!.end < change.start);
  return apply(before, quote, apart);
};

export const wordsInside: Edit = (writing, random) => {
  const found = quoteInParagraph(writing, random);
  if (!found) return null;
  const { before, quote } = found;
  // A word that the quote cuts is left alone.
  const inside = wordsIn(before, { start: 0, end: before.length }).filter(
    ({ start, end }) => start >= quote.start && end <= quote.end
  );
  if (inside.length === 0) return null;
  const kind = random.below(3);
  const word = random.pick(inside);
  const text = before.slice(word.start, word.end);
  if (kind === 0) {
    const typo = misspelt(text, random);
    return typo === null ? null : apply(before, quote, [{ ...word, text: typo }]);
  }
  const other = otherWord(writing, random);
  if (kind === 1) return other === text ? null : apply(before, quote, [{ ...word, text: other }]);
  if (word.start === quote.start) return null;
  const added = other + gapOf(before, word);
  return apply(before, quote, [{ start: word.start, end: word.start, text: added }]);
};

/** Only letters that stand alone are changed, so that no character is cut. */
function misspelt(word: string, random: Random): string | null {
  if (!/^\p{L}{4,}$/u.test(word)) return null;
  const letters = [...word];
  const at = 1 + random.below(letters.length - 2);
  const kind = random.below(3);
  if (kind === 0) letters.splice(at, 1);
  else if (kind === 1) letters.splice(at, 0, letters[at]!);
  else letters.splice(at, 2, letters[at + 1]!, letters[at]!);
  const made = letters.join('');
  return made === word ? null : made;
}

function withoutSentence(writing: Writing, index: number, sentence: number): string {
  const paragraphs = writing.paragraphs
    .map((sentences, at) => (at === index ? sentences.filter((_, s) => s !== sentence) : sentences))
    .filter((sentences) => sentences.length > 0);
  return textOf({ paragraphs, blank: writing.blank });
}

export const sentenceRemoved: Edit = (writing, random) => {
  const before = textOf(writing);
  const all = layout(writing);
  const index = random.below(all.length);
  const sentence = random.below(all[index]!.sentences.length);
  const quote = quoteIn(before, all[index]!.sentences[sentence]!, random);
  if (!quote) return null;
  return { before, quote, after: withoutSentence(writing, index, sentence), expected: null };
};

/**
 * The look-alike is the same sentence, or has one other word. Equal ones are never neighbours: after
 * the removal, nobody could tell which of them is left.
 */
export const lookAlikeStays: Edit = (writing, random) => {
  const places = writing.paragraphs.flatMap((sentences, p) => sentences.map((_, s) => ({ p, s })));
  const from = random.pick(places);
  const to = random.pick(places);
  const source = writing.paragraphs[from.p]![from.s]!;
  const word = random.pick(wordsIn(source, { start: 0, end: source.length }));
  const alike =
    random.below(3) === 0
      ? source
      : source.slice(0, word.start) + otherWord(writing, random) + source.slice(word.end);
  const paragraphs = writing.paragraphs.map((sentences, p) =>
    p === to.p ? [...sentences.slice(0, to.s), alike, ...sentences.slice(to.s)] : sentences
  );
  const all = paragraphs.flat();
  if (all.some((sentence, index) => sentence === all[index + 1])) return null;
  const longer = { ...writing, paragraphs };
  const before = textOf(longer);
  const sentence = from.p === to.p && to.s <= from.s ? from.s + 1 : from.s;
  const quote = quoteIn(before, layout(longer)[from.p]!.sentences[sentence]!, random);
  if (!quote) return null;
  return { before, quote, after: withoutSentence(longer, from.p, sentence), expected: null };
};

export const fieldReplaced: Edit = (writing, random) => {
  const found = quoteInParagraph(writing, random);
  if (!found) return null;
  const { before, quote } = found;
  if (random.below(5) === 0)
    return { before, quote, after: random.pick(['', ' ', '\n']), expected: null };
  const paragraphs = writing.paragraphs.map((sentences) =>
    sentences.map(() => writing.other(random))
  );
  const kept = random.shuffled(paragraphs).slice(0, 1 + random.below(paragraphs.length));
  return { before, quote, after: textOf({ ...writing, paragraphs: kept }), expected: null };
};

export const paragraphMoved: Edit = (writing, random) => {
  const found = quoteInParagraph(writing, random);
  if (!found || found.all.length < 2) return null;
  const { before, all, index, quote } = found;
  const order = all.map((_, at) => at).filter((at) => at !== index);
  const to = random.below(order.length + 1);
  if (to === index) return null;
  order.splice(to, 0, index);
  const paragraphs = order.map((at) => writing.paragraphs[at]!);
  const moved = { ...writing, paragraphs };
  const shift = layout(moved)[to]!.paragraph.start - all[index]!.paragraph.start;
  const expected = { start: quote.start + shift, end: quote.end + shift };
  return { before, quote, after: textOf(moved), expected };
};

/** Another sentence stands where the quote's sentence was. */
export const sentenceReplaced: Edit = (writing, random) => {
  const before = textOf(writing);
  const all = layout(writing);
  const index = random.below(all.length);
  const sentence = random.below(all[index]!.sentences.length);
  const place = all[index]!.sentences[sentence]!;
  const quote = quoteIn(before, place, random);
  if (!quote) return null;
  const after = before.slice(0, place.start) + writing.other(random) + before.slice(place.end);
  return { before, quote, after, expected: null };
};

/** The paragraph is moved, and words around and inside the quote are edited. */
export const movedAndEdited: Edit = (writing, random) => {
  const moved = paragraphMoved(writing, random);
  if (!moved?.expected) return null;
  const around = wordsIn(moved.after, { start: 0, end: moved.after.length }).filter(
    ({ start, end }) => end <= moved.expected!.start || start >= moved.expected!.end
  );
  if (around.length === 0) return null;
  const word = random.pick(around);
  const edited = apply(moved.after, moved.expected, [
    { ...word, text: otherWord(writing, random) },
  ]);
  return { ...moved, after: edited.after, expected: edited.expected };
};

/** Several letters and words inside and around the quote are edited at once. */
export const manyEdits: Edit = (writing, random) => {
  let edited = wordsInside(writing, random);
  for (let count = 0; edited?.expected && count < 3; count += 1) {
    const { after, expected } = edited;
    const inQuote = count < 2;
    const all = wordsIn(after, { start: 0, end: after.length }).filter(({ start, end }) =>
      inQuote
        ? start >= expected.start && end <= expected.end
        : (end <= expected.start || start >= expected.end) &&
          end > expected.start - 20 &&
          start < expected.end + 20
    );
    if (all.length === 0) continue;
    const word = random.pick(all);
    const text = misspelt(after.slice(word.start, word.end), random) ?? otherWord(writing, random);
    const next = apply(after, expected, [{ ...word, text }]);
    edited = { ...edited, after: next.after, expected: next.expected };
  }
  return edited;
};
