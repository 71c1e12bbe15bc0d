import { isbot } from 'isbot';
import type { Context } from 'koa';

const UNLOCK_COOKIE = 'share-unlock';
const VIEWER_COOKIE = 'share-viewer';
const VIEWER_SECONDS = 365 * 24 * 60 * 60;

/** All that the one way in looks at besides the token. */
export interface Visitor {
  unlockProof: string | null;
  viewerProof: string | null;
  isRobot: boolean;
}

export function visitorOf(ctx: Context): Visitor {
  return {
    unlockProof: ctx.get('X-Share-Unlock') || cookieOf(ctx, UNLOCK_COOKIE),
    viewerProof: cookieOf(ctx, VIEWER_COOKIE),
    isRobot: isbot(ctx.get('User-Agent')),
  };
}

export function rememberUnlock(ctx: Context, path: string, proof: string, seconds: number): void {
  remember(ctx, UNLOCK_COOKIE, path, proof, seconds);
}

export function rememberViewer(ctx: Context, path: string, proof: string): void {
  remember(ctx, VIEWER_COOKIE, path, proof, VIEWER_SECONDS);
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
