import { PRESET_DAYS } from '../../../../contracts/links';
import type { LinkLimits } from '../../../../contracts/settings';
import type { MessageKey } from '../../utils/translations';

interface Note {
  key: MessageKey;
  values?: { days: number };
}

/** Says what replaces a default that the other rules forbid. Returns null if they allow it. */
export function expiryNote({
  defaultExpiry,
  allowNever,
  maxExpiryDays,
}: Pick<LinkLimits, 'defaultExpiry' | 'allowNever' | 'maxExpiryDays'>): Note | null {
  const days = defaultExpiry === 'never' ? Infinity : PRESET_DAYS[defaultExpiry];
  if (maxExpiryDays !== null && days > maxExpiryDays) {
    return { key: 'settings.defaultExpiry.cut', values: { days: maxExpiryDays } };
  }
  if (defaultExpiry === 'never' && !allowNever) return { key: 'settings.defaultExpiry.year' };
  return null;
}
