// The first import: it stops the plugin before an older Strapi makes the others fail.
import './core/supported-strapi';

import type { Core } from '@strapi/strapi';

import { bootstrap, statusSources } from './bootstrap';
import { destroy } from './destroy';
import { hasProgramRoutes } from './http/conflicts';
import { countContentType } from './limits/schema';
import { entriesController, linksController } from './links/api/controllers';
import { linkController, publicLinkController } from './links/api/program-controllers';
import { linkAdminRoutes, linkProgramRoutes, publicLinkRoutes } from './links/api/routes';
import { linksService } from './links/api/service';
import { eventContentType } from './links/store/event-schema';
import { linkContentType } from './links/store/link-schema';
import { settingsEffects } from './links/rules/settings-effects';
import { countWithoutPassword } from './links/store/live-links';
import { placeContentType } from './links/store/place-schema';
import { slugContentType } from './links/store/slug-schema';
import { snapshotContentType } from './links/store/snapshot-schema';
import { previewsController } from './preview/controller';
import { previewRoutes } from './preview/routes';
import { previewContentType } from './preview/schema';
import { publicApiRoutes } from './public/api-routes';
import { viewerService } from './public/renderers';
import { register } from './register';
import { hasPermissions } from './rights/policies';
import { config } from './settings/config';
import { settingsController } from './settings/controller';
import { settingsRoutes } from './settings/routes';
import { settingsService } from './settings/service';
import { siteStatus } from './settings/status/facts';
import { policyContentType } from './share-policy/schema';
import { visitsController } from './visits/controller';
import { visitRoutes } from './visits/routes';
import { visitsService } from './visits/service';

export type { Link, CreateLinkInput, UpdateLinkInput } from '../../contracts/links';
export type { Settings } from '../../contracts/settings';
export type { ShownEntry, ShownField } from '../../contracts/shown';
export type { EntryRenderer, FieldRenderer, RendererContext } from './page/renderers';
export type { SystemMaker } from './links/api/by';
export type { LinksService } from './links/api/service';
export type { SettingsService } from './settings/service';
export type { ViewerService } from './public/renderers';
export type { VisitsService } from './visits/service';

/** The plugin as Strapi loads it. This file only connects the parts. */
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
    place: placeContentType,
    preview: previewContentType,
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
    settings: ({ strapi }: { strapi: Core.Strapi }) =>
      settingsController({
        strapi,
        countWithoutPassword: () => countWithoutPassword(strapi),
        effects: (before, after) => settingsEffects(strapi, before, after),
        status: () => siteStatus(strapi, statusSources(strapi)),
      }),
    visits: visitsController,
    previews: previewsController,
    link: linkController,
    'public-link': publicLinkController,
  },
  routes: {
    admin: {
      type: 'admin',
      routes: [...linkAdminRoutes, ...previewRoutes, ...settingsRoutes, ...visitRoutes],
    },
    'content-api': ({ strapi }: { strapi: Core.Strapi }) => ({
      type: 'content-api',
      routes: [
        ...(hasProgramRoutes(strapi) ? linkProgramRoutes : []),
        ...publicLinkRoutes,
        ...publicApiRoutes(strapi),
      ],
    }),
  },
};
