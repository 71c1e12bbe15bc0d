import type { Core } from '@strapi/strapi';

export const LOCALES = ['en', 'fr'];

interface LocaleService {
  findByCode(code: string): Promise<unknown>;
  create(locale: { code: string; name: string }): Promise<unknown>;
  setDefaultLocale(locale: { code: string }): Promise<unknown>;
}

export const seedLocales = async (strapi: Core.Strapi): Promise<void> => {
  const locales = strapi.plugin('i18n').service('locales') as LocaleService;
  for (const [code, name] of [
    ['en', 'English (en)'],
    ['fr', 'French (fr)'],
  ] as const) {
    if (!(await locales.findByCode(code))) await locales.create({ code, name });
  }
  await locales.setDefaultLocale({ code: 'en' });
};
