import type { Core } from '@strapi/strapi';

import type { RefusalReason } from '../../../contracts/errors';
import type { ClosedReason } from '../../../contracts/links';
import type { Settings } from '../../../contracts/settings';
import { presences } from '../content/presence';
import { limitsOf } from '../limits/count-attempts';
import type { DenialReason, Denied, Limited } from './decide';
import type { OpenedLink } from './opened-link';
import type { Visitor } from './visitor';

/**
 * These refusals are never explained. For the first two there is no link; and a robot must not
 * learn the state of a link.
 */
const UNEXPLAINED: DenialReason[] = ['unknown', 'malformed', 'robot'];

function isExplained(settings: Settings, reason: DenialReason): boolean {
  return settings.refusal === 'explained' && !UNEXPLAINED.includes(reason);
}

/** What a visitor learns of a refusal. */
export interface Explanation {
  reason: RefusalReason;
  /** When a scheduled link opens. */
  opensAt: string | null;
}

const NOT_SHOWN: DenialReason[] = ['type-disabled', 'policy-off', 'unpublished', 'entry-gone'];

/** Explains a refusal. Returns null if the site does not, or if there is nothing to explain. */
export function explanationOf(
  settings: Settings,
  { reason, link }: { reason: DenialReason; link?: OpenedLink | null }
): Explanation | null {
  if (!isExplained(settings, reason)) return null;
  const opensAt = reason === 'scheduled' ? (link?.startsAt ?? null) : null;
  const told = NOT_SHOWN.includes(reason) ? 'not-shown' : (reason as RefusalReason);
  return { reason: told, opensAt };
}

/**
 * Returns true if a refusal counts as a miss. A robot's does not, because the link exists. An
 * explained refusal does not, because its reason is no secret.
 */
export function isCounted(settings: Settings, reason: DenialReason): boolean {
  return reason !== 'robot' && !isExplained(settings, reason);
}

/**
 * Counts a refusal. Every refusal of a stranger must pass here: refusals that look the same must
 * also count the same, or the limit would tell dead links from unknown ones. Whoever has a proof of
 * the link knows already that it exists.
 */
export async function countRefusal<Link>(
  strapi: Core.Strapi,
  settings: Settings,
  visitor: Visitor,
  denied: Denied<Link>
): Promise<Denied<Link> | Limited<Link>> {
  if (!isCounted(settings, denied.reason)) return denied;
  const retryAfter = await limitsOf(strapi).miss(visitor.client, settings.limits);
  return retryAfter === null ? denied : { kind: 'limited', retryAfter, link: denied.link };
}

/** Why a link that opens shows nothing: the same reason as its state gives to editors. */
export async function missingContent(
  strapi: Core.Strapi,
  { source }: OpenedLink
): Promise<ClosedReason> {
  const presenceOf = await presences(strapi, [source]);
  return presenceOf(source) === 'unpublished' ? 'unpublished' : 'entry-gone';
}
