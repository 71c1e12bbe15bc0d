import { describe, expect, it } from 'vitest';

import type { ContentTypeSettings, Settings } from '../../../contracts/settings';
import { decide } from '../../../server/src/access/decide';
import { DEFAULT_SETTINGS } from '../../../server/src/settings/schema';
import type { LinkRow } from '../../../server/src/links/store/link-schema';
import { ACTIVE } from '../../support/link-facts';

const now = new Date('2026-06-15T12:00:00Z');
const before = '2026-06-15T11:00:00Z';
const after = '2026-06-15T13:00:00Z';

const type: ContentTypeSettings = {
  enabled: true,
  mode: 'multiple',
  level: 'view',
  relations: {},
  parent: null,
};

const settings: Settings = {
  ...DEFAULT_SETTINGS,
  contentTypes: {
    'api::project.project': { ...type, mode: 'single' },
    'api::secret.secret': { ...type, enabled: false },
  },
};

const stranger = {
  isUnlocked: false,
  isViewer: false,
  isRobot: false,
  policy: 'view' as const,
  isMakerGone: false,
};

const link = {
  id: 1,
  contentType: 'api::project.project',
  ...ACTIVE,
  passwordHash: null,
  shows: 'published',
  allowIndexing: false,
} as LinkRow;

const locked = { ...link, passwordHash: '$2b$10$x' };
const limited = { ...link, maxViewers: 2, viewerCount: 1 };
const indexed = { ...link, allowIndexing: true };
const full = { ...link, maxViewers: 1, viewerCount: 1 };

describe('decide', () => {
  it.each<[string, LinkRow, object]>([
    ['an active link', link, {}],
    ['a link with a password, unlocked', locked, { isUnlocked: true }],
    ['a limited link with room', limited, {}],
    ['a full link, to one of its viewers', full, { isViewer: true }],
    ['a link that may be indexed', indexed, {}],
    ['a link that may be indexed, to a search engine', indexed, { isRobot: true }],
  ])('opens %s', (_what, row, facts) => {
    expect(decide(row, settings, { ...stranger, ...facts }, now)).toEqual({
      kind: 'open',
      link: row,
      isCrawlable: row === indexed,
    });
  });

  it('asks for the password of a locked link', () => {
    expect(decide(locked, settings, stranger, now)).toEqual({ kind: 'locked', link: locked });
  });

  it.each<[string, LinkRow | null, object?]>([
    ['unknown', null],
    ['revoked', { ...link, revokedAt: before }],
    ['suspended', { ...link, suspendedAt: before }],
    ['suspended', link, { isMakerGone: true }],
    ['suspended', locked, { isMakerGone: true }],
    ['suspended', { ...full }, { isMakerGone: true, isViewer: true }],
    // A job soon writes it into the row, where it also comes before the pause.
    ['suspended', { ...link, pausedAt: before }, { isMakerGone: true }],
    ['expired', { ...link, expiresAt: before }],
    ['exhausted', full],
    ['paused', { ...full, pausedAt: before }, { isViewer: true }],
    ['suspended', { ...full, suspendedAt: before }, { isViewer: true }],
    ['scheduled', { ...full, startsAt: after }, { isViewer: true }],
    ['paused', { ...link, pausedAt: before }],
    ['scheduled', { ...link, startsAt: after }],
    ['robot', limited, { isRobot: true }],
    ['robot', link, { isRobot: true }],
    ['robot', locked, { isRobot: true }],
    ['robot', { ...locked, allowIndexing: true }, { isRobot: true }],
    ['robot', { ...limited, allowIndexing: true }, { isRobot: true }],
    ['expired', { ...indexed, expiresAt: before }, { isRobot: true }],
    ['type-disabled', { ...link, contentType: 'api::secret.secret' }],
    ['type-disabled', { ...link, contentType: 'api::gone.gone' }],
    ['expired', { ...locked, expiresAt: before }, { isUnlocked: true }],
    ['revoked', { ...locked, revokedAt: before }, { isUnlocked: true }],
  ])('refuses: %s', (reason, row, facts = {}) => {
    expect(decide(row, settings, { ...stranger, ...facts }, now)).toEqual({
      kind: 'denied',
      reason,
      link: row,
    });
  });

  it('refuses everything while the site is paused', () => {
    const facts = { ...stranger, isUnlocked: true, isViewer: true };
    const paused = { ...settings, paused: true };
    for (const row of [link, locked, full]) {
      expect(decide(row, paused, facts, now)).toMatchObject({ reason: 'site-paused' });
    }
  });
});
