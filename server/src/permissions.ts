import type { Core } from '@strapi/strapi';

import { PLUGIN_ID } from '../../contracts/permissions';

/** Registers the rights before Strapi cleans up permissions whose action nobody registered. */
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
    { ...plugin, subCategory: 'settings', displayName: 'Read', uid: 'settings.read' },
    { ...plugin, subCategory: 'settings', displayName: 'Change', uid: 'settings.update' },
  ]);
}

/** Types whose entries editors see in the content manager; the plugins' own are not among them. */
export function shareableUids(strapi: Core.Strapi): string[] {
  return Object.values(strapi.contentTypes)
    .filter((type) => type.uid.startsWith('api::'))
    .filter((type) => type.pluginOptions?.['content-manager']?.visible !== false)
    .map((type) => type.uid);
}
