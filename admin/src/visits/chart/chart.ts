import type { VisitDay } from '../../../../contracts/visits';
import { addDays } from '../../utils/days';

/** The periods that a chart shows, in days; a year is drawn by the week. */
export const PERIODS = [7, 30, 90, 365] as const;
export type Period = (typeof PERIODS)[number];

export const DEFAULT_PERIOD: Period = 30;

const DAYS_BY_WEEK = 92;

/** One bar of the chart, and one row of the table behind it. */
export interface Point {
  /** The first day, `2026-05-31`. */
  day: string;
  opened: number;
  visitors: number;
  refused: number;
}

/** Returns the start of a period. Days are days in UTC, and today counts. */
export function startOf(period: Period, now: Date): Date {
  return new Date(`${dayOf(addDays(now, 1 - period))}T00:00:00Z`);
}

const dayOf = (date: Date): string => date.toISOString().slice(0, 10);

export const isByWeek = (period: Period): boolean => period > DAYS_BY_WEEK;

/** Returns a point for every day or week of the period, also for those without visits. */
export function pointsOf(days: VisitDay[], period: Period, now: Date): Point[] {
  const byDay = new Map(days.map((day) => [day.day, day]));
  const start = startOf(period, now);
  const size = isByWeek(period) ? 7 : 1;
  const points: Point[] = [];
  for (let index = 0; index < period; index += 1) {
    const day = dayOf(addDays(start, index));
    if (index % size === 0) points.push({ day, opened: 0, visitors: 0, refused: 0 });
    const point = points.at(-1)!;
    const found = byDay.get(day);
    point.opened += found?.opened ?? 0;
    point.visitors += found?.visitors ?? 0;
    point.refused += found?.refused ?? 0;
  }
  return points;
}

/** Returns a round number at or above the highest bar, and the lines that divide it evenly. */
export function scaleOf(points: Point[]): { max: number; lines: number[] } {
  const highest = Math.max(...points.map(({ opened, refused }) => opened + refused), 0);
  if (highest <= 4) {
    const max = Math.max(highest, 1);
    return { max, lines: Array.from({ length: max }, (_, index) => index + 1) };
  }
  const power = 10 ** Math.floor(Math.log10(highest));
  const sizes = [0.25, 0.5, 1, 2, 2.5, 5].map((factor) => factor * power);
  const size = sizes.find((lines) => Number.isInteger(lines) && lines * 4 >= highest)!;
  const lines = Array.from({ length: Math.ceil(highest / size) }, (_, index) => (index + 1) * size);
  return { max: lines.at(-1)!, lines };
}

/** Returns the bars to name below the chart: few enough to read, and always the last one. */
export function labelledPoints(count: number, labels: number): number[] {
  const step = Math.ceil(count / labels);
  const found: number[] = [];
  for (let index = count - 1; index >= 0; index -= step) found.unshift(index);
  return found;
}
