import { z } from '@strapi/utils';

import { FRAME_ORIGINS_MAX, frameOrigin } from './frame-origins';
import {
  EXPIRY_PRESETS,
  LABEL_MAX_LENGTH,
  LINK_SORT_COLUMNS,
  LINK_STATES,
  PASSWORD_MAX_BYTES,
  POLICIES,
  REFRESH_MAX_SECONDS,
  REFRESH_MIN_SECONDS,
  SLUG_MAX_LENGTH,
  SLUG_MIN_LENGTH,
  SLUG_PATTERN,
  TIMELINE_EVENT_TYPES,
  VIEWERS_MAX,
} from './links';
import { normalPassword } from './typed-texts';

// JSON Schema, and with it OpenAPI, knows what comes before a schema, but no transformation after it.
const label = z.preprocess(
  (value) => (typeof value === 'string' ? value.trim() || null : value),
  z.string().max(LABEL_MAX_LENGTH, `must be at most ${LABEL_MAX_LENGTH} characters`).nullable()
);

export const dateTime = z.iso.datetime({
  offset: true,
  error: 'must be a date and time such as 2026-05-31T12:00:00Z',
});

const password = z.preprocess(
  (value) => (typeof value === 'string' ? normalPassword(value) : value),
  z
    .string()
    .min(1, 'must not be empty; null takes the password away')
    .refine(
      (value) => Buffer.byteLength(value) <= PASSWORD_MAX_BYTES,
      `must be at most ${PASSWORD_MAX_BYTES} bytes`
    )
    .refine((value) => !value.includes('\0'), 'must not contain a NUL character')
    .refine(
      (value) => !/[\u0001-\u001f\u007f-\u009f\u2028\u2029\ufffd]/.test(value),
      'must be one line of letters, digits and signs that can be typed'
    )
    .nullable()
);

/** Slugs that the plugin reserves for itself. */
const RESERVED_SLUGS = [
  'assets',
  'portal',
  'preview',
  'sitemap',
  'public',
  'unlock',
  'files',
  'comments',
  'search',
];

const slug = z
  .string()
  .min(SLUG_MIN_LENGTH, `must be at least ${SLUG_MIN_LENGTH} characters`)
  .max(SLUG_MAX_LENGTH, `must be at most ${SLUG_MAX_LENGTH} characters`)
  .regex(SLUG_PATTERN, 'may have lower-case letters, digits and single hyphens')
  .refine((value) => !RESERVED_SLUGS.includes(value), 'is reserved')
  .nullable();

const origin = z
  .string('must be an origin')
  .refine((value) => frameOrigin(value) !== null, {
    error: 'must be an origin such as https://intranet.example.com or https://*.example.com',
  })
  .overwrite((value) => frameOrigin(value) ?? value);

const rules = {
  label: label.optional(),
  expiresIn: z.enum(EXPIRY_PRESETS).optional(),
  expiresAt: dateTime.nullable().optional(),
  startsAt: dateTime.nullable().optional(),
  password: password.optional(),
  level: z.literal('view', 'must be "view"').optional(),
  shows: z
    .enum(['published', 'draft', 'frozen'], 'must be "published", "draft" or "frozen"')
    .optional(),
  fields: z.array(z.string().max(512)).min(1, 'must name at least one field').max(1000).optional(),
  slug: slug.optional(),
  maxViewers: z
    .number('must be a number')
    .int('must be a whole number')
    .min(1, 'must be at least 1')
    .max(VIEWERS_MAX, `must be at most ${VIEWERS_MAX}`)
    .nullable()
    .optional(),
  allowIndexing: z.boolean('must be true or false').optional(),
  allowDownload: z.boolean('must be true or false').optional(),
  refreshSeconds: z
    .number('must be a number of seconds')
    .int('must be a whole number of seconds')
    .min(REFRESH_MIN_SECONDS, `must be at least ${REFRESH_MIN_SECONDS} seconds`)
    .max(REFRESH_MAX_SECONDS, `must be at most ${REFRESH_MAX_SECONDS} seconds`)
    .nullable()
    .optional(),
  includeChildren: z.boolean('must be true or false').optional(),
  locales: z.array(z.string().min(1).max(64)).max(100).optional(),
  frameOrigins: z
    .array(origin, 'must be a list of origins')
    .max(FRAME_ORIGINS_MAX, `must name at most ${FRAME_ORIGINS_MAX} origins`)
    .overwrite((origins) => [...new Set(origins)])
    .optional(),
  notifyFirstVisit: z.boolean('must be true or false').optional(),
};

const identifier = (what: string) => z.string(`must name ${what}`).min(1, `must name ${what}`);

const oneEnd = (data: { expiresIn?: unknown; expiresAt?: unknown }) =>
  data.expiresIn === undefined || data.expiresAt === undefined;
const ONE_END = { path: ['expiresAt'], error: 'goes without expiresIn' };

/** Body of a create, under `data`. */
export const createLinkSchema = z
  .strictObject({
    contentType: identifier('a content type').max(255),
    documentId: identifier('an entry').max(255),
    locale: z.string().min(1).max(64).nullish(),
    ...rules,
  })
  .refine(oneEnd, ONE_END);

/** Body of `POST /api/:pluralApiId/:documentId/public-link`, under `data`. The path names the entry. */
export const publicLinkSchema = z
  .strictObject({ locale: z.string().min(1).max(64).nullish(), ...rules })
  .refine(oneEnd, ONE_END);

/** Body of an edit, under `data`. */
export const updateLinkSchema = z
  .strictObject({ ...rules, updatedAt: z.iso.datetime().optional() })
  .refine(oneEnd, ONE_END)
  .refine(
    ({ updatedAt: _, ...changes }) => Object.keys(changes).length > 0,
    'must name something to change'
  );

/** Body of `PUT /share-links/entries/:uid/:documentId/policy`, under `data`. */
export const policySchema = z.strictObject({
  policy: z.enum(POLICIES, `must be one of ${POLICIES.join(', ')}`),
});

/** Body of a bulk action, under `data`. */
export const bulkSchema = z.strictObject({
  action: z.enum(['pause', 'resume', 'revoke', 'takeOver']),
  ids: z.array(z.number().int().min(1)).min(1).max(100),
});

const positive = (max: number) => z.coerce.number().int().min(1).max(max);

const filters = {
  contentType: z.string().max(255).optional(),
  documentId: z.string().max(255).optional(),
  locale: z.string().max(64).optional(),
  state: z.enum(LINK_STATES).optional(),
  sharedBy: z.coerce.number().int().min(1).max(2_147_483_647).optional(),
  q: z.string().max(200).optional(),
  /** `soon`: within seven days. */
  ends: z.enum(['soon', 'never']).optional(),
  password: z.enum(['set', 'none']).optional(),
  opened: z.enum(['ever', 'never']).optional(),
  /** `lost`: closed, because its maker is not on this site (any more). */
  maker: z.enum(['lost']).optional(),
};

export const paging = {
  page: positive(1_000_000).default(1),
  pageSize: positive(100).default(25),
};

/** Query of a list. */
export const listLinksSchema = z.strictObject({
  ...filters,
  ...paging,
  sort: z
    .string()
    .regex(new RegExp(`^(${LINK_SORT_COLUMNS.join('|')})(:(asc|desc))?$`), 'is not a sort order')
    .default('createdAt:desc'),
});

export type ListLinksQuery = z.infer<typeof listLinksSchema>;

/** Query of the history of one entry. */
export const historySchema = z.strictObject({
  contentType: z.string().min(1).max(255),
  documentId: z.string().min(1).max(255),
  locale: z.string().max(64).optional(),
  ...paging,
});

/** Query of the timeline of one link. */
export const timelineSchema = z.strictObject({
  page: paging.page,
  pageSize: positive(100).default(100),
  type: z
    .preprocess(
      (value) => (typeof value === 'string' ? value.split(',') : value),
      z.array(z.enum(TIMELINE_EVENT_TYPES, 'is not a type of event')).min(1).max(100)
    )
    .optional(),
});

export type TimelinePage = z.infer<typeof timelineSchema>;
