import { describe, expect, it } from 'vitest';

import type { Settings } from '../../contracts/settings';
import { decide } from '../../server/src/access/decide';
import type { LinkRow } from '../../server/src/links/schema';

const now = new Date('2026-06-15T12:00:00Z');
const before = '2026-06-15T11:00:00Z';
const after = '2026-06-15T13:00:00Z';

const settings: Settings = {
  contentTypes: {
    'api::project.project': { enabled: true, mode: 'single' },
    'api::secret.secret': { enabled: false, mode: 'multiple' },
  },
  ownerOnly: false,
  publicUrl: null,
};

const link = {
  id: 1,
  contentType: 'api::project.project',
  startsAt: null,
  expiresAt: null,
  pausedAt: null,
  suspendedAt: null,
  revokedAt: null,
  maxViewers: null,
  viewerCount: 0,
} as LinkRow;

describe('decide', () => {
  it('opens a link that is active', () => {
    expect(decide(link, settings, now)).toEqual({ kind: 'open', link });
  });

  it.each<[string, LinkRow | null]>([
    ['unknown', null],
    ['revoked', { ...link, revokedAt: before }],
    ['suspended', { ...link, suspendedAt: before }],
    ['expired', { ...link, expiresAt: before }],
    ['exhausted', { ...link, maxViewers: 1, viewerCount: 1 }],
    ['paused', { ...link, pausedAt: before }],
    ['scheduled', { ...link, startsAt: after }],
    ['type-disabled', { ...link, contentType: 'api::secret.secret' }],
    ['type-disabled', { ...link, contentType: 'api::gone.gone' }],
  ])('refuses: %s', (reason, row) => {
    expect(decide(row, settings, now)).toEqual({ kind: 'denied', reason });
  });
});
