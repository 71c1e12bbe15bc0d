import type { Context, Next } from 'koa';

import { NO_FRAMES, NO_FRAMES_HEADER, withFrames } from '../core/framing';
import { compress } from './compression';

/** The policy for every public answer except pages, which set their own. */
const CLOSED_CSP = `default-src 'none'; ${NO_FRAMES}; sandbox`;

/** Headers that let scripts of other origins read an answer or measure its time. */
const OPENINGS = /^(?:access-control-|timing-allow-origin$)/i;

/** Headers that describe the content of a GET: its name, size and address. */
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

/**
 * Sets the policy that `publicHeaders` will send for this answer.
 *
 * @param framers origins of the sites that may show it in a frame
 */
export function useCsp(ctx: Context, policy: string, framers: string[] = []): void {
  ctx.state.shareLinksCsp = policy;
  ctx.state.shareLinksFramers = framers;
}

/**
 * Lets browsers cache this answer. Its address changes with its content, which is not part of any
 * link.
 */
export function keepInBrowsers(ctx: Context): void {
  ctx.state.shareLinksKept = true;
}

/** Lets search engines index this answer, unless it becomes an error. */
export function allowRobots(ctx: Context): void {
  ctx.state.shareLinksCrawlable = true;
}

/** Lets pages of other origins embed this answer, such as an image, unless it becomes an error. */
export function allowEmbedding(ctx: Context): void {
  ctx.state.shareLinksEmbeddable = true;
}

/**
 * Sets the headers of everything under the public paths, also for errors of any middleware: nobody
 * may cache, index, frame or forward what a link shows. It is registered outermost, so it runs
 * last.
 *
 * @param isPublicJson paths where the site's CORS decides. CORS never opens a page: another port or
 *   subdomain is the same site, and sends the visitor's cookies.
 */
export function publicHeaders(isPublic: PathTest, isPublicJson: PathTest = () => false) {
  return async (ctx: Context, next: Next): Promise<void> => {
    try {
      await next();
    } catch (error) {
      // Koa answers these only with the headers of the error itself.
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
    await compress(ctx);
    // Strapi's own middleware sets it for every answer.
    ctx.remove('X-Frame-Options');
    ctx.set(headersOf(ctx, ctx.status));
    if (ctx.state.shareLinksKept !== true || ctx.status !== 200) ctx.vary('Cookie');
  };
}

function headersOf(ctx: Context, status: number): Record<string, string> {
  const isKept = ctx.state.shareLinksKept === true && status === 200;
  const isCrawlable = ctx.state.shareLinksCrawlable === true && status === 200;
  const framers = framersOf(ctx, status);
  const policy = (ctx.state.shareLinksCsp as string | undefined) ?? CLOSED_CSP;
  const isEmbeddable = ctx.state.shareLinksEmbeddable === true && status < 400;
  return {
    'Cache-Control': isKept ? 'private, max-age=31536000, immutable' : 'private, no-store',
    'Content-Security-Policy': framers.length > 0 ? withFrames(policy, framers) : policy,
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': isEmbeddable ? 'cross-origin' : 'same-origin',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    // This header can't name other sites.
    ...(framers.length > 0 ? {} : NO_FRAMES_HEADER),
    'X-Robots-Tag': isCrawlable ? 'all' : 'noindex, nofollow',
  };
}

/**
 * A HEAD request is not counted and takes no viewer's place, so it tells only whether the address
 * opens. A file's name, size or address would be an unrecorded visit.
 */
function tellNothingOfContent(ctx: Context): void {
  const { status } = ctx;
  // Koa sets no length for an empty string.
  ctx.body = '';
  ctx.status = status;
  for (const name of OF_CONTENT) ctx.remove(name);
  forgetPolicy(ctx);
}

/** A page, a locked page, and a search without words. Whatever else answers, nobody may frame it. */
const FRAMED_STATUSES = [200, 304, 400, 401];

function framersOf(ctx: Context, status: number): string[] {
  const framers = ctx.state.shareLinksFramers as string[] | undefined;
  return FRAMED_STATUSES.includes(status) ? (framers ?? []) : [];
}

function forgetPolicy(ctx: Context): void {
  delete ctx.state.shareLinksCsp;
  delete ctx.state.shareLinksFramers;
}

function setOnError(
  ctx: Context,
  error: Error & { headers?: Record<string, string> },
  isJson: boolean
): void {
  const { headers = {} } = error;
  const opening = isJson ? [] : openingsIn(Object.keys(headers));
  const kept = Object.entries(headers).filter(([name]) => !opening.includes(name));
  forgetPolicy(ctx);
  error.headers = { ...Object.fromEntries(kept), ...headersOf(ctx, 500), Vary: 'Cookie' };
}

function openingsIn(names: string[]): string[] {
  return names.filter((name) => OPENINGS.test(name));
}
