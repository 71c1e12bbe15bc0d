import { DAY_MS } from '../../contracts/dates';

/** So long from now, or before now, as the API writes dates. */
export const inMs = (ms: number): string => new Date(Date.now() + ms).toISOString();

export const inDays = (days: number): string => inMs(days * DAY_MS);
