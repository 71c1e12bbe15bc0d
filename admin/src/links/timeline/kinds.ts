import type { TimelineEventType } from '../../../../contracts/links';

/** The kinds of events that a timeline can be filtered by. */
export const TIMELINE_KINDS = {
  passwords: ['password-set', 'password-removed', 'password-revealed'],
  addresses: ['create', 'rotate', 'revoke'],
  edits: ['update', 'take-over', 'visits-erased'],
  pauses: ['pause', 'resume', 'suspend', 'restore'],
} as const satisfies Record<string, TimelineEventType[]>;

export type TimelineKind = keyof typeof TIMELINE_KINDS;

export const KIND_NAMES = Object.keys(TIMELINE_KINDS) as TimelineKind[];
