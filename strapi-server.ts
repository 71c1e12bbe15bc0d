import type { Plugin } from '@strapi/strapi';

import server from './server/src';

export type * from './server/src';

/** What Strapi loads. A site calls its services, by `strapi.plugin('share-links').service(…)`. */
const plugin: Pick<Plugin.LoadedPlugin, 'config' | 'register' | 'bootstrap' | 'destroy'> = server;
export default plugin;
