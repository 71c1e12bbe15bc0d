import {
  READ_ENTRY_ACTION,
  READ_LINKS_ACTION,
  REVEAL_PASSWORDS_ACTION,
  SHARE_ACTION,
} from '../../../../contracts/permissions';
import { adminRoute, programRoute } from '../../core/routing';
import { limitAdminWork } from '../../limits/work-places';

const READERS = [SHARE_ACTION, READ_LINKS_ACTION];
const SHARERS = [SHARE_ACTION];

export const linkAdminRoutes = [
  adminRoute(
    'GET',
    '/entries/:uid/:documentId',
    'entries.findOne',
    [READ_ENTRY_ACTION],
    [limitAdminWork('panel')]
  ),
  adminRoute('PUT', '/entries/:uid/:documentId/policy', 'entries.setPolicy', SHARERS, [
    limitAdminWork('panel'),
  ]),
  adminRoute('GET', '/links', 'links.find', READERS),
  adminRoute('POST', '/links', 'links.create', SHARERS),
  adminRoute('GET', '/links/export', 'links.export', READERS, [limitAdminWork('export')]),
  adminRoute('POST', '/links/bulk', 'links.bulk', SHARERS),
  adminRoute('GET', '/history', 'links.history', READERS),
  adminRoute('GET', '/links/:id', 'links.findOne', READERS),
  adminRoute('PUT', '/links/:id', 'links.update', SHARERS),
  adminRoute('DELETE', '/links/:id', 'links.revoke', SHARERS),
  adminRoute('POST', '/links/:id/revoke', 'links.revoke', SHARERS),
  adminRoute('POST', '/links/:id/pause', 'links.pause', SHARERS),
  adminRoute('POST', '/links/:id/resume', 'links.resume', SHARERS),
  adminRoute('POST', '/links/:id/rotate', 'links.rotate', SHARERS),
  adminRoute('POST', '/links/:id/take-over', 'links.takeOver', SHARERS),
  adminRoute('GET', '/links/:id/timeline', 'links.timeline', READERS),
  adminRoute('GET', '/links/:id/qr', 'links.qr', READERS, [limitAdminWork('panel')]),
  adminRoute('GET', '/links/:id/password', 'links.password', [REVEAL_PASSWORDS_ACTION]),
];

export const linkProgramRoutes = [
  programRoute('GET', '/links', 'link.find'),
  programRoute('POST', '/links', 'link.create'),
  programRoute('GET', '/links/:id', 'link.findOne'),
  programRoute('PUT', '/links/:id', 'link.update'),
  programRoute('DELETE', '/links/:id', 'link.delete'),
  programRoute('POST', '/links/:id/pause', 'link.pause'),
  programRoute('POST', '/links/:id/resume', 'link.resume'),
  programRoute('POST', '/links/:id/rotate', 'link.rotate'),
];

const PUBLIC_LINK_PATHS = [
  '/:pluralApiId/:documentId/public-link',
  // Strapi's own REST API has single types at their singular, without a document id.
  '/:singularApiId/public-link',
];

const PUBLIC_LINK_DEEDS = [
  ['GET', 'public-link.findOne'],
  ['POST', 'public-link.create'],
  ['DELETE', 'public-link.delete'],
] as const;

/** The link of one entry, at the address of the entry. */
export const publicLinkRoutes = PUBLIC_LINK_PATHS.flatMap((path) =>
  PUBLIC_LINK_DEEDS.map(([method, handler]) => {
    const route = programRoute(method, path, handler, [limitAdminWork('program')]);
    // An empty prefix puts a route at the root of the API instead of under the plugin's name.
    return { ...route, config: { ...route.config, prefix: '' } };
  })
);
