import type { Core } from '@strapi/strapi';

import { onSettingsSaved } from '../../settings/change-listeners';
import { getSettings } from '../../settings/service';
import { LINK_UID } from '../store/link-uid';

/**
 * While the site does not let passwords be read back, no link keeps one that could be: those that
 * were saved before are deleted when that is turned off, by whoever and wherever, and at each start.
 * The links themselves go on asking for their passwords.
 */
export async function watchSavedPasswords(strapi: Core.Strapi): Promise<void> {
  onSettingsSaved(strapi, async ({ passwordReveal }) => {
    if (!passwordReveal) await deleteSavedPasswords(strapi);
  });
  if (!(await getSettings(strapi)).passwordReveal) await deleteSavedPasswords(strapi);
}

/** Called after a password was saved: meanwhile saving may have been turned off. */
export async function recheckSavedPassword(strapi: Core.Strapi, linkId: number): Promise<void> {
  if (!(await getSettings(strapi)).passwordReveal) await deleteSavedPasswords(strapi, linkId);
}

/** One statement, also for many thousand links. */
async function deleteSavedPasswords(strapi: Core.Strapi, linkId?: number): Promise<void> {
  await strapi.db.query(LINK_UID).updateMany({
    where: { passwordCipher: { $notNull: true }, ...(linkId ? { id: linkId } : {}) },
    data: { passwordCipher: null },
  });
}
