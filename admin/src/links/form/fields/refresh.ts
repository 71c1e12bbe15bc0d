import { REFRESH_MAX_SECONDS, REFRESH_MIN_SECONDS } from '../../../../../contracts/links';

/** How often an open page looks for news, as the form offers it; in seconds. */
export const REFRESH_PRESETS = ['15', '30', '60', '300', '900'] as const;

/** `other`: the number of seconds beside the choice. */
export type RefreshChoice = 'never' | (typeof REFRESH_PRESETS)[number] | 'other';

export const REFRESH_CHOICES: RefreshChoice[] = ['never', ...REFRESH_PRESETS, 'other'];

export interface RefreshValues {
  refresh: RefreshChoice;
  /** As the person typed it, counts while `refresh` is `other`. */
  refreshSeconds: string;
}

/** The choice that stands for what a link has. */
export function refreshChoice(seconds: number | null): RefreshValues {
  if (seconds === null) return { refresh: 'never', refreshSeconds: '' };
  const preset = REFRESH_PRESETS.find((choice) => Number(choice) === seconds);
  return { refresh: preset ?? 'other', refreshSeconds: preset ? '' : String(seconds) };
}

/** In seconds; null for never, NaN while no number is typed. */
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
