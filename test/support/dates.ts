import { DAY_MS } from '../../contracts/dates';

/** This long from now, or before now, in the format of the API. */
export const inMs = (ms: number): string => new Date(Date.now() + ms).toISOString();

export const inDays = (days: number): string => inMs(days * DAY_MS);
