import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';

import { Refused, errorBody } from '../core/errors';
import { answerRefusals } from '../core/routing';
import { levelRefusals } from '../http/refusal-time';
import { leaveWork } from '../limits/work-places';
import { limitReads } from './limit-reads';
import { refusePrefetch } from './prefetch';
import type { AnswerKind } from './request';

export type Method = 'GET' | 'POST';
export type Handler = (ctx: Context) => void | Promise<void>;

/** The paths after a token that name one of the link's pages. */
export const PLACES = ['/:first', '/:first/:second'];
export const ALL_PLACES = ['', ...PLACES];

/** The config of a public route. It carries its kind, because its path does not tell it. */
export function publicConfig(strapi: Core.Strapi, kind: AnswerKind, isPreview = false) {
  // `limitReads` answers before `levelRefusals`: it looks nothing up, so it needs no even timing.
  const asked = kind === 'page' ? [refusePrefetch(strapi)] : [];
  const middlewares = [answerRefusals, limitReads(strapi), ...asked, levelRefusals, leaveWork];
  return { auth: false as const, answers: kind, isPreview, middlewares };
}

/** Runs middlewares of a route before a handler, as Strapi does. */
export function inside(
  middlewares: ((ctx: Context, next: Next) => Promise<void>)[],
  handler: Handler
): (ctx: Context) => Promise<void> {
  return middlewares.reduceRight<(ctx: Context) => Promise<void>>(
    (inner, middleware) => (ctx) => middleware(ctx, () => inner(ctx)),
    async (ctx) => handler(ctx)
  );
}

/** Answers 405. `GET` routes answer `HEAD` too. */
export function refuseMethod(methods: string[]): Handler {
  const named = methods.filter((method) => method !== 'HEAD');
  const allowed = named.map((method) => (method === 'GET' ? 'GET, HEAD' : method)).join(', ');
  return (ctx) => {
    const error = new Refused('method-not-allowed', `This address only answers ${allowed}`);
    ctx.set('Allow', allowed);
    ctx.status = error.status;
    ctx.body = errorBody(error);
  };
}
