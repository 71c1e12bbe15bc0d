import { replacedDefault } from '../../../../contracts/settings';
import type { LinkLimits } from '../../../../contracts/settings';
import type { MessageKey } from '../../utils/translations';

interface Note {
  key: MessageKey;
  values?: { days: number };
}

/** Says what becomes of a default that the other rules forbid. Returns null if they allow it. */
export function expiryNote(
  limits: Pick<LinkLimits, 'defaultExpiry' | 'allowNever' | 'maxExpiryDays'>
): Note | null {
  const days = replacedDefault(limits);
  if (days === null) return null;
  return limits.maxExpiryDays === null
    ? { key: 'settings.defaultExpiry.year' }
    : { key: 'settings.defaultExpiry.cut', values: { days } };
}
