import { DAY_MS, HOUR_MS } from '../../../../../contracts/dates';
import { EXPIRY_PRESETS, PRESET_DAYS } from '../../../../../contracts/links';
import type { ExpiryPreset, Link } from '../../../../../contracts/links';
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

type Lifetime = Pick<Link, 'createdAt' | 'startsAt' | 'expiresAt'>;

/**
 * Proposes a later end: the length that the link had, counted from now. If that gains no day, or
 * no hour for a link that has ended, the nearest preset that does, else the latest end that the
 * site allows.
 */
export function laterEnd(
  link: Lifetime,
  limits: ExpiryLimits,
  now: Date
): { expiry: ExpiryChoice; expiresAt?: string } {
  const { expiresAt } = link;
  if (expiresAt === null) return { expiry: 'keep' };
  const end = isEnded(expiresAt, now) ? now : new Date(expiresAt);
  const presets = allowedPresets(limits).filter((preset) => preset !== 'never');
  const gain = end === now ? HOUR_MS : DAY_MS;
  const isLater = (date: Date) => date.getTime() >= end.getTime() + gain;
  const latest = latestEnd(limits.maxExpiryDays, now);

  const days = daysOf(link, expiresAt);
  const same = presets.find((preset) => isNear(PRESET_DAYS[preset], days));
  if (same && isLater(addDays(now, PRESET_DAYS[same]))) return { expiry: same };
  const date = addDays(now, days);
  const isAllowed = latest === null || date <= latest;
  if (!same && isAllowed && isLater(date)) return { expiry: 'date', expiresAt: localInput(date) };

  const later = presets.find((preset) => addDays(now, PRESET_DAYS[preset]) >= addDays(end, 1));
  if (later && isAllowed) return { expiry: later };
  return latest && latest > end
    ? { expiry: 'date', expiresAt: localInput(latest) }
    : { expiry: 'keep' };
}

/** The days between the start of a link, else its creation, and its end. */
function daysOf({ createdAt, startsAt }: Lifetime, expiresAt: string): number {
  const start = new Date(startsAt ?? createdAt).getTime();
  return (new Date(expiresAt).getTime() - start) / DAY_MS;
}

/** Two per cent tell a preset, chosen some time after the link was made, from another length. */
function isNear(days: number, length: number): boolean {
  return Math.abs(length - days) <= days * 0.02;
}
