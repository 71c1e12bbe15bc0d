import { describe, expect, it } from 'vitest';

import type { ClosedReason, LinkState } from '../../../../contracts/links';
import {
  UNHINDERED,
  closedBy,
  isLive,
  stateFrom,
  stateOf,
} from '../../../../server/src/links/rules/state';
import type { StateFacts, Surroundings } from '../../../../server/src/links/rules/state';
import { ACTIVE } from '../../../support/link-facts';

const now = new Date('2026-06-15T12:00:00Z');
const before = '2026-06-15T11:59:59.999Z';
const after = '2026-06-15T12:00:00.001Z';

const table: [string, Partial<StateFacts>, LinkState][] = [
  ['nothing set', {}, 'active'],
  ['started already', { startsAt: before }, 'active'],
  ['starts this very moment', { startsAt: now.toISOString() }, 'active'],
  ['starts later', { startsAt: after }, 'scheduled'],
  ['ends later', { expiresAt: after }, 'active'],
  ['ends this very moment', { expiresAt: now.toISOString() }, 'expired'],
  ['ended', { expiresAt: before }, 'expired'],
  ['paused', { pausedAt: before }, 'paused'],
  ['paused before its start', { pausedAt: before, startsAt: after }, 'paused'],
  ['paused and ended', { pausedAt: before, expiresAt: before }, 'expired'],
  ['room for one more viewer', { maxViewers: 3, viewerCount: 2 }, 'active'],
  ['no room left', { maxViewers: 3, viewerCount: 3 }, 'exhausted'],
  ['suspended', { suspendedAt: before }, 'suspended'],
  ['suspended and ended', { suspendedAt: before, expiresAt: before }, 'expired'],
  ['deleted', { revokedAt: before }, 'revoked'],
  [
    'deleted and everything else',
    { revokedAt: before, suspendedAt: before, pausedAt: before, expiresAt: before },
    'revoked',
  ],
];

describe('stateOf', () => {
  it.each(table)('is right: %s', (_what, facts, state) => {
    expect(stateOf({ ...ACTIVE, ...facts }, now)).toBe(state);
  });
});

describe('closedBy', () => {
  it.each<[Partial<StateFacts>, Partial<Surroundings>, ClosedReason[], LinkState]>([
    [{}, {}, [], 'active'],
    [{}, { content: 'unpublished' }, ['unpublished'], 'suspended'],
    [{}, { content: 'entry-gone' }, ['entry-gone'], 'suspended'],
    [{}, { policy: 'off' }, ['policy-off'], 'suspended'],
    [{}, { isTypeEnabled: false, policy: 'off' }, ['type-disabled'], 'suspended'],
    [{}, { isSitePaused: true }, ['site-paused'], 'suspended'],
    [{}, { isMakerGone: true }, ['suspended'], 'suspended'],
    [{ suspendedAt: before }, { isMakerGone: true }, ['suspended'], 'suspended'],
    [{ pausedAt: before }, { content: 'unpublished' }, ['paused', 'unpublished'], 'paused'],
    [{ startsAt: after }, { policy: 'off' }, ['scheduled', 'policy-off'], 'scheduled'],
    [
      { revokedAt: before, maxViewers: 1, viewerCount: 1 },
      { isSitePaused: true },
      ['revoked', 'exhausted', 'site-paused'],
      'revoked',
    ],
  ])('names all reasons, what a visitor meets first: %j %j', (facts, around, reasons, state) => {
    const found = closedBy({ ...ACTIVE, ...facts }, { ...UNHINDERED, ...around }, now);
    expect([found, stateFrom(found)]).toEqual([reasons, state]);
  });
});

describe('isLive', () => {
  it.each<[LinkState, boolean]>([
    ['active', true],
    ['scheduled', true],
    ['paused', true],
    ['suspended', true],
    ['expired', false],
    ['exhausted', false],
    ['revoked', false],
  ])('is right for %s: %s', (state, live) => {
    expect(isLive(state)).toBe(live);
  });
});
