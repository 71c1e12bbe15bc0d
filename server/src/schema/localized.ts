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

const LOCALE_UID = 'plugin::i18n.locale';

const known = new WeakMap<Core.Strapi, string[]>();

/** The codes of the site's languages, as they were last read. */
export function siteLocales(strapi: Core.Strapi): string[] {
  return known.get(strapi) ?? [];
}

/** Reads the site's languages. Another node may have changed them. */
export async function readLocales(strapi: Core.Strapi): Promise<void> {
  if (!strapi.contentTypes[LOCALE_UID]) return;
  const rows = await strapi.db.query(LOCALE_UID).findMany({ select: ['code'] });
  known.set(
    strapi,
    (rows as { code: string }[]).map(({ code }) => code)
  );
}

/** Reads the site's languages now and after each change. */
export async function watchLocales(strapi: Core.Strapi): Promise<void> {
  await readLocales(strapi);
  const read = () => readLocales(strapi);
  strapi.db.lifecycles.subscribe({
    models: [LOCALE_UID],
    afterCreate: read,
    afterCreateMany: read,
    afterDelete: read,
    afterDeleteMany: read,
  });
}
