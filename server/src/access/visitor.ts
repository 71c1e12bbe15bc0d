import type { Context } from 'koa';

import { UNLOCK_HEADER, VIEWER_HEADER } from '../../../contracts/headers';
import { cookieOf, cookiesIn, setCookie } from '../http/cookies';
import { isHttps } from '../http/own-address';
import { clientOf } from '../limits/client';
import { isRobot, isRobotOnPage } from './robots';

const UNLOCK_COOKIE = 'share-unlock';
const VIEWER_COOKIE = 'share-viewer';
const VIEWER_SECONDS = 365 * 24 * 60 * 60;
/** More cookies that any address of the site gets would be a burden on each request. */
const MAX_PLACE_COOKIES = 20;

/** Everything besides the address that `resolve` uses. */
export interface Visitor {
  /** The visitor's network, as the limits count it. */
  client: string;
  unlockProof: string | null;
  /** `resolve` replaces it by one of `placeProofs`, if that is the one for the link. */
  viewerProof: string | null;
  /** The proofs of places of any links, which each address of the site gets. */
  placeProofs?: string[];
  /** A search engine or a link preview. It is never counted, and sees only crawlable links. */
  isRobot: boolean;
  /** The visitor asks for a page, not for JSON. */
  isOnPage?: boolean;
  /** A browser says that a person goes to this address, or a person has pressed a button. */
  isPerson?: boolean;
  /** A person has pressed the button of the page that asks: see `public/press-button.ts`. */
  isEntering?: boolean;
  /**
   * Every current browser says over https that a person goes to a page, and this one does not: it may
   * be an old browser, a tool of a person or a scanner.
   */
  isDoubtful?: boolean;
}

/** Reads each request only once. */
export function visitorOf(ctx: Context): Visitor {
  return (ctx.state.shareLinksVisitor ??= readVisitor(ctx)) as Visitor;
}

function readVisitor(ctx: Context): Visitor {
  const { config, path = '' } = (ctx.state.route ?? {}) as {
    path?: string;
    config?: { answers?: string };
  };
  const isOnPage = config?.answers === 'page';
  const agent = ctx.get('User-Agent');
  const mode = ctx.get('Sec-Fetch-Mode');
  const isEntering = ctx.method === 'POST' && path.endsWith('/open');
  const proofs = {
    unlockProof: ctx.get(UNLOCK_HEADER) || cookieOf(ctx, UNLOCK_COOKIE),
    viewerProof: ctx.get(VIEWER_HEADER) || cookieOf(ctx, VIEWER_COOKIE),
    placeProofs: placeCookies(ctx).map(([, value]) => value),
  };
  // A download manager without a name may act for the browser of a visitor.
  const isKnown = proofs.viewerProof !== null || proofs.unlockProof !== null;
  return {
    ...proofs,
    client: clientOf(ctx),
    isRobot: isOnPage && !isKnown ? isRobotOnPage(agent) : isRobot(agent),
    isOnPage,
    isPerson: isOnPage && (mode === 'navigate' || isEntering),
    isEntering,
    isDoubtful: isOnPage && ctx.method === 'GET' && mode !== 'navigate' && isHttps(ctx),
  };
}

/** Where a link's cookies are valid. */
export interface CookieScope {
  path: string;
  /** True if other sites may show the link in a frame. */
  isFramed: boolean;
  /**
   * A second cookie for the place of a visitor, where a link has two addresses: a printed token
   * opens for whoever took a place at the readable address.
   */
  place?: { name: string; path: string };
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
  const { place, isFramed } = scope;
  if (place) {
    const name = `${VIEWER_COOKIE}-${place.name}`;
    const kept = placeCookies(ctx);
    const fits = kept.length < MAX_PLACE_COOKIES || kept.some(([known]) => known === name);
    if (fits) remember(ctx, name, { path: place.path, isFramed }, proof, VIEWER_SECONDS);
  }
  ctx.state.shareLinksViewer = proof;
}

/** The proof that this answer sets. Returns null if it sets none. */
export function givenProof(ctx: Context): string | null {
  return (ctx.state.shareLinksViewer as string | undefined) ?? null;
}

function placeCookies(ctx: Context): [name: string, value: string][] {
  const found = cookiesIn(ctx).filter(([name]) => name.startsWith(`${VIEWER_COOKIE}-`));
  return found.slice(0, MAX_PLACE_COOKIES);
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
  setCookie(ctx, name, value, { path, seconds, secure, isForFrames: isFramed && secure });
}
