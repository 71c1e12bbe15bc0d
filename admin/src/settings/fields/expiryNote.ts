import type { ExpiryPreset } from '../../../../contracts/links';
import type { LinkLimits } from '../../../../contracts/settings';
import type { MessageKey } from '../../utils/translations';

const PRESET_DAYS: Record<ExpiryPreset, number> = {
  never: Infinity,
  '1d': 1,
  '3d': 3,
  '1w': 7,
  '1m': 30,
  '1y': 365,
};

interface Note {
  key: MessageKey;
  values?: { days: number };
}

/** What becomes of a default that the other rules do not allow; null where they do. */
export function expiryNote({
  defaultExpiry,
  allowNever,
  maxExpiryDays,
}: Pick<LinkLimits, 'defaultExpiry' | 'allowNever' | 'maxExpiryDays'>): Note | null {
  if (maxExpiryDays !== null && PRESET_DAYS[defaultExpiry] > maxExpiryDays) {
    return { key: 'settings.defaultExpiry.cut', values: { days: maxExpiryDays } };
  }
  if (defaultExpiry === 'never' && !allowNever) return { key: 'settings.defaultExpiry.year' };
  return null;
}
