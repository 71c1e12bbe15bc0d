import type { FormHelpers } from '@strapi/strapi/admin';

import type { Settings, SettingsEffects } from '../../../contracts/settings';
import { useSettingsEffects, useUpdateSettings } from '../api';
import type { RequestError } from '../api';
import { useNotify } from '../ui/useNotify';
import { fieldErrors } from '../utils/errors';
import { useTranslate } from '../utils/translations';
import { fieldMessages, nestErrors } from './fieldErrors';
import { changedSettings, toForm } from './settingsForm';
import type { SettingsForm } from './settingsForm';
import { validateSettings } from './validateSettings';

/**
 * Sends the changed settings, and shows each refusal at its field.
 *
 * @param confirm asks the person if the change does something to existing links
 */
export function useSaveSettings(
  before: SettingsForm,
  locked: (keyof Settings)[],
  confirm: (effects: SettingsEffects) => Promise<boolean>
) {
  const t = useTranslate();
  const notify = useNotify();
  const updateSettings = useUpdateSettings();
  const askEffects = useSettingsEffects();

  return async (form: SettingsForm, { setErrors, resetForm }: FormHelpers<SettingsForm>) => {
    const faults = validateSettings(form, before)
      // The person can't correct a setting that the configuration file fixes.
      .filter(({ field }) => !locked.some((name) => name === field.split('.')[0]))
      .map(({ field, key, values }) => ({ field, message: t(key, values) }));
    if (faults.length > 0) {
      setErrors(nestErrors(faults));
      return;
    }

    const change = changedSettings(before, form);
    // Other settings hold for new links alone.
    if (change.contentTypes || change.makerLost) {
      const effects = await askEffects(change);
      // If it can't be counted, the change is still the person's to make.
      const counts = 'error' in effects ? null : effects.data;
      const isHarmless = counts === null || Object.values(counts).every((count) => count === 0);
      if (!isHarmless && !(await confirm(counts))) return;
    }

    const answer = await updateSettings(change);
    if ('error' in answer) return refuse(answer.error);
    resetForm(toForm(answer.data));
    notify.success(t('settings.saved'));

    function refuse(error: RequestError): void {
      const { shown, rest } = fieldMessages(fieldErrors(error), form);
      setErrors(nestErrors(shown));
      if (shown.length > 0 && rest.length === 0) return;
      notify.failure(rest.length > 0 ? rest.join('\n') : error);
    }
  };
}
