import type { FormHelpers } from '@strapi/strapi/admin';

import type { Settings } from '../../../contracts/settings';
import { useUpdateSettings } from '../api';
import { useNotify } from '../ui/useNotify';
import { fieldErrors } from '../utils/errors';
import { useTranslate } from '../utils/translations';
import { fieldMessages, nestErrors } from './fieldErrors';
import { changedSettings, toForm } from './settingsForm';
import type { SettingsForm } from './settingsForm';
import { validateSettings } from './validateSettings';

/** Sends the changed settings, and shows each refusal at its field. */
export function useSaveSettings(before: SettingsForm, locked: (keyof Settings)[]) {
  const t = useTranslate();
  const notify = useNotify();
  const updateSettings = useUpdateSettings();

  return async (form: SettingsForm, { setErrors, resetForm }: FormHelpers<SettingsForm>) => {
    const faults = validateSettings(form, before)
      // The person can't correct a setting that the configuration file fixes.
      .filter(({ field }) => !locked.some((name) => name === field.split('.')[0]))
      .map(({ field, key, values }) => ({ field, message: t(key, values) }));
    if (faults.length > 0) {
      setErrors(nestErrors(faults));
      return;
    }

    const answer = await updateSettings(changedSettings(before, form));
    if ('data' in answer) {
      resetForm(toForm(answer.data));
      notify.success(t('settings.saved'));
      return;
    }
    const { shown, rest } = fieldMessages(fieldErrors(answer.error), form);
    setErrors(nestErrors(shown));
    if (shown.length > 0 && rest.length === 0) return;
    notify.failure(rest.length > 0 ? rest.join('\n') : answer.error);
  };
}
