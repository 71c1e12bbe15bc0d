const DAY_MS = 24 * 60 * 60 * 1000;

/** The same time so many days of 24 hours later. */
export function addDays(date: Date, days: number): Date {
  return new Date(date.getTime() + days * DAY_MS);
}
