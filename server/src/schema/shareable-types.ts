import type { Core } from '@strapi/strapi';

/** The types whose entries editors see in the content manager, without those of plugins. */
export function shareableUids(strapi: Core.Strapi): string[] {
  return Object.values(strapi.contentTypes)
    .filter((type) => type.uid.startsWith('api::'))
    .filter((type) => type.pluginOptions?.['content-manager']?.visible !== false)
    .map((type) => type.uid);
}
