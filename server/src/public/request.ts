import type { Context } from 'koa';

import { visitorOf } from '../access/visitor';
import type { Visitor } from '../access/visitor';
import type { Place } from '../content/place';

/** What a public address answers with. */
export type AnswerKind = 'page' | 'json';

/** A visitor's request, with all that is taken from it but its body. */
export interface PublicRequest {
  answers: AnswerKind;
  /** What stands for a token or a slug in the path; checked by who looks it up. */
  address: unknown;
  /** Null for what can't be one of a link's pages. */
  place: Place | null;
  visitor: Visitor;
  /** Path of the link itself, as the visitor wrote it: what its cookies are good for. */
  ownPath: string;
  /** Path of the pattern that the request has matched, such as `/share/:token/:first`. */
  pattern: string;
}

/** A public route as Strapi hands it to its handlers. */
interface PublicRoute {
  path: string;
  config: { answers: AnswerKind };
}

/** What a language's code looks like; Strapi's document ids are longer. */
const LOCALE = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i;
const DOCUMENT_ID = /^[a-z0-9]{16,40}$/i;

/** Parsed once for each request. */
export function requestOf(ctx: Context): PublicRequest {
  return (ctx.state.shareLinksRequest ??= parse(ctx)) as PublicRequest;
}

function parse(ctx: Context): PublicRequest {
  const { path, config } = ctx.state.route as PublicRoute;
  const { token, first, second } = ctx.params as Record<string, string | undefined>;
  return {
    // The route says so, whatever its path looks like.
    answers: config.answers,
    address: token,
    place: placeAt(first, second),
    visitor: visitorOf(ctx),
    ownPath: linkPath(ctx.path, path),
    pattern: path,
  };
}

/**
 * Which page of its link a request is for: `/share/:token`, `…/fr`, `…/:childId`, `…/fr/:childId`.
 * It is only a choice among what the link opens, and is checked against that.
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
