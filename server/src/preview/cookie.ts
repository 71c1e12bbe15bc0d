import type { Context } from 'koa';

import { PREVIEW_SECONDS } from '../../../contracts/previews';
import { cookieOf, setCookie } from '../http/cookies';

const PREVIEW_COOKIE = 'share-preview';

/** The cookie outlives its preview, so that its page can say that the preview has ended. */
const COOKIE_SECONDS = PREVIEW_SECONDS + 24 * 60 * 60;

/** The proof of the preview that a request asks for. */
export const proofIn = (ctx: Context): string | null => cookieOf(ctx, PREVIEW_COOKIE);

/**
 * Gives the proof to the browser that asked for a preview, for its address alone. Other
 * sites may lead to it, as the panel may have a host of its own, but not show it in a frame.
 */
export function keepProof(ctx: Context, path: string, proof: string, secure: boolean): void {
  setCookie(ctx, PREVIEW_COOKIE, proof, { path, seconds: COOKIE_SECONDS, secure });
}
