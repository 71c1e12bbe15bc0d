import type { Context } from 'koa';

import { UNLOCK_HEADER, VIEWER_HEADER } from '../../../contracts/headers';
import { clientOf } from '../limits/client';
import { isRobot } from './robots';

const UNLOCK_COOKIE = 'share-unlock';
const VIEWER_COOKIE = 'share-viewer';
const VIEWER_SECONDS = 365 * 24 * 60 * 60;

/** All that the one way in looks at besides the token. */
export interface Visitor {
  /** The network they come from, as the limits count it. */
  client: string;
  unlockProof: string | null;
  viewerProof: string | null;
  /** A search engine or a preview: never counted, and shown only what search engines may have. */
  isRobot: boolean;
}

/** Read once for each request. */
export function visitorOf(ctx: Context): Visitor {
  return (ctx.state.shareLinksVisitor ??= {
    client: clientOf(ctx),
    unlockProof: ctx.get(UNLOCK_HEADER) || cookieOf(ctx, UNLOCK_COOKIE),
    viewerProof: ctx.get(VIEWER_HEADER) || cookieOf(ctx, VIEWER_COOKIE),
    isRobot: isRobot(ctx.get('User-Agent')),
  } satisfies Visitor) as Visitor;
}

export function rememberUnlock(ctx: Context, path: string, proof: string, seconds: number): void {
  remember(ctx, UNLOCK_COOKIE, path, proof, seconds);
}

/** For a year from the last opening, and at this link alone. */
export function rememberViewer(ctx: Context, path: string, proof: string): void {
  remember(ctx, VIEWER_COOKIE, path, proof, VIEWER_SECONDS);
  ctx.state.shareLinksViewer = proof;
}

/** The proof that this answer gives out; null when it gives none. */
export function givenProof(ctx: Context): string | null {
  return (ctx.state.shareLinksViewer as string | undefined) ?? null;
}

/**
 * Strapi's own signature of cookies is not used: the proofs are signed for one link, which is more.
 */
function cookieOf(ctx: Context, name: string): string | null {
  return ctx.cookies.get(name, { signed: false }) ?? null;
}

function remember(ctx: Context, name: string, path: string, value: string, seconds: number): void {
  ctx.cookies.set(name, value, {
    path,
    maxAge: seconds * 1000,
    httpOnly: true,
    sameSite: 'lax',
    secure: ctx.secure,
    signed: false,
    overwrite: true,
  });
}
