import type { Core } from '@strapi/strapi';

const MINUTE_MS = 60_000;
const MAX_KEYS = 10_000;

const seen = new WeakMap<Core.Strapi, Map<string, number>>();

/**
 * Returns true if this process saw the same key within the window; otherwise it remembers the key.
 * So a client that is refused for too many requests can't fill the table with further ones.
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
  // A map keeps its insertion order, so its first keys are the oldest.
  moments.delete(key);
  moments.set(key, at.getTime());
  if (moments.size > MAX_KEYS) moments.delete(moments.keys().next().value!);
  return false;
}

/** Forgets a key, such as that of a request that failed. Returns true if it was known. */
export function forgetRepeated(strapi: Core.Strapi, key: string): boolean {
  return seen.get(strapi)?.delete(key) ?? false;
}
