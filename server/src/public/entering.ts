import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import type { OpenedLink } from '../access/opened-link';
import { givenProof } from '../access/visitor';
import { forgetRepeated, isRepeated } from '../visits/repeated';
import { requestOf } from './request';

/** Notes that a visitor has opened the link with the button, and is sent to the page now. */
export function noteEntry(strapi: Core.Strapi, ctx: Context, link: OpenedLink): void {
  const key = keyOf(link, givenProof(ctx) ?? requestOf(ctx).visitor.viewerProof);
  if (key !== null) isRepeated(strapi, key, new Date());
}

/** Returns true once for such a visitor: pressing the button has counted. */
export function hasJustEntered(strapi: Core.Strapi, ctx: Context, link: OpenedLink): boolean {
  const key = keyOf(link, requestOf(ctx).visitor.viewerProof);
  return key !== null && ctx.method === 'GET' && forgetRepeated(strapi, key);
}

function keyOf({ documentId, proofs }: OpenedLink, proof: string | null): string | null {
  const viewer = proofs.readViewer(proof);
  return viewer && `${documentId} ${viewer.id} entry`;
}
