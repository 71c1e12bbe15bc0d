import type { Context } from 'koa';

import { UNLOCK_HEADER, VIEWER_HEADER } from '../../../contracts/headers';
import { isHttps } from '../http/own-address';
import { clientOf } from '../limits/client';
import { isRobot } from './robots';

const UNLOCK_COOKIE = 'share-unlock';
const VIEWER_COOKIE = 'share-viewer';
const VIEWER_SECONDS = 365 * 24 * 60 * 60;

/** Everything besides the address that `resolve` uses. */
export interface Visitor {
  /** The visitor's network, as the limits count it. */
  client: string;
  unlockProof: string | null;
  viewerProof: string | null;
  /** A search engine or a link preview. It is never counted, and sees only crawlable links. */
  isRobot: boolean;
}

/** Reads each request only once. */
export function visitorOf(ctx: Context): Visitor {
  return (ctx.state.shareLinksVisitor ??= {
    client: clientOf(ctx),
    unlockProof: ctx.get(UNLOCK_HEADER) || cookieOf(ctx, UNLOCK_COOKIE),
    viewerProof: ctx.get(VIEWER_HEADER) || cookieOf(ctx, VIEWER_COOKIE),
    isRobot: isRobot(ctx.get('User-Agent')),
  } satisfies Visitor) as Visitor;
}

/** Where a link's cookies are valid. */
export interface CookieScope {
  path: string;
  /** True if other sites may show the link in a frame. */
  isFramed: boolean;
}

export function rememberUnlock(
  ctx: Context,
  scope: CookieScope,
  proof: string,
  seconds: number
): void {
  remember(ctx, UNLOCK_COOKIE, scope, proof, seconds);
}

/** Keeps the proof for a year after the last opening, for this link only. */
export function rememberViewer(ctx: Context, scope: CookieScope, proof: string): void {
  remember(ctx, VIEWER_COOKIE, scope, proof, VIEWER_SECONDS);
  ctx.state.shareLinksViewer = proof;
}

/** The proof that this answer sets. Returns null if it sets none. */
export function givenProof(ctx: Context): string | null {
  return (ctx.state.shareLinksViewer as string | undefined) ?? null;
}

/**
 * Strapi's own cookie signature is not needed: each proof is already signed for its link.
 *
 * A browser may have two of a name, one of the time before or after other sites could show the link
 * in a frame. Of unlock proofs, which begin with their end, the latest counts.
 */
export function cookieOf(ctx: Context, name: string): string | null {
  const values = ctx
    .get('Cookie')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1).replace(/^"(.*)"$/, '$1'));
  const ends = (value: string) => parseInt(value, 10) || 0;
  return values.sort((a, b) => ends(b) - ends(a))[0] ?? null;
}

/**
 * In a frame, a browser sends a cookie only if it is meant for that, and only over https. Cookies
 * of a frame are kept for each surrounding site alone, so they tell nobody who reads on which site.
 */
function remember(
  ctx: Context,
  name: string,
  { path, isFramed }: CookieScope,
  value: string,
  seconds: number
): void {
  const secure = isHttps(ctx);
  const isForFrames = isFramed && secure;
  // Koa sees only the connection to the proxy, and would refuse to send a secure cookie.
  ctx.cookies.secure = secure;
  ctx.cookies.set(name, value, {
    path,
    maxAge: seconds * 1000,
    httpOnly: true,
    sameSite: isForFrames ? 'none' : 'lax',
    partitioned: isForFrames,
    secure,
    signed: false,
    overwrite: true,
  });
}
