import { useAuth, useRBAC } from '@strapi/strapi/admin';

import { SETTINGS_PERMISSIONS } from '../../settings/permissions';
import { SITE_PERMISSIONS } from './permissions';

/** Whether the person may see any link at all. */
export function useMaySeeLinks(): boolean {
  return useAuth('ShareLinks', ({ permissions }) =>
    permissions.some(({ action }) => SITE_PERMISSIONS.some((wanted) => wanted.action === action))
  );
}

/** What the person may do about the whole site. */
export function useSettingsAccess() {
  const { allowedActions } = useRBAC(SETTINGS_PERMISSIONS);
  const canUpdate = allowedActions.canUpdate ?? false;
  // The server tells the settings to those who may change them, too.
  return { canRead: allowedActions.canRead || canUpdate, canUpdate };
}
