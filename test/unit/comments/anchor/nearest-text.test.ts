import { describe, expect, it } from 'vitest';

import { nearestText } from '../../../../server/src/comments/anchor/nearest-text';

const ITEMS = [
  'The ferry leaves at nine and is back before noon.',
  'Tickets are sold on board, in cash and by card.',
  'Dogs travel free of charge but stay on the lower deck.',
];
const STORED = ITEMS[1]!;

describe('the nearest text', () => {
  it('is the equal one, wherever it stands', () => {
    expect(nearestText(STORED, ITEMS, 1)).toBe(1);
    expect(nearestText(STORED, [...ITEMS].reverse(), 0)).toBe(1);
    expect(nearestText(STORED, ['x', ...ITEMS], 1)).toBe(2);
  });

  it('is the equal one next to the old place', () => {
    expect(nearestText('a', ['a', 'b', 'a', 'a'], 3)).toBe(3);
    expect(nearestText('a', ['a', 'b', 'a', 'b', 'b'], 4)).toBe(2);
  });

  it('is the reworded one, here or elsewhere', () => {
    const reworded = STORED.replace('in cash and by card', 'by card only');
    expect(nearestText(STORED, [ITEMS[0]!, reworded, ITEMS[2]!], 1)).toBe(1);
    expect(nearestText(STORED, [reworded, ITEMS[0]!, ITEMS[2]!], 1)).toBe(0);
  });

  it('is none if the text was removed or replaced', () => {
    expect(nearestText(STORED, [ITEMS[0]!, ITEMS[2]!], 1)).toBeNull();
    expect(nearestText(STORED, [ITEMS[0]!, 'The bar opens at ten.', ITEMS[2]!], 1)).toBeNull();
    expect(nearestText(STORED, [], 0)).toBeNull();
    expect(nearestText('', ['a'], 0)).toBeNull();
  });

  it('is none if only words of all items are the same', () => {
    const role = (name: string) => `Role in this project: ${name}`;
    const others = ['Designer', 'Developer', 'Researcher'].map(role);
    expect(nearestText(role('Owner'), others, 0)).toBeNull();
  });

  it('is the one at the old place if another is as similar', () => {
    const texts = [`${STORED} Now.`, `${STORED} Soon.`];
    expect(nearestText(STORED, texts, 1)).toBe(1);
    expect(nearestText(STORED, ['x', ...texts], 0)).toBeNull();
  });

  it('is found in scripts without blanks', () => {
    const texts = ['港の事務所は切符を手で数える', '夜の見張り番は名簿を保管している'];
    expect(nearestText('夜の見張り番は新しい名簿を保管している', texts, 0)).toBe(1);
    expect(nearestText('新しい時刻表は風に余裕を残す', texts, 0)).toBeNull();
  });

  it('is found among 2,000 texts, and takes words for words', () => {
    const many = Array.from({ length: 2_000 }, (_, index) => `constructor __proto__ n${index} x`);
    expect(nearestText(`${many[1_234]} y`, many, 3)).toBe(1_234);
  });
});
