import type { ClosedReason, LinkState } from '../../../../contracts/links';
import type { Presence } from '../../content/presence';
import { isFull } from '../store/full';
import type { LinkRow } from '../store/link-schema';

export type StateFacts = Pick<
  LinkRow,
  'startsAt' | 'expiresAt' | 'pausedAt' | 'suspendedAt' | 'revokedAt' | 'maxViewers' | 'viewerCount'
>;

/** What lies around a link and can keep it closed. */
export interface Surroundings {
  /** The link's maker is deleted, blocked or not active, and the site suspends such links. */
  isMakerGone: boolean;
  isTypeEnabled: boolean;
  /** The effective share policy of the link's entry. */
  policy: 'off' | 'view';
  isSitePaused: boolean;
  /** Whether the version that the link shows is there. */
  content: Presence;
}

/** The states that a link has by its own row. */
const OWN_STATES: ClosedReason[] = [
  'revoked',
  'expired',
  'exhausted',
  'suspended',
  'paused',
  'scheduled',
];

/**
 * Everything that keeps a link closed, what a visitor meets first. Only this function decides that:
 * for visitors, lists, badges and events alike. What can't be undone comes first.
 */
export function closedBy(link: StateFacts, around: Surroundings, now: Date): ClosedReason[] {
  const reasons: [ClosedReason, boolean][] = [
    ['revoked', Boolean(link.revokedAt)],
    ['expired', Boolean(link.expiresAt && new Date(link.expiresAt) <= now)],
    ['exhausted', isFull(link)],
    // A job may write `suspendedAt` into the row only later.
    ['suspended', Boolean(link.suspendedAt) || around.isMakerGone],
    ['paused', Boolean(link.pausedAt)],
    ['scheduled', Boolean(link.startsAt && new Date(link.startsAt) > now)],
    ['type-disabled', !around.isTypeEnabled],
    ['policy-off', around.isTypeEnabled && around.policy === 'off'],
    ['site-paused', around.isSitePaused],
    ['unpublished', around.content === 'unpublished'],
    ['entry-gone', around.content === 'entry-gone'],
  ];
  return reasons.flatMap(([reason, holds]) => (holds ? [reason] : []));
}

/** The state that people read. Reasons outside of the link have no state of their own. */
export function stateFrom([first]: ClosedReason[]): LinkState {
  if (first === undefined) return 'active';
  return isOwnState(first) ? first : 'suspended';
}

function isOwnState(reason: ClosedReason): reason is Exclude<LinkState, 'active'> {
  return OWN_STATES.includes(reason);
}

/** Nothing around the link stands in its way. */
export const UNHINDERED: Surroundings = {
  isMakerGone: false,
  isTypeEnabled: true,
  policy: 'view',
  isSitePaused: false,
  content: 'there',
};

/** The state by the row alone: what its own rules say, whatever lies around it. */
export function stateOf(link: StateFacts, now: Date): LinkState {
  return stateFrom(closedBy(link, UNHINDERED, now));
}

/** Returns true for a link that opens now or can still open: editors must know about these. */
export function isLive(state: LinkState): boolean {
  return state === 'active' || state === 'scheduled' || state === 'paused' || state === 'suspended';
}

/** A key that is unique among live links, for types whose entries may have only one. */
export function singleKey(
  link: Pick<LinkRow, 'contentType' | 'entryDocumentId' | 'entryLocale'>
): string {
  return [link.contentType, link.entryDocumentId, link.entryLocale ?? ''].join(' ');
}
