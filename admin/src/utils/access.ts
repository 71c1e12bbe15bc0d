import { useAuth, useRBAC } from '@strapi/strapi/admin';

import {
  READ_LINKS_ACTION,
  READ_SETTINGS_ACTION,
  SHARE_ACTION,
  UPDATE_SETTINGS_ACTION,
} from '../../../contracts/permissions';

/** Strapi compares the subject too, so a right without a subject has to say so. */
const withoutSubject = (action: string) => ({ action, subject: null });

/**
 * Any of these rights opens the page of all links. The menu compares a subject only if one is
 * named, so the right to share any type is enough.
 */
export const SITE_PERMISSIONS = [READ_LINKS_ACTION, SHARE_ACTION].map(withoutSubject);

export const SETTINGS_PERMISSIONS = [READ_SETTINGS_ACTION, UPDATE_SETTINGS_ACTION].map(
  withoutSubject
);

/** Returns whether the person may see any link at all. */
export function useMaySeeLinks(): boolean {
  return useAuth('ShareLinks', ({ permissions }) =>
    permissions.some(({ action }) => SITE_PERMISSIONS.some((wanted) => wanted.action === action))
  );
}

/** Returns whether the person may see the links of everybody. */
export function useSeesAllLinks(): boolean {
  return useAuth('ShareLinks', ({ permissions }) =>
    permissions.some(({ action }) => action === READ_LINKS_ACTION)
  );
}

/** Returns whether the person may share anything. The server decides about each link. */
export function useMayChangeLinks(): boolean {
  return useAuth('ShareLinks', ({ permissions }) =>
    permissions.some(({ action }) => action === SHARE_ACTION)
  );
}

/** Returns what the person may do about the settings of the site. */
export function useSettingsAccess() {
  const { allowedActions } = useRBAC(SETTINGS_PERMISSIONS);
  const canUpdate = allowedActions.canUpdate ?? false;
  // Who may change the settings may read them too.
  return { canRead: allowedActions.canRead || canUpdate, canUpdate };
}
