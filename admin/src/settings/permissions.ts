import { READ_SETTINGS_ACTION, UPDATE_SETTINGS_ACTION } from '../../../contracts/permissions';

/** Strapi compares the subject too, and a plugin-wide right has none: it has to be named. */
export const SETTINGS_PERMISSIONS = [READ_SETTINGS_ACTION, UPDATE_SETTINGS_ACTION].map(
  (action) => ({ action, subject: null })
);
