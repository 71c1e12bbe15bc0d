import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import { resolve } from '../access/resolve';
import { requestOf } from './request';
import { respondAs } from './respond';

/** Answers every other address below the public paths as malformed. */
export function strayHandler(strapi: Core.Strapi) {
  return async (ctx: Context): Promise<void> => {
    const { visitor, answers } = requestOf(ctx);
    const { outcome, settings } = await resolve(strapi, null, visitor);
    const closed =
      outcome.kind === 'limited' ? outcome : ({ kind: 'denied', reason: 'malformed' } as const);
    respondAs[answers](ctx, { ...closed, settings });
  };
}
