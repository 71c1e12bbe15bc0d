import type { LinkState } from '../../../../contracts/links';
import type { LinkRow } from '../store/link-schema';

export type StateFacts = Pick<
  LinkRow,
  'startsAt' | 'expiresAt' | 'pausedAt' | 'suspendedAt' | 'revokedAt' | 'maxViewers' | 'viewerCount'
>;

/** The one place where the state of a link is decided. What can't be undone comes first. */
export function stateOf(link: StateFacts, now: Date): LinkState {
  if (link.revokedAt) return 'revoked';
  if (link.expiresAt && new Date(link.expiresAt) <= now) return 'expired';
  if (link.maxViewers !== null && link.viewerCount >= link.maxViewers) return 'exhausted';
  if (link.suspendedAt) return 'suspended';
  if (link.pausedAt) return 'paused';
  if (link.startsAt && new Date(link.startsAt) > now) return 'scheduled';
  return 'active';
}

/** Live links open now or can still open: the ones an editor has to know about. */
export function isLive(state: LinkState): boolean {
  return state === 'active' || state === 'scheduled' || state === 'paused' || state === 'suspended';
}

/** What is unique among the live links of entries that may have only one. */
export function singleKey(
  link: Pick<LinkRow, 'contentType' | 'entryDocumentId' | 'entryLocale'>
): string {
  return [link.contentType, link.entryDocumentId, link.entryLocale ?? ''].join(' ');
}
