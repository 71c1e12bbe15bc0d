import { z } from '@strapi/utils';

import type { ShownAttribute, ShownBlock, ShownChild, ShownField, ShownGroup } from './shown';

/** What the public routes answer, for the OpenAPI document of the site. */

const text = z.string();
const size = z.number().nullable();

const formatAnswer = z.object({ url: text, width: z.number(), height: z.number() });

const fileAnswer = z
  .object({
    id: z.int(),
    name: text,
    url: text,
    mime: text,
    size: z.number().describe('Bytes'),
    alt: text,
    caption: text.nullable(),
    width: size,
    height: size,
    formats: z.array(formatAnswer),
  })
  .meta({ id: 'ShareLinkFile' });

const image = z.object({
  url: text,
  alternativeText: text,
  width: z.number(),
  height: z.number(),
});

// Schemas that contain each other have their types written out.
const blocks: z.ZodType<ShownBlock[]> = z.lazy(() => z.array(shownBlock));
const fields: z.ZodType<ShownField[]> = z.lazy(() => z.array(shownField));
const groups: z.ZodType<ShownGroup[]> = z.lazy(() => z.array(shownGroup));
const children: z.ZodType<ShownChild[]> = z.lazy(() => z.array(shownChild));
const attributes: z.ZodType<ShownAttribute[]> = z.lazy(() => z.array(shownAttribute));

export const shownBlock = z
  .object({
    type: text,
    children: blocks.optional(),
    text: text.optional(),
    bold: z.boolean().optional(),
    italic: z.boolean().optional(),
    underline: z.boolean().optional(),
    strikethrough: z.boolean().optional(),
    code: z.boolean().optional(),
    level: z.number().optional(),
    format: z.enum(['ordered', 'unordered']).optional(),
    url: text.optional(),
    language: text.optional(),
    image: image.optional(),
  })
  .meta({ id: 'ShareLinkBlock' });

const shownGroup = z.object({ name: text, fields }).meta({ id: 'ShareLinkGroup' });

const reference = z
  .object({ title: text, typeName: text.nullable(), fields })
  .meta({ id: 'ShareLinkReference' });

const field = { name: text, label: text, customField: text.optional() };

export const shownField = z
  .discriminatedUnion('type', [
    z.object({
      ...field,
      type: z.enum(['string', 'text', 'email', 'enumeration']),
      value: text.nullable(),
    }),
    z.object({
      ...field,
      type: z.literal('number'),
      value: z.union([z.number(), text]).nullable(),
    }),
    z.object({ ...field, type: z.literal('boolean'), value: z.boolean().nullable() }),
    z.object({ ...field, type: z.literal('date'), value: text.nullable() }),
    z.object({ ...field, type: z.literal('time'), value: text.nullable() }),
    z.object({ ...field, type: z.literal('datetime'), value: text.nullable() }),
    z.object({
      ...field,
      type: z.literal('richtext'),
      value: text.nullable().describe('Sanitized HTML'),
    }),
    z.object({ ...field, type: z.literal('blocks'), value: blocks.nullable() }),
    z.object({ ...field, type: z.literal('json'), value: z.unknown() }),
    z.object({
      ...field,
      type: z.literal('media'),
      multiple: z.boolean(),
      value: z.array(fileAnswer),
    }),
    z.object({
      ...field,
      type: z.literal('component'),
      repeatable: z.boolean(),
      value: groups,
    }),
    z.object({ ...field, type: z.literal('dynamiczone'), value: groups }),
    z.object({
      ...field,
      type: z.literal('relation'),
      value: z.array(reference),
      cut: z.boolean().describe('True if there are more entries than an answer holds'),
    }),
  ])
  .meta({ id: 'ShareLinkField' });

const shownChild = z
  .object({ id: text, title: text, typeName: text, children })
  .meta({ id: 'ShareLinkChild' });

const shownAttribute = z
  .object({
    name: text,
    label: text,
    type: z.enum([
      'string',
      'text',
      'email',
      'enumeration',
      'number',
      'boolean',
      'date',
      'time',
      'datetime',
      'richtext',
      'blocks',
      'json',
      'media',
      'component',
      'dynamiczone',
      'relation',
    ]),
    attributes: attributes.optional(),
    groups: z.array(z.object({ name: text, attributes })).optional(),
  })
  .meta({ id: 'ShareLinkAttribute' });

const shownEntry = z
  .object({
    id: text,
    title: text,
    typeName: text,
    locale: text.nullable(),
    status: z.enum(['draft', 'published', 'frozen']).nullable(),
    frozenAt: text.nullable(),
    publishedAt: text.nullable(),
    updatedAt: text.nullable(),
    fields,
  })
  .meta({ id: 'ShareLinkEntry' });

const branding = z.object({
  name: text.nullable(),
  logo: text.nullable(),
  color: text.nullable(),
  footer: text.nullable(),
});

export const publicAnswer = z.object({
  data: shownEntry,
  meta: z.object({
    root: z.object({ id: text, title: text }),
    children,
    locales: z.array(z.object({ code: text, segment: text.nullable() })),
    schema: attributes,
    refreshSeconds: z.number().nullable(),
    allowDownload: z.boolean(),
    zip: text.nullable(),
    isGuarded: z.boolean(),
    branding,
    expiresAt: text.nullable(),
  }),
});

export const searchAnswer = z.object({
  data: z.array(
    z.object({
      entry: text,
      title: text,
      anchor: text.nullable(),
      label: text.nullable(),
      snippet: z.array(z.object({ text, isHit: z.boolean() })),
    })
  ),
  meta: z.object({ q: text, cut: z.boolean() }),
});

export const unlockAnswer = z.object({
  data: z.object({
    unlockToken: text.describe('Is sent back in the header X-Share-Unlock'),
    expiresAt: z.iso.datetime(),
  }),
});

/** A file, or an archive of files. */
export const fileContent = z.file();
