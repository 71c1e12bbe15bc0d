import { Page, useAPIErrorHandler, useRBAC } from '@strapi/strapi/admin';

import { useTranslate } from '../utils/translations';
import { useSettings } from './api';
import { SettingsEditor } from './SettingsEditor';
import { SETTINGS_PERMISSIONS } from './permissions';

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
  const { _unstableFormatAPIError: formatError } = useAPIErrorHandler();
  const { allowedActions, isLoading } = useRBAC(SETTINGS_PERMISSIONS);

  if (!answer && error) return <Page.Error content={formatError(error)} />;
  if (!answer || isLoading) return <Page.Loading>{t('settings.loading')}</Page.Loading>;
  return <SettingsEditor answer={answer} isReadOnly={!allowedActions.canUpdate} />;
}
