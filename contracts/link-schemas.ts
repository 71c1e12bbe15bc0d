import { z } from '@strapi/utils';

import { LABEL_MAX_LENGTH } from './links';

const label = z
  .string()
  .trim()
  .max(LABEL_MAX_LENGTH, `must be at most ${LABEL_MAX_LENGTH} characters`)
  .nullable()
  .transform((value) => value || null);

const identifier = (what: string) => z.string(`must name ${what}`).min(1, `must name ${what}`);

/** Body of a create, under `data`. */
export const createLinkSchema = z.strictObject({
  contentType: identifier('a content type').max(255),
  documentId: identifier('an entry').max(255),
  locale: z.string().min(1).max(64).nullish(),
  label: label.optional(),
  shows: z.enum(['published', 'draft'], 'must be "published" or "draft"').optional(),
  fields: z.array(z.string().max(512)).min(1, 'must name at least one field').max(1000).optional(),
});

/** Body of an edit, under `data`. */
export const updateLinkSchema = z
  .strictObject({ label: label.optional() })
  .refine((data) => Object.keys(data).length > 0, 'must name something to change');

const positive = (max: number) => z.coerce.number().int().min(1).max(max);

/** Query of a list. */
export const listLinksSchema = z.strictObject({
  contentType: z.string().max(255).optional(),
  documentId: z.string().max(255).optional(),
  locale: z.string().max(64).optional(),
  state: z.enum(['active', 'revoked']).optional(),
  sharedBy: z.coerce.number().int().optional(),
  q: z.string().max(200).optional(),
  page: positive(1_000_000).default(1),
  pageSize: positive(100).default(25),
  sort: z
    .string()
    .regex(/^(createdAt|label|lastViewedAt|viewCount)(:(asc|desc))?$/, 'is not a sort order')
    .default('createdAt:desc'),
});

export type ListLinksQuery = z.infer<typeof listLinksSchema>;
