import { toForm } from '../../../../admin/src/settings/settingsForm';
import type { SettingsForm } from '../../../../admin/src/settings/settingsForm';
import type { ContentTypeSettings } from '../../../../contracts/settings';

const type: ContentTypeSettings = {
  enabled: true,
  mode: 'multiple',
  level: 'view',
  relations: {},
  parent: null,
};

/** The settings of a site with three types, in the shape of the form. */
export const FORM: SettingsForm = toForm({
  data: {
    paused: false,
    contentTypes: {
      'api::note.note': { ...type, mode: 'single' },
      'api::article.article': type,
      'api::gone.gone': { ...type, enabled: false },
    },
    ownerOnly: false,
    defaultExpiry: '1w',
    maxExpiryDays: null,
    allowNever: true,
    passwordRequired: false,
    passwordMinLength: 8,
    passwordReveal: true,
    refusal: 'uniform',
    publicUrl: null,
    frontendUrl: null,
    makerLost: 'suspend',
    branding: { name: null, logo: null, color: null, footer: null },
    visits: { address: 'truncated', retentionDays: 90 },
    limits: {
      unknownPerMinute: 30,
      passwordsPerClient: 5,
      passwordsPerLink: 20,
      readsPerMinute: 600,
    },
    reminderDays: null,
  },
  meta: {
    locked: [],
    sitePaused: null,
    typeNames: { 'api::note.note': 'Note', 'api::article.article': 'Article' },
    relations: {},
    withoutPassword: 0,
  },
});
