import type { MessageKey } from '../utils/translations';
import { parseColor } from './contrast';
import type { SettingsForm } from './settingsForm';

/** Days of each way to end a link; a month at its shortest, the server knows the date. */
const PRESET_DAYS = { '1d': 1, '3d': 3, '1w': 7, '1m': 28, '1y': 365 } as const;

const MAX_DAYS = 36_500;
const MAX_PASSWORD_LENGTH = 72;

export interface Fault {
  /** The field's name in the form. */
  field: string;
  key: MessageKey;
  values?: Record<string, number>;
}

/** What is wrong with the form before the server is asked. */
export function validateSettings(form: SettingsForm): Fault[] {
  return [
    ...numberFaults(form),
    ...expiryFaults(form),
    ...addressFaults(form),
    ...brandingFaults(form),
  ];
}

function numberFaults({ maxExpiryDays, passwordMinLength }: SettingsForm): Fault[] {
  const faults: Fault[] = [];
  if (maxExpiryDays !== null && !isWithin(maxExpiryDays, 1, MAX_DAYS)) {
    faults.push({
      field: 'maxExpiryDays',
      key: 'settings.error.number',
      values: { min: 1, max: MAX_DAYS },
    });
  }
  if (passwordMinLength === null || !isWithin(passwordMinLength, 1, MAX_PASSWORD_LENGTH)) {
    faults.push({
      field: 'passwordMinLength',
      key: 'settings.error.number',
      values: { min: 1, max: MAX_PASSWORD_LENGTH },
    });
  }
  return faults;
}

/** What new links get by default must be something that they may have. */
function expiryFaults({ defaultExpiry, allowNever, maxExpiryDays }: SettingsForm): Fault[] {
  if (defaultExpiry === 'never') {
    const mustEnd = !allowNever || maxExpiryDays !== null;
    return mustEnd ? [{ field: 'defaultExpiry', key: 'settings.error.never' }] : [];
  }
  const isTooLong = maxExpiryDays !== null && PRESET_DAYS[defaultExpiry] > maxExpiryDays;
  return isTooLong ? [{ field: 'defaultExpiry', key: 'settings.error.expiry' }] : [];
}

function addressFaults({ publicUrl, frontendUrl }: SettingsForm): Fault[] {
  const faults: Fault[] = [];
  if (publicUrl !== null && (!isWebAddress(publicUrl) || /[?#]/.test(publicUrl))) {
    faults.push({ field: 'publicUrl', key: 'settings.error.publicUrl' });
  }
  if (frontendUrl !== null && !isWebAddress(frontendUrl.replace('{token}', 'token'))) {
    faults.push({ field: 'frontendUrl', key: 'settings.error.frontendUrl' });
  } else if (frontendUrl !== null && !frontendUrl.includes('{token}')) {
    faults.push({ field: 'frontendUrl', key: 'settings.error.token' });
  }
  return faults;
}

function brandingFaults({ branding: { logo, color } }: SettingsForm): Fault[] {
  const faults: Fault[] = [];
  const isPath = logo?.startsWith('/') && !logo.startsWith('//');
  if (logo !== null && !isPath && !isWebAddress(logo, ['https:'])) {
    faults.push({ field: 'branding.logo', key: 'settings.error.logo' });
  }
  if (color !== null && !parseColor(color)) {
    faults.push({ field: 'branding.color', key: 'settings.error.color' });
  }
  return faults;
}

function isWithin(value: number, min: number, max: number): boolean {
  return Number.isInteger(value) && value >= min && value <= max;
}

function isWebAddress(value: string, protocols = ['http:', 'https:']): boolean {
  if (/\s/.test(value)) return false;
  try {
    return protocols.includes(new URL(value).protocol);
  } catch {
    return false;
  }
}
