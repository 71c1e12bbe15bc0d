import type { TimelineEventType } from '../../../../contracts/links';

/** What a timeline can be cut down to, so that many events of one kind hide none of another. */
export const TIMELINE_KINDS = {
  passwords: ['password-set', 'password-removed', 'password-revealed'],
  addresses: ['create', 'rotate', 'revoke'],
  edits: ['update', 'take-over', 'visits-erased'],
  pauses: ['pause', 'resume', 'suspend', 'restore'],
} as const satisfies Record<string, TimelineEventType[]>;

export type TimelineKind = keyof typeof TIMELINE_KINDS;

export const KIND_NAMES = Object.keys(TIMELINE_KINDS) as TimelineKind[];
