import type { MessageKey } from '../utils/translations';
import { parseColor } from './contrast';
import type { SettingsForm } from './settingsForm';

const MAX_DAYS = 36_500;
const MAX_PASSWORD_LENGTH = 72;

/** The host can't hang on the link. */
const HAS_TOKEN = /^https?:\/\/[^/]+\/.*\{token\}/;

export interface Fault {
  /** The field's name in the form. */
  field: string;
  key: MessageKey;
  values?: Record<string, number>;
}

/** What is wrong with the form before the server is asked. */
export function validateSettings(form: SettingsForm): Fault[] {
  return [...numberFaults(form), ...addressFaults(form), ...brandingFaults(form)];
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

function addressFaults({ publicUrl, frontendUrl }: SettingsForm): Fault[] {
  const faults: Fault[] = [];
  if (publicUrl !== null && (!isWebAddress(publicUrl) || /[?#@\\"'<>]/.test(publicUrl))) {
    faults.push({ field: 'publicUrl', key: 'settings.error.publicUrl' });
  }
  if (frontendUrl !== null && !isWebAddress(frontendUrl)) {
    faults.push({ field: 'frontendUrl', key: 'settings.error.frontendUrl' });
  } else if (frontendUrl !== null && !HAS_TOKEN.test(frontendUrl)) {
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
