import { DAY_MS } from '../../../../contracts/dates';
import type { ExpiryPreset } from '../../../../contracts/links';
import type { LinkLimits } from '../../../../contracts/settings';
import { refuseField } from '../../core/errors';

/** Days of each preset. A month is 30 days and a year 365, so an end is never a surprise. */
const PRESET_DAYS: Record<Exclude<ExpiryPreset, 'never'>, number> = {
  '1d': 1,
  '3d': 3,
  '1w': 7,
  '1m': 30,
  '1y': 365,
};

/** When a link ends that is saved now with this preset; null for never. */
function endOf(preset: ExpiryPreset, now: Date): Date | null {
  return preset === 'never' ? null : new Date(now.getTime() + PRESET_DAYS[preset] * DAY_MS);
}

interface EndInput {
  expiresIn?: ExpiryPreset;
  expiresAt?: string | null;
}

/**
 * The end that a request asks for; undefined when it does not speak of it.
 *
 * @throws Refused `invalid` for an end in the past, past the longest life, or never where the site
 *   wants an end
 */
export function requestedEnd(
  input: EndInput,
  limits: LinkLimits,
  now: Date
): Date | null | undefined {
  const { expiresIn, expiresAt } = input;
  if (expiresIn === undefined && expiresAt === undefined) return undefined;
  const field = expiresIn === undefined ? 'expiresAt' : 'expiresIn';
  const end = expiresIn ? endOf(expiresIn, now) : expiresAt ? new Date(expiresAt) : null;
  checkEnd(field, end, limits, now);
  return end;
}

/** The end of a link whose maker asked for none: the site's default, cut to its longest life. */
export function defaultEnd(limits: LinkLimits, now: Date): Date | null {
  const end = endOf(limits.defaultExpiry, now);
  const latest = latestEnd(limits, now);
  if (latest && (!end || end > latest)) return latest;
  if (!end && !limits.allowNever) return endOf('1y', now);
  return end;
}

function checkEnd(field: string, end: Date | null, limits: LinkLimits, now: Date): void {
  if (!end) {
    if (!limits.allowNever || limits.maxExpiryDays !== null) {
      refuseField(field, 'This site does not allow links that never end');
    }
    return;
  }
  if (end <= now) refuseField(field, 'The end must be in the future');
  const latest = latestEnd(limits, now);
  // A minute of grace: a form that proposes the longest life is sent a moment later.
  if (latest && end.getTime() > latest.getTime() + 60_000) {
    refuseField(field, `A link may live for at most ${limits.maxExpiryDays} days`);
  }
}

function latestEnd({ maxExpiryDays }: LinkLimits, now: Date): Date | null {
  return maxExpiryDays === null ? null : new Date(now.getTime() + maxExpiryDays * DAY_MS);
}
