import type { Context, Next } from 'koa';

/** For every public answer that is not a page; pages bring a policy of their own. */
const CLOSED_CSP = "default-src 'none'; frame-ancestors 'none'; sandbox";

/** Sets the policy that `publicHeaders` will send for this answer. */
export function useCsp(ctx: Context, policy: string): void {
  ctx.state.shareLinksCsp = policy;
}

/** Lets browsers keep this answer: its address changes with it, and it holds nothing of any link. */
export function keepInBrowsers(ctx: Context): void {
  ctx.state.shareLinksKept = true;
}

/** Lets search engines have this answer, unless it becomes an error. */
export function allowRobots(ctx: Context): void {
  ctx.state.shareLinksCrawlable = true;
}

/**
 * The headers of everything under the public paths, errors of any middleware included: nothing may
 * keep, index, frame or pass on what a link shows. Registered outermost, so it has the last word.
 */
export function publicHeaders(isPublic: (path: string) => boolean) {
  return async (ctx: Context, next: Next): Promise<void> => {
    await next();
    if (!isPublic(ctx.path)) return;
    const isKept = ctx.state.shareLinksKept === true && ctx.status === 200;
    const isCrawlable = ctx.state.shareLinksCrawlable === true && ctx.status === 200;
    ctx.set({
      'Cache-Control': isKept ? 'private, max-age=31536000, immutable' : 'private, no-store',
      'Content-Security-Policy': (ctx.state.shareLinksCsp as string | undefined) ?? CLOSED_CSP,
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'DENY',
      'X-Robots-Tag': isCrawlable ? 'all' : 'noindex, nofollow',
    });
    if (!isKept) ctx.vary('Cookie');
  };
}
