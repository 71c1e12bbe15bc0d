import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';

import type { Settings } from '../../../contracts/settings';
import { proofs } from '../access/proofs';
import { visitorOf } from '../access/visitor';
import { refuse } from '../core/errors';
import { limitsOf } from '../limits/limits';
import { renderLimitedPage } from '../page/render';
import { knownSettings } from '../settings/service';
import { routeOf } from './page-address';
import type { AnswerKind } from './page-address';
import { lookOf, sendPage } from './send';

/**
 * Stands before every public route: so many requests a minute for one client, counted before
 * anything is looked up. Those who have unlocked a link count apart, so that the others of their
 * network can't use up what is theirs.
 */
export function limitReads(strapi: Core.Strapi, kind: AnswerKind) {
  return async (ctx: Context, next: Next): Promise<void> => {
    const settings = await knownSettings(strapi);
    const { client, unlockProof } = visitorOf(ctx);
    const isStamped = proofs(strapi).isStamped(unlockProof, new Date());
    const budget = isStamped ? 'unlocked' : 'read';
    const retryAfter = await limitsOf(strapi).read(client, budget, settings.limits, weightOf(ctx));
    if (retryAfter === null) return next();
    if (kind === 'json') limitedJson(ctx, retryAfter);
    limitedPage(ctx, settings, retryAfter);
  };
}

/** A search reads all that a link opens: it counts as so many pages. */
const SEARCH_WEIGHT = 10;

function weightOf(ctx: Context): number {
  const isSearch = routeOf(ctx).path.endsWith('/search');
  return isSearch && (ctx.method === 'POST' || ctx.query.s !== undefined) ? SEARCH_WEIGHT : 1;
}

export function limitedPage(ctx: Context, settings: Settings, retryAfter: number): void {
  ctx.set('Retry-After', String(retryAfter));
  sendPage(ctx, 429, renderLimitedPage(retryAfter, lookOf(ctx, settings)));
}

export function limitedJson(ctx: Context, retryAfter: number): never {
  ctx.set('Retry-After', String(retryAfter));
  refuse('too-many-attempts', 'Too many attempts; try again later');
}
