import { EXPIRY_PRESETS, PRESET_DAYS } from '../../../../../contracts/links';
import type { ExpiryPreset } from '../../../../../contracts/links';
import type { LinkLimits } from '../../../../../contracts/settings';
import { addDays } from '../../../utils/days';
import { fromLocalInput, localInput } from './localTime';

/** `keep` leaves the end of the link, `date` takes it from the field beside the choice. */
export type ExpiryChoice = 'keep' | ExpiryPreset | 'date';

type ExpiryLimits = Pick<LinkLimits, 'defaultExpiry' | 'maxExpiryDays' | 'allowNever'>;

/** Returns the latest end of a link that is saved now; null if the site sets no limit. */
export function latestEnd(maxExpiryDays: number | null, now: Date): Date | null {
  return maxExpiryDays === null ? null : addDays(now, maxExpiryDays);
}

/** Returns the presets that the site allows. */
export function allowedPresets({ maxExpiryDays, allowNever }: ExpiryLimits): ExpiryPreset[] {
  return EXPIRY_PRESETS.filter((preset) =>
    preset === 'never'
      ? allowNever && maxExpiryDays === null
      : maxExpiryDays === null || PRESET_DAYS[preset] <= maxExpiryDays
  );
}

/** Returns what the form proposes: the default of the site, else the longest that it allows. */
export function defaultExpiry(limits: ExpiryLimits): ExpiryPreset | 'date' {
  const presets = allowedPresets(limits);
  if (presets.includes(limits.defaultExpiry)) return limits.defaultExpiry;
  return presets.at(-1) ?? 'date';
}

/** Returns when a link that is saved now ends: null for never, undefined if a date is missing. */
export function endOf(
  choice: ExpiryChoice,
  date: string,
  kept: string | null,
  now: Date
): Date | null | undefined {
  if (choice === 'keep') return kept === null ? null : new Date(kept);
  if (choice === 'never') return null;
  if (choice === 'date') return fromLocalInput(date) ?? undefined;
  return addDays(now, PRESET_DAYS[choice]);
}

export function isEnded(expiresAt: string | null, now: Date): boolean {
  return expiresAt !== null && new Date(expiresAt) <= now;
}

/**
 * Proposes a later end: the default of the site, else the nearest preset that is at least a day
 * later, else the latest end that the site allows.
 */
export function laterEnd(
  { expiresAt }: { expiresAt: string | null },
  limits: ExpiryLimits,
  now: Date
): { expiry: ExpiryChoice; expiresAt?: string } {
  if (expiresAt === null) return { expiry: 'keep' };
  const end = isEnded(expiresAt, now) ? now : new Date(expiresAt);
  const isLater = (preset: ExpiryPreset) =>
    preset !== 'never' && addDays(now, PRESET_DAYS[preset]) >= addDays(end, 1);
  const later = allowedPresets(limits).filter(isLater);
  const preset = later.find((one) => one === limits.defaultExpiry) ?? later[0];
  if (preset) return { expiry: preset };
  const latest = latestEnd(limits.maxExpiryDays, now);
  return latest && latest > end
    ? { expiry: 'date', expiresAt: localInput(latest) }
    : { expiry: 'keep' };
}
