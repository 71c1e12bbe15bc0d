import type { Core, Schema, UID } from '@strapi/strapi';

export function isLocalized(strapi: Core.Strapi, uid: string): boolean {
  const { pluginOptions } = strapi.getModel(uid as UID.ContentType) as Schema.ContentType;
  return (pluginOptions?.i18n as { localized?: boolean } | undefined)?.localized === true;
}
