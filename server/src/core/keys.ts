import { hkdfSync } from 'node:crypto';

import type { Core } from '@strapi/strapi';

/** Signs what visitors carry; see `derivedKey`. */
export function proofKey(strapi: Core.Strapi): Buffer {
  return derivedKey(strapi, 'visitor proofs');
}

/**
 * A key for one purpose, made from the app's own.
 *
 * @throws Error when the app has no keys to derive one from: a fixed one could be forged
 */
export function derivedKey(strapi: Core.Strapi, purpose: string): Buffer {
  const keys = strapi.config.get<string[]>('server.app.keys') ?? [];
  if (keys.length === 0 || keys.some((key) => !key)) {
    throw new Error('Share Links needs app.keys in config/server to sign what visitors unlock');
  }
  return Buffer.from(hkdfSync('sha256', keys.join(), 'share-links', purpose, 32));
}
