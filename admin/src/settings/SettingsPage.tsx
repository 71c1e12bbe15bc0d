import { Page, useRBAC } from '@strapi/strapi/admin';

import { useErrorText, useSettings } from '../api';
import { SETTINGS_PERMISSIONS } from '../utils/access';
import { useTranslate } from '../utils/translations';
import { SettingsEditor } from './SettingsEditor';

/** Settings ▸ Global settings ▸ Share links. */
export default function SettingsPage() {
  return (
    <Page.Protect permissions={SETTINGS_PERMISSIONS}>
      <LoadedSettings />
    </Page.Protect>
  );
}

function LoadedSettings() {
  const t = useTranslate();
  const { answer, error } = useSettings();
  const errorText = useErrorText();
  const { allowedActions, isLoading } = useRBAC(SETTINGS_PERMISSIONS);

  if (!answer && error) return <Page.Error content={errorText(error)} />;
  if (!answer || isLoading) return <Page.Loading>{t('settings.loading')}</Page.Loading>;
  return <SettingsEditor answer={answer} isReadOnly={!allowedActions.canUpdate} />;
}
