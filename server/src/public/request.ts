import type { Context } from 'koa';

import type { OpenedLink } from '../access/opened-link';
import { visitorOf } from '../access/visitor';
import type { CookieScope, Visitor } from '../access/visitor';
import type { Place } from '../content/place';
import { ownAddress } from '../http/own-address';
import { PREVIEW_PATH } from '../preview/tickets';

/** The form in which a public address answers. */
export type AnswerKind = 'page' | 'json';

/** Everything that the plugin reads from a visitor's request except its body. */
export interface PublicRequest {
  answers: AnswerKind;
  /** True for a preview from the panel: then `address` is its ticket. */
  isPreview: boolean;
  /** The part of the path for a token or a slug. `resolve` checks it. */
  address: unknown;
  /** Null if the path can't name a page of a link. */
  place: Place | null;
  visitor: Visitor;
  /**
   * The address of the link itself on this host, as the visitor wrote it. The link's cookies are
   * valid for it.
   */
  ownPath: string;
  /** The matched route, such as `/share/:token/:first`. */
  pattern: string;
}

/** A public route as Strapi passes it to handlers. */
interface PublicRoute {
  path: string;
  config: { answers: AnswerKind; isPreview?: boolean };
}

/** The shape of a language code. Strapi's document ids are longer. */
const LOCALE = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i;
const DOCUMENT_ID = /^[a-z0-9]{16,40}$/i;

/** Parses each request only once. */
export function requestOf(ctx: Context): PublicRequest {
  return (ctx.state.shareLinksRequest ??= parse(ctx)) as PublicRequest;
}

/** The path of the link itself, below which its pages find everything else. */
export function basePath(ctx: Context, prefix: string): string {
  const { isPreview, address } = requestOf(ctx);
  const below = isPreview ? `${PREVIEW_PATH}/${String(address)}` : `/${String(address)}`;
  return ownAddress(ctx, `${prefix}${below}`);
}

/** Where the cookies of a link are valid. */
export function cookieScope(ctx: Context, { rules }: OpenedLink): CookieScope {
  return { path: requestOf(ctx).ownPath, isFramed: rules.frameOrigins.length > 0 };
}

function parse(ctx: Context): PublicRequest {
  const { path, config } = ctx.state.route as PublicRoute;
  const { token, first, second } = ctx.params as Record<string, string | undefined>;
  return {
    // The route decides this, not the path.
    answers: config.answers,
    isPreview: config.isPreview === true,
    address: token,
    place: placeAt(first, second),
    visitor: visitorOf(ctx),
    ownPath: ownAddress(ctx, linkPath(ctx.path, path)),
    pattern: path,
  };
}

/**
 * The page of the link that a path names: `/share/:token`, `…/fr`, `…/:childId` or `…/fr/:childId`.
 * The reader checks later that the link opens this page.
 */
function placeAt(first: string | undefined, second: string | undefined): Place | null {
  if (first === undefined) return { locale: null, childId: null };
  if (second !== undefined) {
    const isPlace = LOCALE.test(first) && DOCUMENT_ID.test(second);
    return isPlace ? { locale: first, childId: second } : null;
  }
  if (DOCUMENT_ID.test(first)) return { locale: null, childId: first };
  return LOCALE.test(first) ? { locale: first, childId: null } : null;
}

function linkPath(path: string, pattern: string): string {
  const [, below = ''] = pattern.split('/:token');
  const own = path.replace(/\/+$/, '').split('/');
  return own.slice(0, own.length - below.split('/').length + 1).join('/');
}
