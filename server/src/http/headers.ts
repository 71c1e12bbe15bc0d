import type { Context, Next } from 'koa';

/** For every public answer that is not a page; pages bring a policy of their own. */
const CLOSED_CSP = "default-src 'none'; frame-ancestors 'none'; sandbox";

/** What lets scripts of other origins read an answer, or measure how long it took. */
const OPENINGS = /^(?:access-control-|timing-allow-origin$)/i;

/** What tells of the content that GET would send: its name, its size, where it is. */
const OF_CONTENT = [
  'Content-Length',
  'Content-Type',
  'Content-Disposition',
  'Content-Range',
  'Accept-Ranges',
  'ETag',
  'Last-Modified',
  'Location',
];

type PathTest = (path: string) => boolean;

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

/** Lets pages of other origins show this answer, such as a picture, unless it becomes an error. */
export function allowEmbedding(ctx: Context): void {
  ctx.state.shareLinksEmbeddable = true;
}

/**
 * The headers of everything under the public paths, errors of any middleware included: nothing may
 * keep, index, frame or pass on what a link shows. Registered outermost, so it has the last word.
 *
 * @param isPublicJson what the CORS of the site is left to decide on. It never opens a page: another
 *   port or sub-domain is the same site, and sends the visitor's cookies.
 */
export function publicHeaders(isPublic: PathTest, isPublicJson: PathTest = () => false) {
  return async (ctx: Context, next: Next): Promise<void> => {
    try {
      await next();
    } catch (error) {
      // Koa answers these with the headers that the error itself brings, and no others.
      if (isPublic(ctx.path) && error instanceof Error) {
        setOnError(ctx, error, isPublicJson(ctx.path));
      }
      throw error;
    }
    if (!isPublic(ctx.path)) return;
    if (!isPublicJson(ctx.path)) {
      for (const name of openingsIn(Object.keys(ctx.response.headers))) ctx.remove(name);
    }
    if (ctx.method === 'HEAD' && ctx.status < 400) tellNothingOfContent(ctx);
    ctx.set(headersOf(ctx, ctx.status));
    if (ctx.state.shareLinksKept !== true || ctx.status !== 200) ctx.vary('Cookie');
  };
}

function headersOf(ctx: Context, status: number): Record<string, string> {
  const isKept = ctx.state.shareLinksKept === true && status === 200;
  const isCrawlable = ctx.state.shareLinksCrawlable === true && status === 200;
  const isEmbeddable = ctx.state.shareLinksEmbeddable === true && status < 400;
  return {
    'Cache-Control': isKept ? 'private, max-age=31536000, immutable' : 'private, no-store',
    'Content-Security-Policy': (ctx.state.shareLinksCsp as string | undefined) ?? CLOSED_CSP,
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': isEmbeddable ? 'cross-origin' : 'same-origin',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'X-Robots-Tag': isCrawlable ? 'all' : 'noindex, nofollow',
  };
}

/**
 * Who asks for the headers alone is not counted and takes nobody's place, so they learn whether the
 * address opens and no more: a name, a size or an address of a file would be a visit unseen.
 */
function tellNothingOfContent(ctx: Context): void {
  const { status } = ctx;
  // A string, for which Koa makes up no length.
  ctx.body = '';
  ctx.status = status;
  for (const name of OF_CONTENT) ctx.remove(name);
  delete ctx.state.shareLinksCsp;
}

function setOnError(
  ctx: Context,
  error: Error & { headers?: Record<string, string> },
  isJson: boolean
): void {
  const { headers = {} } = error;
  const opening = isJson ? [] : openingsIn(Object.keys(headers));
  const kept = Object.entries(headers).filter(([name]) => !opening.includes(name));
  delete ctx.state.shareLinksCsp;
  error.headers = { ...Object.fromEntries(kept), ...headersOf(ctx, 500), Vary: 'Cookie' };
}

function openingsIn(names: string[]): string[] {
  return names.filter((name) => OPENINGS.test(name));
}
