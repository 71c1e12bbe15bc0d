import { useForm } from '@strapi/strapi/admin';

import { useTranslate } from '../../utils/translations';
import { SettingNotice } from './SettingNotice';
import type { SettingsForm } from '../settingsForm';
import { ToggleSetting } from './ToggleSetting';

/** Whether passwords are saved to be read back; says what turning it off deletes. */
export function PasswordRevealSetting() {
  const t = useTranslate();
  const isTurnedOff = useForm('PasswordRevealSetting', ({ initialValues, values }) => {
    const [before, after] = [initialValues as SettingsForm, values as SettingsForm];
    return before.passwordReveal && !after.passwordReveal;
  });

  return (
    <>
      <ToggleSetting
        name="passwordReveal"
        label={t('settings.passwordReveal')}
        hint={t('settings.passwordReveal.hint')}
      />
      <SettingNotice>{isTurnedOff ? t('settings.passwordReveal.deletes') : null}</SettingNotice>
    </>
  );
}
