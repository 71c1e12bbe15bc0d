import type { ContentManagerPlugin } from '@strapi/content-manager/strapi-admin';
import { Link } from '@strapi/icons';
import type { PluginDefinition, StrapiApp } from '@strapi/strapi/admin';

import { PLUGIN_ID, READ_LINKS_ACTION } from '../../contracts/permissions';
import { SharePanel } from './links/SharePanel';
import { SETTINGS_PERMISSIONS, SITE_PERMISSIONS } from './utils/access';
import { loadTranslations, messageId } from './utils/translations';

const plugin: Pick<PluginDefinition, 'register' | 'bootstrap' | 'registerTrads'> = {
  register(app: StrapiApp) {
    app.addMenuLink({
      to: `plugins/${PLUGIN_ID}`,
      icon: Link,
      intlLabel: { id: messageId('panel.title'), defaultMessage: 'Share links' },
      permissions: SITE_PERMISSIONS,
      Component: () => import('./site/SitePage'),
    });
    app.addSettingsLink('global', {
      id: PLUGIN_ID,
      to: PLUGIN_ID,
      intlLabel: { id: messageId('panel.title'), defaultMessage: 'Share links' },
      permissions: SETTINGS_PERMISSIONS,
      Component: () => import('./settings/SettingsPage'),
    });
    app.widgets.register({
      id: 'visits',
      pluginId: PLUGIN_ID,
      icon: Link,
      title: { id: messageId('panel.title'), defaultMessage: 'Share links' },
      link: {
        label: { id: messageId('visits.widget.all'), defaultMessage: 'All links' },
        href: `/plugins/${PLUGIN_ID}`,
      },
      // Strapi requires every permission named here, and can't require a right for any one type.
      permissions: [{ action: READ_LINKS_ACTION, subject: null }],
      component: async () => (await import('./visits/widget/VisitsWidget')).VisitsWidget,
    });
  },

  bootstrap(app: Pick<StrapiApp, 'getPlugin'>) {
    const { apis } = app.getPlugin('content-manager');
    (apis as ContentManagerPlugin['config']['apis']).addEditViewSidePanel([SharePanel]);
  },

  registerTrads: ({ locales }) => Promise.all(locales.map(loadTranslations)),
};

export default plugin;
