import type { ClosedReason } from '../../../contracts/links';
import type { Settings } from '../../../contracts/settings';
import { closedBy } from '../links/rules/state';
import type { LinkRow } from '../links/store/link-schema';
import { isCrawlable } from './crawlable';

/** Why a request is refused. Visitors learn the reason only if the site explains refusals. */
export type DenialReason = 'malformed' | 'unknown' | 'robot' | ClosedReason;

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
  /** In seconds, at least 1. */
  retryAfter: number;
  link: Link | null;
}

/** The result of a request: the decision, or `limited` if its client has tried too often. */
export type Outcome<Link = LinkRow> = Decision<Link> | Limited<Link>;

/** What the proofs of a visitor and the state of the link tell. */
export interface VisitorFacts {
  isUnlocked: boolean;
  /** The link has admitted this visitor before. */
  isViewer: boolean;
  /** A place that nobody has come back to can pass to this visitor. */
  mayTakeOver?: boolean;
  /** The visitor is a search engine or a link preview. */
  isRobot: boolean;
  /** The effective share policy of the link's entry. */
  policy: 'off' | 'view';
  /** The link's maker is deleted, blocked or not active, and the site suspends such links. */
  isMakerGone: boolean;
}

/** Decides whether a link opens now. Each request decides anew, so this depends on no job. */
export function decide(
  link: LinkRow | null,
  settings: Settings,
  facts: VisitorFacts,
  now: Date
): Decision {
  if (!link) return { kind: 'denied', reason: 'unknown', link };
  const deny = (reason: DenialReason): Decision => ({ kind: 'denied', reason, link });

  // A full link still opens for visitors it admitted before, and for one to whom a place passes.
  const seen = facts.isViewer || facts.mayTakeOver ? { ...link, maxViewers: null } : link;
  const around = {
    isMakerGone: facts.isMakerGone,
    isTypeEnabled: settings.contentTypes[link.contentType]?.enabled === true,
    policy: facts.policy,
    isSitePaused: settings.paused,
    // Whoever reads the content refuses the visitor if there is none.
    content: 'there',
  } as const;
  const [reason] = closedBy(seen, around, now);
  if (reason) return deny(reason);
  const crawlable = isCrawlable(link, settings, facts.policy, now);
  // A link with a limit is never crawlable, so a robot never takes a person's place.
  if (facts.isRobot && !crawlable) return deny('robot');
  if (link.passwordHash && !facts.isUnlocked) return { kind: 'locked', link };
  return { kind: 'open', link, isCrawlable: crawlable };
}
