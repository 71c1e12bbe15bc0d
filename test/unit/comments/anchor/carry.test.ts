import { describe, expect, it } from 'vitest';

import { carry, carryOver } from '../../../../server/src/comments/anchor/carry';
import { diffWords } from '../../../../server/src/comments/anchor/word-diff';
import { quoteAt } from '../../../../server/src/comments/anchor/quote';

/** Reads `a [b] c` as the text `a b c` with the passage `b`. */
function marked(text: string) {
  const start = text.indexOf('[');
  return { text: text.replace(/[[\]]/g, ''), start, end: text.indexOf(']') - 1 };
}

/** The outcome, and the later text with the passage marked. */
function carried(before: string, after: string): string {
  const result = carry(marked(before), after);
  if (result.outcome === 'gone') return 'gone';
  const { outcome, start, end } = result;
  return `${outcome}: ${after.slice(0, start)}[${after.slice(start, end)}]${after.slice(end)}`;
}

const TEXT =
  'The ferry leaves at nine. Tickets are sold on board. Dogs travel free of charge.\n' +
  'In winter the timetable changes. The crew announces it on the quay.';
const MARKED = TEXT.replace('Tickets are sold on board', '[$&]');

describe('a passage', () => {
  it('stays here while its text is the same', () => {
    expect(carried(MARKED, TEXT)).toBe(`here: ${MARKED}`);
  });

  it('stays here when only text after it changes', () => {
    const after = TEXT.replace('free of charge', 'for half the price');
    expect(carry(marked(MARKED), after)).toMatchObject({ outcome: 'here', start: 26 });
  });

  it.each([
    ['a paragraph is added before it', `New since May: a bar.\n${TEXT}`],
    ['a sentence before it is removed', TEXT.slice(26)],
    ['words on both sides are replaced', TEXT.replace('nine', 'ten').replace('Dogs', 'Cats')],
    ['the next word is removed', TEXT.replace('at nine. ', '').replace(' Dogs', '')],
  ])('moves when %s', (_, after) => {
    const result = carry(marked(MARKED), after);
    expect(result.outcome).toMatch(/moved|here/);
    expect(result).toMatchObject({ start: after.indexOf('Tickets are') });
  });

  it.each([
    ['One [red fox] ran.', 'One red quick fox ran.', 'One [red quick fox] ran.'],
    ['One [red fox] ran.', 'One brown fox ran.', 'One [brown fox] ran.'],
    ['One [red fox] ran.', 'One red cat ran.', 'One [red cat] ran.'],
    ['One [fox] ran.', 'One cat ran.', 'One [cat] ran.'],
    ['One [fox] ran.', 'One old dog ran.', 'One [old dog] ran.'],
    ['One [red fox] ran.', 'One  fox ran.', 'One  [fox] ran.'],
    [
      'We [recieve teh letter] today.',
      'We receive the letter today.',
      'We [receive the letter] today.',
    ],
    ['We can [recieve it] now.', 'We may receive it now.', 'We may [receive it] now.'],
    ['a [b\nc] d', 'a b c d', 'a [b c] d'],
    [
      'So: [recieve teh leter adn anser] it.',
      'So: receive the letter and answer it.',
      'So: [receive the letter and answer] it.',
    ],
  ])('changes with its words: %s', (before, after, expected) => {
    expect(carried(before, after)).toBe(`changed: ${expected}`);
  });

  it.each([
    ['its sentence is removed', TEXT.replace('Tickets are sold on board. ', '')],
    [
      'its sentence is replaced',
      TEXT.replace('Tickets are sold on board', 'Children like the bow'),
    ],
    ['the text is emptied', ''],
    ['the text has only blanks', ' \n '],
    ['another text stands there', 'Our bakery opens early. We sell bread, and cake on Sundays.'],
  ])('is gone when %s', (_, after) => {
    expect(carried(MARKED, after)).toBe('gone');
  });

  it('is gone when it is removed, although the same words stand elsewhere', () => {
    const twice = `${MARKED}\nRemember: Tickets are sold on board.`;
    const after = `${TEXT.replace('Tickets are sold on board. ', '')}\n`;
    expect(carried(twice, `${after}Remember: Tickets are sold on board.`)).toBe('gone');
  });

  it('is gone when it is removed, although a similar sentence follows', () => {
    const before =
      'It opens. The price is [5 euros for adults]. The price is 3 euros for children.';
    expect(carried(before, 'It opens. The price is 3 euros for children.')).toBe('gone');
  });

  it('moves with its paragraph', () => {
    const [first, second] = MARKED.split('\n');
    expect(carried(MARKED, `${second}\n${marked(first!).text}`)).toBe(`moved: ${second}\n${first}`);
  });

  it('moves with its sentence, but not to words that were there before', () => {
    const before =
      'Alpha beta gamma delta. [the hull] is painted blue each spring. One. the hull too.';
    const after =
      'Alpha beta gamma delta. One. the hull too. the hull is painted blue each spring.';
    expect(carried(before, after)).toBe(
      'moved: Alpha beta gamma delta. One. the hull too. [the hull] is painted blue each spring.'
    );
  });

  it('keeps its place among equal words', () => {
    expect(carried('no, no, [no], no', 'so no, no, no, no')).toBe('moved: so no, no, [no], no');
  });

  it('may start and end inside words', () => {
    expect(carried('The tim[etable chan]ges.', 'Now the timetable changes.')).toBe(
      'moved: Now the tim[etable chan]ges.'
    );
  });

  it('may have blanks at its ends', () => {
    expect(carried('One[ fox ]ran.', 'Oh, One fox ran.')).toBe('moved: Oh, One[ fox ]ran.');
  });

  it('may be a sign', () => {
    expect(carried('a [→] b', 'x a → b')).toBe('moved: x a [→] b');
  });
});

describe('a passage in another script', () => {
  it.each([
    ['right to left', 'מכתב [שלום עולם] סוף', 'עוד מכתב שלום עולם סוף', 'עוד מכתב [שלום עולם] סוף'],
    [
      'right to left',
      'قال [الحارس القديم] شيئا',
      'ثم قال الحارس القديم شيئا',
      'ثم قال [الحارس القديم] شيئا',
    ],
    ['without blanks', '港の[事務所]は開く', '新しい港の事務所は開く', '新しい港の[事務所]は開く'],
    [
      'without blanks',
      '我们[最老的渡轮]很慢',
      '现在我们最老的渡轮很慢',
      '现在我们[最老的渡轮]很慢',
    ],
    ['with joiners', 'این [می‌خواهم] است', 'پس این می‌خواهم است', 'پس این [می‌خواهم] است'],
    ['with emoji', 'a [👩‍👩‍👧 b] c', 'x a 👩‍👩‍👧 b c', 'x a [👩‍👩‍👧 b] c'],
    [
      'with marks',
      'un [cafe\u0301 noir] ici',
      'oh un cafe\u0301 noir ici',
      'oh un [cafe\u0301 noir] ici',
    ],
  ])('moves: %s', (_, before, after, expected) => {
    expect(carried(before, after)).toBe(`moved: ${expected}`);
  });

  it.each([
    ['a family grows', 'we [👩] go', 'we 👩‍👧 go', 'we [👩‍👧] go'],
    ['a hand gets a color', 'we [👋] go', 'we 👋🏽 go', 'we [👋🏽] go'],
    ['a letter gets a mark', 'we [e] go', 'we e\u0301 go', 'we [e\u0301] go'],
    ['a word is replaced', '我们[最老的]渡轮', '我们最新的渡轮', '我们[最新的]渡轮'],
  ])('is never cut inside a character when %s', (_, before, after, expected) => {
    expect(carried(before, after)).toBe(`changed: ${expected}`);
  });
});

describe('a span that is no passage', () => {
  it.each([
    ['blank', 1, 2],
    ['empty', 2, 2],
    ['reversed', 3, 1],
    ['before the text', -1, 2],
    ['after the text', 2, 99],
    ['between places', 0.5, 2],
    ['no number', NaN, 2],
  ])('is gone: %s', (_, start, end) => {
    expect(carry({ text: 'a b c', start, end }, 'a b c')).toEqual({ outcome: 'gone' });
    expect(carry({ text: 'a b c', start, end }, 'x a b c')).toEqual({ outcome: 'gone' });
  });
});

describe('a long passage', () => {
  const words = Array.from({ length: 2_000 }, (_, index) => `word${index}`);

  it('of 10,000 characters changes with a word in it', () => {
    const text = words.join(' ');
    const start = text.indexOf('word100');
    const passage = { text, start, end: start + 10_000 };
    expect(quoteAt(text, passage).exact).toHaveLength(10_000);
    const after = `First. ${text.replace('word500', 'other')}`;
    const result = carry(passage, after);
    expect(result).toMatchObject({ outcome: 'changed', start: start + 7 });
  });

  it('and short ones share one difference', () => {
    const text = words.join(' ');
    const diff = diffWords(text, `x ${text}`);
    expect(carryOver(diff, { start: 0, end: 5 })).toEqual({ outcome: 'moved', start: 2, end: 7 });
    expect(carryOver(diff, { start: 6, end: 11 })).toEqual({ outcome: 'moved', start: 8, end: 13 });
  });
});
