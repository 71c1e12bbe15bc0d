import type { Core } from '@strapi/strapi';

import type { RateLimits } from '../../../contracts/attempt-limits';
import { limitsOf } from '../limits/count-attempts';
import { emitLinkEvent } from '../links/changes/events';
import { HashingBusy } from '../links/rules/hashing';
import { matchesPassword } from '../links/rules/password';
import type { LinkRow } from '../links/store/link-schema';
import type { Visitor } from './visitor';

/** The result of a password that a visitor gave. */
export type Attempt =
  | { kind: 'right' }
  /** `isRepeated` is true if the same form was sent before. */
  | { kind: 'wrong'; isRepeated?: boolean }
  | { kind: 'limited'; retryAfter: number };

/**
 * Compares a password with the one of a locked link, if the client has attempts left. A visitor
 * with a proof for the link does not come here, so nobody can use up the attempts of others.
 *
 * @param password empty if it can't be right; this costs neither an attempt nor time
 */
export async function tryPassword(
  strapi: Core.Strapi,
  limits: RateLimits,
  link: LinkRow,
  visitor: Visitor,
  password: string
): Promise<Attempt> {
  if (password === '') return { kind: 'wrong' };
  const chance = await limitsOf(strapi).password(link.documentId, visitor.client, limits);
  if (chance.retryAfter !== null) return { kind: 'limited', retryAfter: chance.retryAfter };
  try {
    const isRight = await matchesPassword(password, link.passwordHash);
    if (isRight) {
      await chance.giveBack();
      return { kind: 'right' };
    }
  } catch (error) {
    await chance.giveBack();
    if (!(error instanceof HashingBusy)) throw error;
    return { kind: 'limited', retryAfter: 1 };
  }
  void emitLinkEvent(strapi, 'share-link.unlock-failed', link);
  return { kind: 'wrong' };
}
