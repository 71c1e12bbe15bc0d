import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';

import { proofs } from '../access/proofs';
import { limitsOf } from '../limits/count-attempts';
import { personOf } from '../preview/resolve';
import { knownSettings } from '../settings/service';
import { previewIn } from './previewed';
import { requestOf } from './request';
import { respondAs } from './respond';

/**
 * Limits the requests of each client per minute, on every public route and before any look-up.
 * Visitors who have unlocked a link have a budget of their own, so that others in their network
 * can't use it up.
 */
export function limitReads(strapi: Core.Strapi) {
  return async (ctx: Context, next: Next): Promise<void> => {
    const settings = await knownSettings(strapi);
    const { visitor, answers, pattern, isPreview } = requestOf(ctx);
    const { client, unlockProof } = visitor;
    const isStamped = proofs(strapi).isStamped(unlockProof, new Date());
    const budget = isStamped ? 'unlocked' : 'read';
    // Previews must not use up what the visitors in the same network may read.
    const person = isPreview ? personOf(strapi, previewIn(ctx)) : null;
    const retryAfter = await limitsOf(strapi).read(
      person === null ? client : `user ${person}`,
      person === null ? budget : 'preview',
      settings.limits,
      weightOf(ctx, pattern)
    );
    if (retryAfter === null) return next();
    respondAs[answers](ctx, { kind: 'limited', retryAfter, settings });
  };
}

/** A search reads everything that a link opens, so it counts as this many pages. */
const SEARCH_WEIGHT = 10;

function weightOf(ctx: Context, pattern: string): number {
  const isSearch = pattern.endsWith('/search');
  return isSearch && (ctx.method === 'POST' || ctx.query.s !== undefined) ? SEARCH_WEIGHT : 1;
}
