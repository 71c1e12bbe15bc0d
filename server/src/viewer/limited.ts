import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';

import type { Settings } from '../../../contracts/settings';
import { limitsOf } from '../access/limits/limits';
import { proofs } from '../access/proofs';
import { visitorOf } from '../access/visitor';
import { refuse } from '../errors';
import { knownSettings } from '../settings/service';
import { renderLimitedPage } from './page/render';
import type { AnswerKind } from './place';
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
    const retryAfter = await limitsOf(strapi).read(client, budget, settings.limits);
    if (retryAfter === null) return next();
    if (kind === 'json') limitedJson(ctx, retryAfter);
    limitedPage(ctx, settings, retryAfter);
  };
}

export function limitedPage(ctx: Context, settings: Settings, retryAfter: number): void {
  ctx.set('Retry-After', String(retryAfter));
  sendPage(ctx, 429, renderLimitedPage(retryAfter, lookOf(ctx, settings)));
}

export function limitedJson(ctx: Context, retryAfter: number): never {
  ctx.set('Retry-After', String(retryAfter));
  refuse('too-many-attempts', 'Too many attempts; try again later');
}
