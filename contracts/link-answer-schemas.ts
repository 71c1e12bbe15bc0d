import { z } from '@strapi/utils';

import { CLOSED_REASONS, LINK_STATES } from './links';

/** What the routes for programs answer, for the OpenAPI document of the site. */

const dateTime = z.iso.datetime().describe('ISO 8601, in UTC');

const actor = z
  .object({ id: z.int().nullable(), name: z.string() })
  .describe('`id` is null for programs');

export const linkAnswer = z
  .object({
    id: z.int(),
    url: z.string().nullable().describe('Null if the address can not be shown'),
    tokenHint: z.string().describe('The first characters of the secret address'),
    slug: z.string().nullable(),
    label: z.string().nullable(),
    state: z.enum(LINK_STATES),
    closedBy: z
      .array(z.enum(CLOSED_REASONS))
      .describe('All that keeps visitors out now; empty for a link that opens'),
    level: z.enum(['view', 'comment']),
    shows: z.enum(['published', 'draft', 'frozen']),
    contentType: z.string(),
    documentId: z.string(),
    locale: z.string().nullable(),
    locales: z.array(z.string()).describe('The other languages that visitors can switch to'),
    entryTitle: z.string().nullable(),
    fields: z.array(z.string()).describe('The paths of the attributes that the link may show'),
    missingFields: z
      .array(z.string())
      .describe('Those that it no longer shows, because the schema has changed'),
    startsAt: dateTime.nullable(),
    expiresAt: dateTime.nullable(),
    hasPassword: z.boolean(),
    maxViewers: z.int().nullable(),
    viewCount: z.int(),
    viewerCount: z.int(),
    lastViewedAt: dateTime.nullable(),
    allowIndexing: z.boolean(),
    allowDownload: z.boolean(),
    refreshSeconds: z.int().nullable(),
    includeChildren: z.boolean(),
    notifyFirstVisit: z.boolean(),
    frameOrigins: z.array(z.string()).describe('The sites that may show it in a frame'),
    sharedBy: actor,
    createdAt: dateTime,
    updatedAt: dateTime,
    revokedBy: actor.nullable(),
    revokedAt: dateTime.nullable(),
  })
  .meta({ id: 'ShareLink' });

export const oneLinkAnswer = z.object({ data: linkAnswer });

export const linkListAnswer = z.object({
  data: z.array(linkAnswer),
  meta: z.object({
    pagination: z.object({
      page: z.int(),
      pageSize: z.int(),
      pageCount: z.int(),
      total: z.int(),
    }),
  }),
});
