import { DAY_MS } from '../../../contracts/dates';

/** Returns the date so many times 24 hours later. */
export function addDays(date: Date, days: number): Date {
  return new Date(date.getTime() + days * DAY_MS);
}
