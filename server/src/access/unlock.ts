import type { Core } from '@strapi/strapi';

import type { Settings } from '../../../contracts/settings';
import type { VisitOutcome } from '../../../contracts/visits';
import { hasContent } from '../content/open-content';
import { passwordForms, pretendToMatch } from '../links/rules/password';
import type { DenialReason } from './decide';
import { rowOf } from './opened-link';
import type { OpenedLink } from './opened-link';
import { proofs } from './proofs';
import { countRefusal, missingContent } from './refusal';
import { resolve } from './resolve';
import { onceOnly } from './same-attempt';
import { tryPassword } from './try-password';
import type { Visitor } from './visitor';

/** The result of a request to unlock a link. */
export type Unlocked =
  | {
      kind: 'unlocked';
      /** Valid for this link and its current password. */
      proof: string;
      expiresAt: Date;
      /** False if the link was already open, by a proof or because it has no password. */
      wasLocked: boolean;
      link: OpenedLink;
    }
  | { kind: 'wrong'; link: OpenedLink }
  /** The request has no password, but one could unlock the link. Only with `needsPassword`. */
  | { kind: 'no-password' }
  | { kind: 'limited'; retryAfter: number }
  | { kind: 'denied'; reason: DenialReason; link: OpenedLink | null };

/** The visit to record for the request. */
interface UnlockVisit {
  link: OpenedLink | null;
  outcome: VisitOutcome;
  reason?: DenialReason;
}

export interface UnlockAnswer {
  settings: Settings;
  answer: Unlocked;
  visit: UnlockVisit | null;
}

interface UnlockRequest {
  address: unknown;
  visitor: Visitor;
  /** Empty if there is none, or if it can't be right. */
  password: string;
  /** Names the form that was sent. A form that is sent twice is one attempt. */
  attempt: string | null;
  /** If true, a request without a password is refused and costs no attempt. */
  needsPassword: boolean;
}

/**
 * Unlocks a link with its password. An open link needs none. A link that does not open is refused
 * like everywhere else, and takes as long as a comparison of passwords.
 */
export async function unlock(strapi: Core.Strapi, request: UnlockRequest): Promise<UnlockAnswer> {
  const { address, visitor, attempt, needsPassword } = request;
  // It can't be right, and comparing it would take time.
  const password = passwordForms(request.password).length > 0 ? request.password : '';
  const { settings, outcome } = await resolve(strapi, address, visitor);
  const come = (answer: Unlocked, visit: UnlockVisit | null = null): UnlockAnswer => ({
    settings,
    answer,
    visit,
  });
  if (outcome.kind === 'limited') return come(outcome);
  if (outcome.kind === 'denied') {
    const { link, reason } = outcome;
    await pretendToMatch(password);
    return come(outcome, { link, outcome: 'refused', reason });
  }
  const { link } = outcome;
  const wasLocked = outcome.kind === 'locked';
  const isMissing = needsPassword && password === '';
  if (wasLocked && isMissing) return come({ kind: 'no-password' });
  if (wasLocked) {
    const row = rowOf(link);
    const tried = await onceOnly(strapi, [row, visitor, attempt, password], () =>
      tryPassword(strapi, settings.limits, row, visitor, password)
    );
    if (tried.kind === 'wrong') {
      const visit = tried.isRepeated ? null : ({ link, outcome: 'wrong-password' } as const);
      return come({ kind: 'wrong', link }, visit);
    }
    if (tried.kind === 'limited') return come(tried, { link, outcome: 'limited' });
  }
  if (!(await hasContent(strapi, settings, link.source))) {
    const reason = await missingContent(strapi, link);
    const denied = { kind: 'denied', reason, link } as const;
    const refusal = await countRefusal(strapi, settings, visitor, denied);
    if (!wasLocked && refusal.kind === 'denied') await pretendToMatch(password);
    return come(refusal, { link, outcome: 'refused', reason });
  }
  if (isMissing) return come({ kind: 'no-password' });
  const given = proofs(strapi).unlock(rowOf(link), new Date());
  return come(
    { kind: 'unlocked', ...given, wasLocked, link },
    wasLocked ? { link, outcome: 'unlocked' } : null
  );
}
