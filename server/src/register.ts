import type { Core } from '@strapi/strapi';

import { PLUGIN_ID } from '../../contracts/permissions';
import { limitBody } from './http/body-limit';
import { explainBrokenBody } from './http/broken-body';
import { corsHeaders } from './http/cors';
import { fairQueue } from './http/fair-queue';
import { publicHeaders } from './http/headers';
import { maskSecretsInLogs } from './http/log-mask';
import { pathTests, refuseTakenPrefix } from './http/paths';
import { signInOneByOne } from './limits/sign-in-line';
import { strayApiRoutes } from './public/api-routes';
import { pageRoutes } from './public/routes';
import { loadStylesheet } from './public/stylesheet';
import { registerVisitTables } from './visits/models';

const OWN_TYPES = ['link', 'slug', 'event', 'snapshot', 'policy', 'count'].map(
  (name) => `plugin::${PLUGIN_ID}.${name}`
);

export function register({ strapi }: { strapi: Core.Strapi }): void {
  refuseTakenPrefix(strapi);
  loadStylesheet(strapi);
  registerVisitTables(strapi);
  maskSecretsInLogs(strapi);
  const { isPublic, isPublicJson, isOurs } = pathTests(strapi);

  // Middlewares registered here run before Strapi's own, so they also handle the errors of those.
  strapi.server.use(publicHeaders(isPublic, isPublicJson));
  strapi.server.use(corsHeaders(isPublicJson));
  strapi.server.use(limitBody(isOurs));
  strapi.server.use(fairQueue(isPublic));
  strapi.server.use(signInOneByOne((path) => isOurs(path) && !isPublic(path)));
  strapi.server.use(explainBrokenBody(isOurs));
  strapi.server.routes(pageRoutes(strapi) as never);
  strapi.server.routes(strayApiRoutes(strapi) as never);

  const graphql = strapi.plugin('graphql')?.service('extension') as
    { shadowCRUD(uid: string): { disable(): void } } | undefined;
  for (const uid of OWN_TYPES) graphql?.shadowCRUD(uid).disable();
}
