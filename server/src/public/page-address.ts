import type { Context } from 'koa';

import type { Place } from '../content/place';

/** What a language's code looks like; Strapi's document ids are longer. */
const LOCALE = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i;
const DOCUMENT_ID = /^[a-z0-9]{16,40}$/i;

/**
 * Which page of its link a request is for: `/share/:token`, `…/fr`, `…/:childId`, `…/fr/:childId`.
 * It is only a choice among what the link opens, and is checked against that. Null for what can't
 * be one.
 */
export function placeOf(ctx: Context): Place | null {
  const { first, second } = ctx.params as { first?: string; second?: string };
  if (first === undefined) return { locale: null, childId: null };
  if (second !== undefined) {
    const isPlace = LOCALE.test(first) && DOCUMENT_ID.test(second);
    return isPlace ? { locale: first, childId: second } : null;
  }
  if (DOCUMENT_ID.test(first)) return { locale: null, childId: first };
  return LOCALE.test(first) ? { locale: first, childId: null } : null;
}

/** The parts of an address that name a place. */
export function segmentsOf({ locale, childId }: Place): string[] {
  return [locale, childId].filter((segment) => segment !== null);
}

/** What a public address answers with. */
export type AnswerKind = 'page' | 'json';

/** A public route as Strapi hands it to its handlers. */
interface PublicRoute {
  /** The pattern that the address has matched, such as `/share/:token/:first`. */
  path: string;
  config: { answers: AnswerKind };
}

export function routeOf(ctx: Context): PublicRoute {
  return ctx.state.route as PublicRoute;
}

/** Whether a request is for the public JSON: its route says so, whatever its path looks like. */
export function isJson(ctx: Context): boolean {
  return routeOf(ctx).config.answers === 'json';
}

/** The address of the link itself, as the visitor wrote it: what its cookies are good for. */
export function linkPath(ctx: Context): string {
  const [, below = ''] = routeOf(ctx).path.split('/:token');
  const own = ctx.path.replace(/\/+$/, '').split('/');
  return own.slice(0, own.length - below.split('/').length + 1).join('/');
}
