import { useAuth, useRBAC } from '@strapi/strapi/admin';

import {
  READ_LINKS_ACTION,
  READ_SETTINGS_ACTION,
  SHARE_ACTION,
  UPDATE_SETTINGS_ACTION,
} from '../../../contracts/permissions';

/** Strapi compares the subject too, and a plugin-wide right has none: it has to be named. */
const withoutSubject = (action: string) => ({ action, subject: null });

/**
 * Any of them opens the page of all links: all of the site, or those of the entries that one may
 * share. The menu compares the subject only where one is named, so the right to share any type
 * will do.
 */
export const SITE_PERMISSIONS = [READ_LINKS_ACTION, SHARE_ACTION].map(withoutSubject);

export const SETTINGS_PERMISSIONS = [READ_SETTINGS_ACTION, UPDATE_SETTINGS_ACTION].map(
  withoutSubject
);

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
