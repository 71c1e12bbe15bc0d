import type { Core } from '@strapi/strapi';

import { onSettingsSaved } from '../../settings/change-listeners';
import { getSettings } from '../../settings/service';
import { LINK_UID } from '../store/link-uid';

/**
 * If the site does not let people read passwords, no link stores a readable one. Stored ones are
 * deleted when the setting is turned off, in any way, and at each start. The links still ask for
 * their passwords.
 */
export async function watchSavedPasswords(strapi: Core.Strapi): Promise<void> {
  onSettingsSaved(strapi, async ({ passwordReveal }) => {
    if (!passwordReveal) await deleteSavedPasswords(strapi);
  });
  if (!(await getSettings(strapi)).passwordReveal) await deleteSavedPasswords(strapi);
}

/** Call this after saving a password: the setting may have been turned off meanwhile. */
export async function recheckSavedPassword(strapi: Core.Strapi, linkId: number): Promise<void> {
  if (!(await getSettings(strapi)).passwordReveal) await deleteSavedPasswords(strapi, linkId);
}

/** One statement is enough even for many thousand links. */
async function deleteSavedPasswords(strapi: Core.Strapi, linkId?: number): Promise<void> {
  await strapi.db.query(LINK_UID).updateMany({
    where: { passwordCipher: { $notNull: true }, ...(linkId ? { id: linkId } : {}) },
    data: { passwordCipher: null },
  });
}
