import type { Core } from '@strapi/strapi';

import { limitBody } from './http/body-limit';
import { explainBrokenBody } from './http/broken-body';
import { corsHeaders } from './http/cors';
import { fairQueue } from './http/fair-queue';
import { publicHeaders } from './http/headers';
import { addOwnRoutes } from './http/layers';
import { maskSecretsInLogs } from './http/log-mask';
import { findOwnAddress } from './http/own-address';
import { pathTests, refuseTakenPrefix } from './http/paths';
import { EVENT_TABLE } from './links/store/event-schema';
import { registerNameMigration } from './links/store/migrate-names';
import { LINK_UID } from './links/store/link-uid';
import { signInOneByOne } from './limits/sign-in-line';
import { markRightsLost } from './rights/kept-rights';
import { ownTypes } from './own-tables';
import { answerErrors } from './public/failure-page';
import { strayApiRoutes } from './public/api-routes';
import { pageRoutes } from './public/routes';
import { loadStylesheet } from './public/stylesheet';
import { refuseTakenTables } from './schema/taken-tables';
import { checkConfig } from './settings/config';
import { DAY_TABLE, VISIT_TABLE, registerVisitTables } from './visits/models';

interface Sync {
  oldContentTypes?: Record<string, unknown> | null;
}

/** Strapi's store names the types of the last start; the tables stay from the one before. */
function noticeStartsWithout(strapi: Core.Strapi): void {
  strapi.hook('strapi::content-types.beforeSync').register(async ({ oldContentTypes }: Sync) => {
    const wasThere = !oldContentTypes || LINK_UID in oldContentTypes;
    if (wasThere) return;
    const { tableName } = strapi.db.metadata.get(LINK_UID);
    if (await strapi.db.getSchemaConnection().hasTable(tableName)) await markRightsLost(strapi);
  });
}

export function register({ strapi }: { strapi: Core.Strapi }): void {
  checkConfig(strapi, false);
  refuseTakenPrefix(strapi);
  refuseTakenTables(strapi, [VISIT_TABLE, DAY_TABLE]);
  loadStylesheet(strapi);
  registerVisitTables(strapi);
  registerNameMigration(strapi, [EVENT_TABLE, VISIT_TABLE, DAY_TABLE]);
  maskSecretsInLogs(strapi);
  noticeStartsWithout(strapi);
  const { isPublic, isPublicJson, isOurs } = pathTests(strapi);

  // Middlewares registered here run before Strapi's own, so they also handle the errors of those.
  strapi.server.use(findOwnAddress(strapi, isPublic));
  strapi.server.use(publicHeaders(isPublic, isPublicJson));
  strapi.server.use(answerErrors(strapi, { isPublic, isPublicJson }));
  strapi.server.use(corsHeaders(isPublicJson));
  strapi.server.use(limitBody(isOurs));
  strapi.server.use(fairQueue(isPublic));
  strapi.server.use(signInOneByOne((path) => isOurs(path) && !isPublic(path)));
  strapi.server.use(explainBrokenBody(isOurs));
  addOwnRoutes(strapi, pageRoutes(strapi));
  addOwnRoutes(strapi, strayApiRoutes(strapi));

  const graphql = strapi.plugin('graphql')?.service('extension') as
    { shadowCRUD(uid: string): { disable(): void } } | undefined;
  for (const uid of ownTypes) graphql?.shadowCRUD(uid).disable();
}
