const DAY_MS = 24 * 60 * 60 * 1000;

/** Returns the date so many times 24 hours later. */
export function addDays(date: Date, days: number): Date {
  return new Date(date.getTime() + days * DAY_MS);
}
