import type { Context } from 'koa';

import type { VisitorsNow } from '../access/preview-link';
import { proofIn } from '../preview/cookie';
import { requestOf } from './request';

/** What a request for a preview gives: its ticket, and the proof of its browser. */
export function previewIn(ctx: Context): { ticket: unknown; proof: string | null } {
  return { ticket: requestOf(ctx).address, proof: proofIn(ctx) };
}

/** Marks the answer as a preview, whose pages say so and tell what visitors get. */
export function markPreview(ctx: Context, visitors: VisitorsNow): void {
  ctx.state.shareLinksPreview = visitors;
}

/** Null for every answer that is not a preview that opens. */
export function previewOf(ctx: Context): VisitorsNow | null {
  return (ctx.state.shareLinksPreview as VisitorsNow | undefined) ?? null;
}
