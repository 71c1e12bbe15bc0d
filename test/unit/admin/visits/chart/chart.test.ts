import { describe, expect, it } from 'vitest';

import {
  isByWeek,
  labelledPoints,
  pointsOf,
  scaleOf,
  startOf,
} from '../../../../../admin/src/visits/chart/chart';
import type { Period, Point } from '../../../../../admin/src/visits/chart/chart';

const now = new Date('2026-05-31T23:30:00Z');

const point = (opened: number, refused = 0): Point => ({
  day: '2026-05-31',
  opened,
  visitors: 0,
  refused,
});

describe('the points of a chart', () => {
  it.each<[Period, string, number]>([
    [7, '2026-05-25', 7],
    [30, '2026-05-02', 30],
    [90, '2026-03-03', 90],
    [365, '2025-06-01', 53],
  ])('for %i days start on %s, and there are %i', (period, first, count) => {
    expect(startOf(period, now).toISOString()).toBe(`${first}T00:00:00.000Z`);
    const points = pointsOf([], period, now);
    expect(points).toHaveLength(count);
    expect(points[0]).toEqual({ day: first, opened: 0, visitors: 0, refused: 0 });
  });

  it('count the visits of each day', () => {
    const days = [
      { day: '2026-05-24', opened: 9, visitors: 9, refused: 9 },
      { day: '2026-05-26', opened: 3, visitors: 2, refused: 1 },
      { day: '2026-05-31', opened: 5, visitors: 5, refused: 0 },
    ];
    const points = pointsOf(days, 7, now);
    expect(points.map(({ opened }) => opened)).toEqual([0, 3, 0, 0, 0, 0, 5]);
    expect(points[1]).toEqual({ day: '2026-05-26', opened: 3, visitors: 2, refused: 1 });
    expect(points.at(-1)!.day).toBe('2026-05-31');
  });

  it('count the visits of each week in the longest period', () => {
    expect([7, 30, 90, 365].map((period) => isByWeek(period as Period))).toEqual([
      false,
      false,
      false,
      true,
    ]);
    const days = [
      { day: '2025-06-01', opened: 1, visitors: 1, refused: 0 },
      { day: '2025-06-07', opened: 2, visitors: 2, refused: 1 },
      { day: '2025-06-08', opened: 4, visitors: 4, refused: 0 },
      { day: '2026-05-31', opened: 8, visitors: 8, refused: 0 },
    ];
    const points = pointsOf(days, 365, now);
    expect(points[0]).toEqual({ day: '2025-06-01', opened: 3, visitors: 3, refused: 1 });
    expect(points[1]!.opened).toBe(4);
    expect(points.at(-1)).toEqual({ day: '2026-05-31', opened: 8, visitors: 8, refused: 0 });
  });
});

describe('the scale of a chart', () => {
  it.each<[number, number[]]>([
    [0, [1]],
    [1, [1]],
    [3, [1, 2, 3]],
    [4, [1, 2, 3, 4]],
    [5, [2, 4, 6]],
    [10, [5, 10]],
    [17, [5, 10, 15, 20]],
    [99, [25, 50, 75, 100]],
    [100, [25, 50, 75, 100]],
    [101, [50, 100, 150]],
    [1000, [250, 500, 750, 1000]],
    [41_234, [20_000, 40_000, 60_000]],
    [1_000_000, [250_000, 500_000, 750_000, 1_000_000]],
  ])('is right for a highest value of %i', (highest, lines) => {
    expect(scaleOf([point(0), point(highest)])).toEqual({ max: lines.at(-1), lines });
  });

  it('includes refusals on top of the views', () => {
    expect(scaleOf([point(3, 5)]).max).toBe(8);
  });

  it('has whole numbers, at most four lines, and room for the highest bar', () => {
    for (let highest = 0; highest < 3000; highest += 1) {
      const { max, lines } = scaleOf([point(highest)]);
      expect(max).toBeGreaterThanOrEqual(highest);
      expect(lines.length).toBeLessThanOrEqual(4);
      expect(lines.every(Number.isInteger)).toBe(true);
    }
  });
});

it.each<[number, number[]]>([
  [1, [0]],
  [7, [0, 2, 4, 6]],
  [30, [4, 9, 14, 19, 24, 29]],
  [53, [7, 16, 25, 34, 43, 52]],
])('a chart of %i points labels the points %j', (count, named) => {
  expect(labelledPoints(count, 6)).toEqual(named);
});
