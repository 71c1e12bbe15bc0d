import { toForm } from '../../../../admin/src/settings/settingsForm';
import type { SettingsForm } from '../../../../admin/src/settings/settingsForm';
import type { ContentTypeSettings } from '../../../../contracts/settings';
import { DEFAULT_SETTINGS } from '../../../../server/src/settings/schema';

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
    ...DEFAULT_SETTINGS,
    contentTypes: {
      'api::note.note': { ...type, mode: 'single' },
      'api::article.article': type,
      'api::gone.gone': { ...type, enabled: false },
    },
    defaultExpiry: '1w',
  },
  meta: {
    locked: [],
    sitePaused: null,
    typeNames: { 'api::note.note': 'Note', 'api::article.article': 'Article' },
    relations: {},
    orders: {},
    withoutPassword: 0,
    status: [],
  },
});
