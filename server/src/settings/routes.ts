import { READ_SETTINGS_ACTION, UPDATE_SETTINGS_ACTION } from '../../../contracts/permissions';
import { adminRoute } from '../core/routing';

export const settingsRoutes = [
  adminRoute('GET', '/settings', 'settings.find', [READ_SETTINGS_ACTION, UPDATE_SETTINGS_ACTION]),
  adminRoute('PUT', '/settings', 'settings.update', [UPDATE_SETTINGS_ACTION]),
  adminRoute('POST', '/settings/effects', 'settings.effects', [UPDATE_SETTINGS_ACTION]),
];
