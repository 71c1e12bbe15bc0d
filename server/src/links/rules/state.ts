import type { LinkState } from '../../../../contracts/links';
import { isFull } from '../store/full';
import type { LinkRow } from '../store/link-schema';

export type StateFacts = Pick<
  LinkRow,
  'startsAt' | 'expiresAt' | 'pausedAt' | 'suspendedAt' | 'revokedAt' | 'maxViewers' | 'viewerCount'
>;

/** Only this function decides the state of a link. States that can't be undone come first. */
export function stateOf(link: StateFacts, now: Date): LinkState {
  if (link.revokedAt) return 'revoked';
  if (link.expiresAt && new Date(link.expiresAt) <= now) return 'expired';
  if (isFull(link)) return 'exhausted';
  if (link.suspendedAt) return 'suspended';
  if (link.pausedAt) return 'paused';
  if (link.startsAt && new Date(link.startsAt) > now) return 'scheduled';
  return 'active';
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
