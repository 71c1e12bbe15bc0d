import type { Core } from '@strapi/strapi';

import { PLUGIN_ID, SHARE_ACTION } from '../../../contracts/permissions';
import { shareableUids } from '../schema/shareable-types';

/** Registers the permissions before Strapi deletes those whose action is not registered. */
export async function registerPermissions(strapi: Core.Strapi): Promise<void> {
  const { actionProvider } = strapi.service('admin::permission') as {
    actionProvider: { registerMany(actions: unknown[]): Promise<void> };
  };
  const plugin = { section: 'plugins', pluginName: PLUGIN_ID };

  await actionProvider.registerMany([
    {
      section: 'contentTypes',
      displayName: 'Share',
      uid: 'share',
      pluginName: PLUGIN_ID,
      subjects: shareableUids(strapi),
      options: { applyToProperties: ['fields'] },
    },
    { ...plugin, subCategory: 'links', displayName: 'Read all links', uid: 'links.read' },
    { ...plugin, subCategory: 'links', displayName: 'Read passwords', uid: 'passwords.reveal' },
    { ...plugin, subCategory: 'settings', displayName: 'Read', uid: 'settings.read' },
    { ...plugin, subCategory: 'settings', displayName: 'Change', uid: 'settings.update' },
  ]);
}

/**
 * When Strapi first creates its default roles, it grants them every content-type action. Sharing
 * makes content public, so this takes that grant back right afterwards. Later grants, in the panel
 * or in the site's own code, stay.
 */
export async function withholdFromDefaultRoles(strapi: Core.Strapi): Promise<void> {
  const roles = strapi.service('admin::role') as unknown as {
    exists(): Promise<boolean>;
    hooks: { willResetSuperAdminPermissions: { register(handler: Handler): void } };
  };
  if (await roles.exists()) return;

  let isDone = false;
  roles.hooks.willResetSuperAdminPermissions.register(async (permissions) => {
    if (!isDone) {
      isDone = true;
      const where = { action: SHARE_ACTION };
      await strapi.db.query('admin::permission').deleteMany({ where });
    }
    return permissions;
  });
}

type Handler = (permissions: unknown) => Promise<unknown>;
