import type { StateFacts } from '../../server/src/links/rules/state';

/** A link that is active: nothing limits it. */
export const ACTIVE: StateFacts = {
  startsAt: null,
  expiresAt: null,
  pausedAt: null,
  suspendedAt: null,
  revokedAt: null,
  maxViewers: null,
  viewerCount: 0,
};
