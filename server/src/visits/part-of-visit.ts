import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import type { OpenedLink } from '../access/opened-link';
import { visitorOf } from '../access/visitor';
import { dayOf } from '../core/dates';
import { forgetRepeated, isRepeated } from './repeated';

/** How long what belongs to a page may be asked for after it, by clients that send no proof. */
const VISIT_MS = 60 * 60 * 1000;

/**
 * Whether a request belongs to a visit that is recorded: its viewer has opened the link today, or
 * its client a short while ago, in this process. If not, it is a visit of its own; whatever of a
 * link is asked for, the first of it is seen.
 */
export function isPartOfVisit(strapi: Core.Strapi, ctx: Context, link: OpenedLink): boolean {
  // HEAD is shown nothing, and begins nothing.
  if (ctx.method === 'HEAD') return true;
  const now = new Date();
  const viewer = link.proofs.readViewer(visitorOf(ctx).viewerProof);
  const isRecorded = isRepeated(strapi, visitOf(ctx, link), now, VISIT_MS);
  return isRecorded || viewer?.lastDay === dayOf(now);
}

/** For a request that came to nothing. */
export function forgetVisit(strapi: Core.Strapi, ctx: Context, link: OpenedLink): void {
  forgetRepeated(strapi, visitOf(ctx, link));
}

function visitOf(ctx: Context, link: OpenedLink): string {
  return `${link.id} ${visitorOf(ctx).client} visit`;
}
