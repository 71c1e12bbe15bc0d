import type { LinkState } from '../../../contracts/links';
import type { Settings } from '../../../contracts/settings';
import { stateOf } from '../links/rules/state';
import type { LinkRow } from '../links/store/link-schema';
import { isCrawlable } from './crawlable';

/** Why a request is refused. Visitors learn of it only where the site explains refusals. */
export type DenialReason =
  | 'malformed'
  | 'unknown'
  | 'type-disabled'
  | 'policy-off'
  | 'site-paused'
  | 'entry-gone'
  | 'robot'
  | Exclude<LinkState, 'active'>;

export type Decision<Link = LinkRow> =
  | { kind: 'open'; link: Link; isCrawlable: boolean }
  | { kind: 'locked'; link: Link }
  | Denied<Link>;

export interface Denied<Link = LinkRow> {
  kind: 'denied';
  reason: DenialReason;
  link: Link | null;
}

export interface Limited<Link = LinkRow> {
  kind: 'limited';
  /** Seconds, 1 at least. */
  retryAfter: number;
  link: Link | null;
}

/** What a request comes to: the decision, unless its client has tried too often. */
export type Outcome<Link = LinkRow> = Decision<Link> | Limited<Link>;

/** What is known of the visitor, after their proofs have been checked against this link. */
export interface VisitorFacts {
  isUnlocked: boolean;
  /** One of those whom the limit on viewers has let in before. */
  isViewer: boolean;
  /** One that carries off what it finds, for an index or a preview. */
  isRobot: boolean;
  /** What the share policies say of the link's entry. */
  policy: 'off' | 'view';
  /** Whoever made the link is gone, blocked or not active, and the site suspends such links. */
  isMakerGone: boolean;
}

/** Whether a link opens at this moment. Decided on each request; no job has to run for it. */
export function decide(
  link: LinkRow | null,
  settings: Settings,
  facts: VisitorFacts,
  now: Date
): Decision {
  if (!link) return { kind: 'denied', reason: 'unknown', link };
  const deny = (reason: DenialReason): Decision => ({ kind: 'denied', reason, link });

  const state = stateOf(link, now);
  // To those it has let in before, a full link is as it would be with more room.
  const seen = facts.isViewer ? stateOf({ ...link, maxViewers: null }, now) : state;
  if (seen !== 'active') return deny(seen);
  // The row may say so a moment later.
  if (facts.isMakerGone) return deny('suspended');
  if (!settings.contentTypes[link.contentType]?.enabled) return deny('type-disabled');
  if (facts.policy === 'off') return deny('policy-off');
  if (settings.paused) return deny('site-paused');
  const crawlable = isCrawlable(link, settings, facts.policy, now);
  // It takes no person's place either: a link with a limit is never open to it.
  if (facts.isRobot && !crawlable) return deny('robot');
  if (link.passwordHash && !facts.isUnlocked) return { kind: 'locked', link };
  return { kind: 'open', link, isCrawlable: crawlable };
}
