import type { Context } from 'koa';

import { withoutInvisible } from '../../../contracts/typed-texts';
import type { OpenedLink } from '../access/opened-link';
import { visitorOf } from '../access/visitor';
import type { CookieScope, Visitor } from '../access/visitor';
import type { Place } from '../content/place';
import { ownAddress } from '../http/own-address';
import { segmentsOf } from '../page/page-address';

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
  /** False if the path names its page with signs around it, or in capitals. */
  isPlaceExact: boolean;
  /** False for what lies below a page, such as a file. */
  isPlace: boolean;
  visitor: Visitor;
  /** The address of the link itself on this host, as the visitor wrote it. */
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

/**
 * The address of a link's pages on this host. A link has one: of a token and a slug the slug. The
 * JSON keeps the one that it was asked at. Both are in the right spelling, since this address
 * becomes part of HTML and cookies: a request may put anything around a token.
 */
export function linkPath(ctx: Context, link: OpenedLink): string {
  const { answers, ownPath, pattern, isPreview } = requestOf(ctx);
  if (isPreview) return ownPath;
  if (answers === 'page') return `${ownAddress(ctx, rootOf(pattern))}/${link.address}`;
  return `${ownPath.slice(0, ownPath.lastIndexOf('/') + 1)}${link.given}`;
}

/** The same for the page of the link that was asked for. */
export function placePath(ctx: Context, link: OpenedLink): string {
  const { place } = requestOf(ctx);
  return [linkPath(ctx, link), ...(place ? segmentsOf(place) : [])].join('/');
}

/** Where the cookies of a link are valid. */
export function cookieScope(ctx: Context, link: OpenedLink): CookieScope {
  const { answers, pattern } = requestOf(ctx);
  const name = answers === 'page' ? link.placeName : null;
  return {
    path: linkPath(ctx, link),
    isFramed: link.rules.frameOrigins.length > 0,
    ...(name === null ? {} : { place: { name, path: ownAddress(ctx, rootOf(pattern)) } }),
  };
}

const rootOf = (pattern: string): string => pattern.split('/:token')[0] ?? '';

function parse(ctx: Context): PublicRequest {
  const { path, config } = ctx.state.route as PublicRoute;
  const { token, first, second } = ctx.params as Record<string, string | undefined>;
  const given = [first, second].filter((part) => part !== undefined);
  const parts = partsOf(ctx.path);
  const isPlace = /^(?:\/:first(?:\/:second)?)?$/.test(path.split('/:token')[1] ?? '/');
  // People hand on the address of a page, programs that of a file.
  const meant = isPlace ? given.map(meantPart).filter((part) => part !== '') : given;
  const place = placeAt(...meant);
  return {
    // The route decides this, not the path.
    answers: config.answers,
    isPreview: config.isPreview === true,
    address: token,
    place,
    isPlaceExact:
      place === null ||
      segmentsOf(place).join('/') === parts.slice(parts.length - given.length).join('/'),
    isPlace,
    visitor: visitorOf(ctx),
    ownPath: ownAddress(ctx, givenPath(parts, path)),
    pattern: path,
  };
}

/**
 * The page of the link that a path names: `/share/:token`, `…/fr`, `…/:childId` or `…/fr/:childId`.
 * The reader checks later that the link opens this page.
 */
function placeAt(first?: string, second?: string): Place | null {
  if (first === undefined) return { locale: null, childId: null };
  if (second !== undefined) {
    const isPlace = LOCALE.test(first) && DOCUMENT_ID.test(second);
    return isPlace ? { locale: first, childId: idOf(second) } : null;
  }
  if (DOCUMENT_ID.test(first)) return { locale: null, childId: idOf(first) };
  return LOCALE.test(first) ? { locale: first, childId: null } : null;
}

/** A part of a path without what mails and chats put around an address. */
function meantPart(part: string): string {
  return /[a-z0-9-]+/i.exec(withoutInvisible(part))?.[0] ?? '';
}

/** Strapi makes no ids of capitals alone; a note by hand may have them. */
const idOf = (part: string): string => (/[a-z]/.test(part) ? part : part.toLowerCase());

/** The parts of a path, encoded as they came, without slashes at its end. */
function partsOf(path: string): string[] {
  const parts = path.split('/');
  while (parts.length > 1 && parts.at(-1) === '') parts.pop();
  return parts;
}

function givenPath(parts: string[], pattern: string): string {
  const [, below = ''] = pattern.split('/:token');
  return parts.slice(0, parts.length - below.split('/').length + 1).join('/');
}
