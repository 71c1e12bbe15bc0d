import { createHmac, randomBytes } from 'node:crypto';

import type { Core } from '@strapi/strapi';

import type { LinkRow } from '../links/store/link-schema';
import type { Attempt } from './try-password';
import type { Visitor } from './visitor';

/** As long as wrong passwords count. */
const WINDOW_MS = 10 * 60 * 1000;
const MAX_ATTEMPTS = 10_000;

/** Names attempts in the memory of this process, so that it holds no password. */
const KEY = randomBytes(32);

interface Known {
  at: number;
  result: Promise<Attempt>;
}

const known = new WeakMap<Core.Strapi, Map<string, Known>>();

type Sent = [link: LinkRow, visitor: Visitor, attempt: string | null, password: string];

/**
 * Tries a password once for each sending of the form: a double click and a reload send the same form
 * again. A wrong one stays wrong, without another comparison, until the link gets another password.
 */
export async function onceOnly(
  strapi: Core.Strapi,
  [link, { client }, attempt, password]: Sent,
  work: () => Promise<Attempt>
): Promise<Attempt> {
  if (attempt === null || password === '') return work();
  const attempts = known.get(strapi) ?? new Map<string, Known>();
  known.set(strapi, attempts);
  const parts = [link.documentId, link.passwordHash, client, attempt, password];
  const key = createHmac('sha256', KEY).update(JSON.stringify(parts)).digest('base64url');
  const before = attempts.get(key);
  if (before && Date.now() - before.at < WINDOW_MS) {
    const result = await before.result;
    return result.kind === 'wrong' ? { kind: 'wrong', isRepeated: true } : result;
  }
  const result = work();
  attempts.delete(key);
  attempts.set(key, { at: Date.now(), result });
  if (attempts.size > MAX_ATTEMPTS) attempts.delete(attempts.keys().next().value!);
  const isWrong = await result.then(
    ({ kind }) => kind === 'wrong',
    () => false
  );
  if (!isWrong) attempts.delete(key);
  return result;
}
