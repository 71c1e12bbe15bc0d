import { REFRESH_MAX_SECONDS, REFRESH_MIN_SECONDS } from '../../../../../contracts/links';

/** The intervals that the form offers, in seconds. */
const REFRESH_PRESETS = ['15', '30', '60', '300', '900'] as const;

/** `other` takes the number of seconds from the field beside the choice. */
export type RefreshChoice = 'never' | (typeof REFRESH_PRESETS)[number] | 'other';

export const REFRESH_CHOICES: RefreshChoice[] = ['never', ...REFRESH_PRESETS, 'other'];

export interface RefreshValues {
  refresh: RefreshChoice;
  /** As the person typed it; applies if `refresh` is `other`. */
  refreshSeconds: string;
}

/** Returns the values of the form for the interval of a link. */
export function refreshChoice(seconds: number | null): RefreshValues {
  if (seconds === null) return { refresh: 'never', refreshSeconds: '' };
  const preset = REFRESH_PRESETS.find((choice) => Number(choice) === seconds);
  return { refresh: preset ?? 'other', refreshSeconds: preset ? '' : String(seconds) };
}

/** Returns the interval in seconds: null for never, NaN if no number is typed. */
export function refreshSeconds({ refresh, refreshSeconds: typed }: RefreshValues): number | null {
  if (refresh === 'never') return null;
  if (refresh !== 'other') return Number(refresh);
  return typed.trim() === '' ? NaN : Number(typed);
}

export function isRefresh(seconds: number | null): boolean {
  if (seconds === null) return true;
  return (
    Number.isInteger(seconds) && seconds >= REFRESH_MIN_SECONDS && seconds <= REFRESH_MAX_SECONDS
  );
}
