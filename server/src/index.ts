import type { Core } from '@strapi/strapi';

import { countContentType } from './access/limits/schema';
import { bootstrap } from './bootstrap';
import { config } from './config';
import { destroy } from './destroy';
import { entriesController, linksController } from './links/controllers';
import { eventContentType } from './links/event-schema';
import { linkController, publicLinkController } from './links/program-controllers';
import { linkAdminRoutes, linkProgramRoutes } from './links/routes';
import { linkContentType } from './links/schema';
import { linksService } from './links/service';
import { slugContentType } from './links/slug-schema';
import { snapshotContentType } from './links/snapshot-schema';
import { hasPermissions } from './policies';
import { register } from './register';
import { settingsController } from './settings/controller';
import { settingsRoutes } from './settings/routes';
import { settingsService } from './settings/service';
import { policyContentType } from './share-policy/schema';
import { viewerService } from './viewer/renderers';
import { publicApiRoutes } from './viewer/routes';
import { visitsController } from './visits/controller';
import { visitRoutes } from './visits/routes';
import { visitsService } from './visits/service';

export type { Link, CreateLinkInput, UpdateLinkInput } from '../../contracts/links';
export type { Settings } from '../../contracts/settings';
export type { ShownEntry, ShownField } from '../../contracts/shown';
export type { EntryRenderer, FieldRenderer, RendererContext } from './viewer/renderers';
export type { LinksService, SystemMaker } from './links/service';
export type { VisitsService } from './visits/service';

/** The plugin as Strapi loads it: the features put together, and nothing else. */
export default {
  config,
  register,
  bootstrap,
  destroy,
  contentTypes: {
    link: linkContentType,
    slug: slugContentType,
    event: eventContentType,
    snapshot: snapshotContentType,
    policy: policyContentType,
    count: countContentType,
  },
  policies: { hasPermissions },
  services: {
    links: linksService,
    settings: settingsService,
    viewer: viewerService,
    visits: visitsService,
  },
  controllers: {
    entries: entriesController,
    links: linksController,
    settings: settingsController,
    visits: visitsController,
    link: linkController,
    'public-link': publicLinkController,
  },
  routes: {
    admin: { type: 'admin', routes: [...linkAdminRoutes, ...settingsRoutes, ...visitRoutes] },
    'content-api': ({ strapi }: { strapi: Core.Strapi }) => ({
      type: 'content-api',
      routes: [...linkProgramRoutes, ...publicApiRoutes(strapi)],
    }),
  },
};
