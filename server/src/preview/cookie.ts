import type { Context } from 'koa';

import { PREVIEW_SECONDS } from '../../../contracts/previews';
import { cookieOf } from '../access/visitor';

const PREVIEW_COOKIE = 'share-preview';

/** The cookie outlives its preview, so that its page can say that the preview has ended. */
const COOKIE_SECONDS = PREVIEW_SECONDS + 24 * 60 * 60;

/** The proof of the preview that a request asks for. */
export const proofIn = (ctx: Context): string | null => cookieOf(ctx, PREVIEW_COOKIE);

/**
 * Gives the proof to the browser that asked for a preview, for its address alone. `Lax`, because
 * the panel may have another site than the server.
 */
export function keepProof(ctx: Context, path: string, proof: string, secure: boolean): void {
  // Koa sees only the connection to the proxy, and would refuse to send a secure cookie.
  ctx.cookies.secure = secure;
  ctx.cookies.set(PREVIEW_COOKIE, proof, {
    path,
    maxAge: COOKIE_SECONDS * 1000,
    httpOnly: true,
    sameSite: 'lax',
    secure,
    signed: false,
    overwrite: false,
  });
}
