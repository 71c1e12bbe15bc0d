import { DAY_MS } from '../../../../contracts/dates';
import { PRESET_DAYS } from '../../../../contracts/links';
import type { ExpiryPreset } from '../../../../contracts/links';
import { replacedDefault } from '../../../../contracts/settings';
import type { LinkLimits } from '../../../../contracts/settings';
import { refuseField } from '../../core/errors';

/** The end of a link that is saved now with this preset; null means never. */
function endOf(preset: ExpiryPreset, now: Date): Date | null {
  return preset === 'never' ? null : new Date(now.getTime() + PRESET_DAYS[preset] * DAY_MS);
}

interface EndInput {
  expiresIn?: ExpiryPreset;
  expiresAt?: string | null;
}

/**
 * The end that a request asks for. Returns undefined if the request does not name one.
 *
 * @throws Refused `invalid` if the end is in the past or too late, or if there is none but the site
 *   requires one
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

/** The end of a link whose maker chose none: the site's default, limited to the longest life. */
export function defaultEnd(limits: LinkLimits, now: Date): Date | null {
  const days = replacedDefault(limits);
  return days === null ? endOf(limits.defaultExpiry, now) : new Date(now.getTime() + days * DAY_MS);
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
  // Allows one extra minute: a form that proposes the longest life is sent a moment later.
  if (latest && end.getTime() > latest.getTime() + 60_000) {
    refuseField(field, `A link may live for at most ${limits.maxExpiryDays} days`);
  }
}

function latestEnd({ maxExpiryDays }: LinkLimits, now: Date): Date | null {
  return maxExpiryDays === null ? null : new Date(now.getTime() + maxExpiryDays * DAY_MS);
}
