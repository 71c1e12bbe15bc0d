import type { ContentManagerPlugin } from '@strapi/content-manager/strapi-admin';
import type { PluginDefinition, StrapiApp } from '@strapi/strapi/admin';

import { SharePanel } from './links/SharePanel';
import { loadTranslations } from './utils/translations';

const plugin: Pick<PluginDefinition, 'register' | 'bootstrap' | 'registerTrads'> = {
  register() {},

  bootstrap(app: Pick<StrapiApp, 'getPlugin'>) {
    const { apis } = app.getPlugin('content-manager');
    (apis as ContentManagerPlugin['config']['apis']).addEditViewSidePanel([SharePanel]);
  },

  registerTrads: ({ locales }) => Promise.all(locales.map(loadTranslations)),
};

export default plugin;
