import type { Core } from '@strapi/strapi';

/** The types whose entries editors see in the content manager, without those of plugins. */
export function shareableUids(strapi: Core.Strapi): string[] {
  return Object.values(strapi.contentTypes)
    .filter((type) => type.uid.startsWith('api::'))
    .filter((type) => type.pluginOptions?.['content-manager']?.visible !== false)
    .map((type) => type.uid);
}

/** The names by which Strapi's REST API has the types: the plural, or the singular of single types. */
export function restNames(strapi: Core.Strapi): { uid: string; name: string; isSingle: boolean }[] {
  return Object.values(strapi.contentTypes)
    .filter((type) => type.uid.startsWith('api::'))
    .map(({ uid, kind, info }) => {
      const isSingle = kind === 'singleType';
      return { uid, name: isSingle ? info.singularName : info.pluralName, isSingle };
    });
}
