import type { Core } from '@strapi/strapi';

/** Types whose entries editors see in the content manager; the plugins' own are not among them. */
export function shareableUids(strapi: Core.Strapi): string[] {
  return Object.values(strapi.contentTypes)
    .filter((type) => type.uid.startsWith('api::'))
    .filter((type) => type.pluginOptions?.['content-manager']?.visible !== false)
    .map((type) => type.uid);
}
