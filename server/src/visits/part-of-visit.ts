import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import type { OpenedLink } from '../access/opened-link';
import { visitorOf } from '../access/visitor';
import { dayOf } from '../core/dates';
import { forgetRepeated, isRepeated } from './repeated';

/** How long requests for parts of a page belong to its visit, for clients that send no proof. */
const VISIT_MS = 60 * 60 * 1000;

/**
 * Returns true if the request belongs to a recorded visit: its viewer has opened the link today, or
 * its client in the last hour, in this process. Otherwise it is a visit of its own, so the first
 * request for any part of a link is always recorded.
 */
export function isPartOfVisit(strapi: Core.Strapi, ctx: Context, link: OpenedLink): boolean {
  // A HEAD request shows nothing and starts no visit.
  if (ctx.method === 'HEAD') return true;
  const now = new Date();
  const viewer = link.proofs.readViewer(visitorOf(ctx).viewerProof);
  const isRecorded = isRepeated(strapi, visitOf(ctx, link), now, VISIT_MS);
  return isRecorded || viewer?.lastDay === dayOf(now);
}

/** Forgets the visit of a request that failed. */
export function forgetVisit(strapi: Core.Strapi, ctx: Context, link: OpenedLink): void {
  forgetRepeated(strapi, visitOf(ctx, link));
}

function visitOf(ctx: Context, link: OpenedLink): string {
  return `${link.documentId} ${visitorOf(ctx).client} visit`;
}
