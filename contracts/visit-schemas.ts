import { z } from '@strapi/utils';

import { dateTime, paging } from './link-schemas';
import { VISIT_OUTCOMES } from './visits';

/** Query of the visits of a link. */
export const visitQuerySchema = z
  .strictObject({
    outcome: z.enum(VISIT_OUTCOMES, `must be one of ${VISIT_OUTCOMES.join(', ')}`).optional(),
    from: dateTime.optional(),
    to: dateTime.optional(),
    robots: z
      .enum(['true', 'false'], 'must be true or false')
      .transform((value) => value === 'true')
      .optional(),
    ...paging,
    format: z.enum(['json', 'csv'], 'must be json or csv').default('json'),
  })
  .refine(({ from, to }) => !from || !to || new Date(from) < new Date(to), {
    path: ['to'],
    error: 'must be after from',
  });

export type VisitFilters = z.infer<typeof visitQuerySchema>;
