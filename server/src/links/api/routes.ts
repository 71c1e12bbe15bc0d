import { z } from '@strapi/utils';

import { linkListAnswer, oneLinkAnswer } from '../../../../contracts/link-answer-schemas';
import {
  createLinkSchema,
  listLinksSchema,
  publicLinkSchema,
  updateLinkSchema,
} from '../../../../contracts/link-schemas';
import {
  READ_ENTRY_ACTION,
  READ_LINKS_ACTION,
  REVEAL_PASSWORDS_ACTION,
  SHARE_ACTION,
} from '../../../../contracts/permissions';
import { adminRoute, jsonData, programRoute } from '../../core/routing';
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

const byId = { id: z.int().min(1) };
const oneLink = { request: { params: byId }, response: oneLinkAnswer };

export const linkProgramRoutes = [
  programRoute('GET', '/links', 'link.find', {
    request: { query: { ...listLinksSchema.shape } },
    response: linkListAnswer,
  }),
  programRoute('POST', '/links', 'link.create', {
    request: { body: jsonData(createLinkSchema) },
    response: oneLinkAnswer,
  }),
  programRoute('GET', '/links/:id', 'link.findOne', oneLink),
  programRoute('PUT', '/links/:id', 'link.update', {
    request: { params: byId, body: jsonData(updateLinkSchema) },
    response: oneLinkAnswer,
  }),
  programRoute('DELETE', '/links/:id', 'link.delete', oneLink),
  programRoute('POST', '/links/:id/pause', 'link.pause', oneLink),
  programRoute('POST', '/links/:id/resume', 'link.resume', oneLink),
  programRoute('POST', '/links/:id/rotate', 'link.rotate', oneLink),
];

const PUBLIC_LINKS: { path: string; params: Record<string, z.ZodType> }[] = [
  {
    path: '/:pluralApiId/:documentId/public-link',
    params: { pluralApiId: z.string(), documentId: z.string() },
  },
  // Strapi's own REST API has single types at their singular, without a document id.
  { path: '/:singularApiId/public-link', params: { singularApiId: z.string() } },
];

/** The link of one entry, at the address of the entry. */
export const publicLinkRoutes = PUBLIC_LINKS.flatMap(({ path, params }) => {
  const request = { params, query: { locale: z.string().optional() } };
  const body = jsonData(publicLinkSchema);
  const read = { request, response: oneLinkAnswer };
  const atWork = [limitAdminWork('program')];
  return [
    programRoute('GET', path, 'public-link.findOne', read, atWork),
    programRoute(
      'POST',
      path,
      'public-link.create',
      { request: { ...request, body }, response: oneLinkAnswer },
      atWork
    ),
    programRoute('DELETE', path, 'public-link.delete', read, atWork),
    // An empty prefix puts a route at the root of the API instead of under the plugin's name.
  ].map((route) => ({ ...route, config: { ...route.config, prefix: '' } }));
});
