import type { Place } from '../content/place';

/** The parts of an address that name a place. */
export function segmentsOf({ locale, childId }: Place): string[] {
  return [locale, childId].filter((segment) => segment !== null);
}
