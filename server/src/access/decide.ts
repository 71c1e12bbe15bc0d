import type { LinkState } from '../../../contracts/links';
import type { Settings } from '../../../contracts/settings';
import type { LinkRow } from '../links/schema';
import { stateOf } from '../links/state';

/** Why a request is refused. Visitors learn of it only where the site explains refusals. */
export type DenialReason =
  | 'malformed'
  | 'unknown'
  | 'type-disabled'
  | 'site-paused'
  | 'entry-gone'
  | 'robot'
  | Exclude<LinkState, 'active'>;

export type Outcome =
  | { kind: 'open'; link: LinkRow }
  | { kind: 'locked'; link: LinkRow }
  | { kind: 'denied'; reason: DenialReason; link: LinkRow | null };

/** What is known of the visitor, after their proofs have been checked against this link. */
export interface VisitorFacts {
  isUnlocked: boolean;
  /** One of those whom the limit on viewers has let in before. */
  isViewer: boolean;
  isRobot: boolean;
}

/** Whether a link opens at this moment. Decided on each request; no job has to run for it. */
export function decide(
  link: LinkRow | null,
  settings: Settings,
  facts: VisitorFacts,
  now: Date
): Outcome {
  if (!link) return { kind: 'denied', reason: 'unknown', link };
  const deny = (reason: DenialReason): Outcome => ({ kind: 'denied', reason, link });

  const state = stateOf(link, now);
  // To those it has let in before, a full link is as it would be with more room.
  const seen = facts.isViewer ? stateOf({ ...link, maxViewers: null }, now) : state;
  if (seen !== 'active') return deny(seen);
  if (!settings.contentTypes[link.contentType]?.enabled) return deny('type-disabled');
  if (settings.paused) return deny('site-paused');
  // A robot must not take the place of a person.
  if (link.maxViewers !== null && facts.isRobot) return deny('robot');
  if (link.passwordHash && !facts.isUnlocked) return { kind: 'locked', link };
  return { kind: 'open', link };
}
