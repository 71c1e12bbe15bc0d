import { PASSWORD_MAX_BYTES } from '../../../contracts/links';
import { RATE_LIMIT_MAX } from '../../../contracts/attempt-limits';
import {
  EXPIRY_MAX_DAYS,
  REMINDER_MAX_DAYS,
  RETENTION_MAX_DAYS,
  replacedDefault,
} from '../../../contracts/settings';
import type { MessageKey } from '../utils/translations';
import { parseColor } from './fields/contrast';
import type { SettingsForm } from './settingsForm';

/** The token stands in the path or the query, never in the host. */
const HAS_TOKEN = /^https?:\/\/[^/]+\/.*\{token\}/;

export interface Fault {
  /** The field's name in the form. */
  field: string;
  key: MessageKey;
  values?: Record<string, number>;
}

/**
 * Returns what is wrong with the form, before anything is sent to the server.
 *
 * @param before the form as it was loaded
 */
export function validateSettings(form: SettingsForm, before: SettingsForm): Fault[] {
  return [
    ...numberFaults(form),
    ...addressFaults(form),
    ...brandingFaults(form),
    ...expiryFaults(form, before),
  ];
}

const EXPIRY_RULES = ['defaultExpiry', 'allowNever', 'maxExpiryDays'] as const;

/** Rules that contradict each other since before, in the configuration file, keep nobody from saving. */
function expiryFaults(form: SettingsForm, before: SettingsForm): Fault[] {
  const isChanged = EXPIRY_RULES.some((name) => form[name] !== before[name]);
  const isEndless = form.maxExpiryDays === null && replacedDefault(form) !== null;
  return isChanged && isEndless
    ? [{ field: 'defaultExpiry', key: 'settings.defaultExpiry.year' }]
    : [];
}

function numberFaults(form: SettingsForm): Fault[] {
  const { maxExpiryDays, passwordMinLength, visits, limits, reminderDays } = form;
  const optional: [string, number | null, number][] = [
    ['maxExpiryDays', maxExpiryDays, EXPIRY_MAX_DAYS],
    ['visits.retentionDays', visits.retentionDays, RETENTION_MAX_DAYS],
    ['reminderDays', reminderDays, REMINDER_MAX_DAYS],
  ];
  const needed: [string, number | null, number][] = [
    ['passwordMinLength', passwordMinLength, PASSWORD_MAX_BYTES],
    ...Object.entries(limits).map(([name, limit]): [string, number | null, number] => [
      `limits.${name}`,
      limit,
      RATE_LIMIT_MAX,
    ]),
  ];
  return [...optional.filter(([, value]) => value !== null), ...needed]
    .filter(([, value, max]) => value === null || !isWithin(value, 1, max))
    .map(([field, , max]) => ({ field, key: 'settings.error.number', values: { min: 1, max } }));
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
