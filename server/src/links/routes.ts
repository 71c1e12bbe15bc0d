import { READ_ENTRY_ACTION, READ_LINKS_ACTION, SHARE_ACTION } from '../../../contracts/permissions';
import { adminRoute, programRoute } from '../routing';

const READERS = [SHARE_ACTION, READ_LINKS_ACTION];
const SHARERS = [SHARE_ACTION];

export const linkAdminRoutes = [
  adminRoute('GET', '/entries/:uid/:documentId', 'entries.findOne', [READ_ENTRY_ACTION]),
  adminRoute('GET', '/links', 'links.find', READERS),
  adminRoute('POST', '/links', 'links.create', SHARERS),
  adminRoute('GET', '/links/:id', 'links.findOne', READERS),
  adminRoute('PUT', '/links/:id', 'links.update', SHARERS),
  adminRoute('DELETE', '/links/:id', 'links.revoke', SHARERS),
  adminRoute('POST', '/links/:id/revoke', 'links.revoke', SHARERS),
];

export const linkProgramRoutes = [
  programRoute('GET', '/links', 'link.find'),
  programRoute('POST', '/links', 'link.create'),
  programRoute('GET', '/links/:id', 'link.findOne'),
  programRoute('PUT', '/links/:id', 'link.update'),
  programRoute('DELETE', '/links/:id', 'link.delete'),
  // An empty prefix puts a route at the root of the API instead of under the plugin's name.
  ...(
    [
      ['GET', 'public-link.findOne'],
      ['POST', 'public-link.create'],
      ['DELETE', 'public-link.delete'],
    ] as const
  ).map(([method, handler]) => {
    const route = programRoute(method, '/:pluralApiId/:documentId/public-link', handler);
    return { ...route, config: { ...route.config, prefix: '' } };
  }),
];
