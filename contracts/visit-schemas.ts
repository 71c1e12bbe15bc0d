import { z } from '@strapi/utils';

import { VISIT_OUTCOMES } from './visits';

const moment = z.iso.datetime({
  offset: true,
  error: 'must be a date and time such as 2026-05-31T12:00:00Z',
});

/** Query of the visits of a link. */
export const visitQuerySchema = z
  .strictObject({
    outcome: z.enum(VISIT_OUTCOMES, `must be one of ${VISIT_OUTCOMES.join(', ')}`).optional(),
    from: moment.optional(),
    to: moment.optional(),
    robots: z
      .enum(['true', 'false'], 'must be true or false')
      .transform((value) => value === 'true')
      .optional(),
    page: z.coerce.number().int().min(1).max(1_000_000).default(1),
    pageSize: z.coerce.number().int().min(1).max(100).default(25),
    format: z.enum(['json', 'csv'], 'must be json or csv').default('json'),
  })
  .refine(({ from, to }) => !from || !to || new Date(from) < new Date(to), {
    path: ['to'],
    error: 'must be after from',
  });

export type VisitFilters = z.infer<typeof visitQuerySchema>;
