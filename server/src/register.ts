import type { Core } from '@strapi/strapi';

import { limitBody } from './access/body-limit';
import { publicHeaders } from './access/headers';
import { maskTokensInLogs } from './access/log-mask';
import { pathTests } from './access/paths';
import { LINK_UID } from './links/store';
import { pageRoutes } from './viewer/routes';

export function register({ strapi }: { strapi: Core.Strapi }): void {
  maskTokensInLogs(strapi);
  const { isPublic, isOurs } = pathTests(strapi);

  // Registered here they run before Strapi's own middlewares, and so around every error of theirs.
  strapi.server.use(publicHeaders(isPublic));
  strapi.server.use(limitBody(isOurs));
  strapi.server.routes(pageRoutes(strapi) as never);

  const graphql = strapi.plugin('graphql')?.service('extension') as
    { shadowCRUD(uid: string): { disable(): void } } | undefined;
  graphql?.shadowCRUD(LINK_UID).disable();
}
