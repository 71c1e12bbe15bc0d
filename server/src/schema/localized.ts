import type { Core, Schema, UID } from '@strapi/strapi';

export function isLocalized(strapi: Core.Strapi, uid: string): boolean {
  const { pluginOptions } = strapi.getModel(uid as UID.ContentType) as Schema.ContentType;
  return (pluginOptions?.i18n as { localized?: boolean } | undefined)?.localized === true;
}

/** The code of the site's default language. Null if the site has no plugin for languages. */
export async function defaultLocale(strapi: Core.Strapi): Promise<string | null> {
  const locales = strapi.plugin('i18n')?.service('locales') as
    { getDefaultLocale(): Promise<string | null> } | undefined;
  return (await locales?.getDefaultLocale()) ?? null;
}
