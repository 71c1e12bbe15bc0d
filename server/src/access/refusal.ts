import type { Core } from '@strapi/strapi';

import type { Settings } from '../../../contracts/settings';
import { limitsOf } from '../limits/limits';
import type { DenialReason, Denied, Limited } from './decide';
import type { Visitor } from './visitor';

/**
 * A link that never was is not explained: there is nothing to explain, and nothing to find. Nor is
 * a robot told of a link that it would be over.
 */
const UNEXPLAINED: DenialReason[] = ['unknown', 'malformed', 'robot'];

export function isExplained(settings: Settings, reason: DenialReason): boolean {
  return settings.refusal === 'explained' && !UNEXPLAINED.includes(reason);
}

/**
 * A robot is refused nothing but the content: the link is there. What the site explains is no
 * secret either.
 */
export function isCounted(settings: Settings, reason: DenialReason): boolean {
  return reason !== 'robot' && !isExplained(settings, reason);
}

/**
 * Every refusal goes through here, because what looks the same to a visitor must also count the
 * same: were dead links free and unknown ones not, the limit itself would tell them apart.
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
