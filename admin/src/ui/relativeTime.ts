const UNITS = [
  ['year', 365 * 24 * 60 * 60],
  ['month', 30 * 24 * 60 * 60],
  ['week', 7 * 24 * 60 * 60],
  ['day', 24 * 60 * 60],
  ['hour', 60 * 60],
  ['minute', 60],
] as const;

type RelativeUnit = (typeof UNITS)[number][0];

/** Returns how far a date is from now, in the largest unit that is exact enough: `{ 3, 'day' }`. */
export function relativeTime(moment: Date, now: Date): { value: number; unit: RelativeUnit } {
  const seconds = (moment.getTime() - now.getTime()) / 1000;
  for (const [unit, size] of UNITS) {
    // Weeks and months count from two on, so that nine days are not "in 1 week".
    const least = unit === 'week' || unit === 'month' ? 2 : 1;
    if (Math.abs(seconds) >= size * least) return { value: Math.round(seconds / size), unit };
  }
  return { value: Math.round(seconds / 60), unit: 'minute' };
}
