import { useAuth, useRBAC } from '@strapi/strapi/admin';

import { SHARE_ACTION } from '../../../contracts/permissions';
import { SETTINGS_PERMISSIONS } from '../settings/permissions';
import { SITE_PERMISSIONS } from '../site/permissions';

/** Whether the person may see any link at all. */
export function useMaySeeLinks(): boolean {
  return useAuth('ShareLinks', ({ permissions }) =>
    permissions.some(({ action }) => SITE_PERMISSIONS.some((wanted) => wanted.action === action))
  );
}

/** Whether the person may share anything, and so change any link; each one the server decides. */
export function useMayChangeLinks(): boolean {
  return useAuth('ShareLinks', ({ permissions }) =>
    permissions.some(({ action }) => action === SHARE_ACTION)
  );
}

/** What the person may do about the whole site. */
export function useSettingsAccess() {
  const { allowedActions } = useRBAC(SETTINGS_PERMISSIONS);
  const canUpdate = allowedActions.canUpdate ?? false;
  // The server tells the settings to those who may change them, too.
  return { canRead: allowedActions.canRead || canUpdate, canUpdate };
}
