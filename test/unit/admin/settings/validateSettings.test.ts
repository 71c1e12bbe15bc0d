import { describe, expect, test } from 'vitest';

import type { SettingsForm } from '../../../../admin/src/settings/settingsForm';
import { validateSettings } from '../../../../admin/src/settings/validateSettings';
import { FORM } from './form-support';

describe('validateSettings() finds the fields with errors', () => {
  const withBranding = (change: Partial<SettingsForm['branding']>) => ({
    branding: { ...FORM.branding, ...change },
  });

  test.each<[Partial<SettingsForm>, string[]]>([
    [{}, []],
    [{ maxExpiryDays: 0 }, ['maxExpiryDays']],
    [{ maxExpiryDays: 7 }, []],
    [{ maxExpiryDays: 7.5 }, ['maxExpiryDays']],
    [{ defaultExpiry: 'never', allowNever: false, maxExpiryDays: 30 }, []],
    [{ defaultExpiry: 'never', allowNever: false }, ['defaultExpiry']],
    [{ defaultExpiry: '1w', allowNever: false }, []],
    [{ passwordMinLength: null }, ['passwordMinLength']],
    [{ passwordMinLength: 0 }, ['passwordMinLength']],
    [{ passwordMinLength: 73 }, ['passwordMinLength']],
    [{ publicUrl: 'https://cms.example.com/base' }, []],
    [{ publicUrl: 'http://localhost:1337' }, []],
    [{ publicUrl: 'https://me@cms.example.com' }, ['publicUrl']],
    [{ publicUrl: 'cms.example.com' }, ['publicUrl']],
    [{ publicUrl: 'ftp://cms.example.com' }, ['publicUrl']],
    [{ publicUrl: 'https://cms.example.com?x' }, ['publicUrl']],
    [{ frontendUrl: 'https://example.com/s/{token}' }, []],
    [{ frontendUrl: 'https://example.com/s?t={token}' }, []],
    [{ frontendUrl: 'https://example.com/s' }, ['frontendUrl']],
    [{ frontendUrl: 'https://{token}.example.com/s' }, ['frontendUrl']],
    [{ frontendUrl: '/s/{token}' }, ['frontendUrl']],
    [{ frontendUrl: 'javascript:alert({token})' }, ['frontendUrl']],
    [{ visits: { address: 'off', retentionDays: null } }, []],
    [{ visits: { address: 'off', retentionDays: 0 } }, ['visits.retentionDays']],
    [{ visits: { address: 'off', retentionDays: 36_501 } }, ['visits.retentionDays']],
    [{ reminderDays: 365 }, []],
    [{ reminderDays: 366 }, ['reminderDays']],
    [{ reminderDays: 0.5 }, ['reminderDays']],
    [{ limits: { ...FORM.limits, readsPerMinute: 1_000_000 } }, []],
    [{ limits: { ...FORM.limits, readsPerMinute: 1_000_001 } }, ['limits.readsPerMinute']],
    [{ limits: { ...FORM.limits, passwordsPerLink: null } }, ['limits.passwordsPerLink']],
    [{ limits: { ...FORM.limits, unknownPerMinute: 0 } }, ['limits.unknownPerMinute']],
    [withBranding({ logo: '/uploads/logo.svg' }), []],
    [withBranding({ logo: 'https://example.com/logo.svg' }), []],
    [withBranding({ logo: 'http://example.com/logo.svg' }), ['branding.logo']],
    [withBranding({ logo: '//example.com/logo.svg' }), ['branding.logo']],
    [withBranding({ color: '#1D4ed8' }), []],
    [withBranding({ color: '#12' }), ['branding.color']],
    [withBranding({ color: 'red' }), ['branding.color']],
  ])('%j: %j', (change, fields) => {
    expect(validateSettings({ ...FORM, ...change }, FORM).map(({ field }) => field)).toEqual(
      fields
    );
  });

  test('leave contradictory rules alone that were there before', () => {
    const before: SettingsForm = { ...FORM, defaultExpiry: 'never', allowNever: false };
    expect(validateSettings({ ...before, ownerOnly: true }, before)).toEqual([]);
  });
});
