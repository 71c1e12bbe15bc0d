import { z } from '@strapi/utils';

const contentTypeSchema = z
  .strictObject({ enabled: z.boolean(), mode: z.enum(['single', 'multiple']) })
  .partial();

/** What may be stored or configured; a setting that is left out keeps its default. */
export const storedSettingsSchema = z
  .strictObject({
    contentTypes: z.record(z.string(), contentTypeSchema),
    ownerOnly: z.boolean(),
    publicUrl: z
      .url({ protocol: /^https?$/, error: 'must be an address such as https://cms.example.com' })
      .refine((value) => !/[?#]/.test(value), 'must not have a query or a fragment')
      .nullable(),
  })
  .partial();

export type StoredSettings = z.infer<typeof storedSettingsSchema>;
