import type { Core } from '@strapi/strapi';

const MINUTE_MS = 60_000;
const MAX_KEYS = 10_000;

const seen = new WeakMap<Core.Strapi, Map<string, number>>();

/**
 * Whether the same was seen a moment ago, by this process. Somebody who is turned away for asking
 * too often must not be able to fill the table by asking on.
 */
export function isRepeated(
  strapi: Core.Strapi,
  key: string,
  at: Date,
  windowMs = MINUTE_MS
): boolean {
  const moments = seen.get(strapi) ?? new Map<string, number>();
  seen.set(strapi, moments);
  const last = moments.get(key);
  if (last !== undefined && at.getTime() - last < windowMs) return true;
  // A map keeps its order, so the first keys are the oldest.
  moments.delete(key);
  moments.set(key, at.getTime());
  if (moments.size > MAX_KEYS) moments.delete(moments.keys().next().value!);
  return false;
}

/** For what came to nothing. */
export function forgetRepeated(strapi: Core.Strapi, key: string): void {
  seen.get(strapi)?.delete(key);
}
