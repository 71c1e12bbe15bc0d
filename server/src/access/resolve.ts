import type { Core } from '@strapi/strapi';

import { SLUG_MAX_LENGTH, SLUG_MIN_LENGTH, SLUG_PATTERN } from '../../../contracts/links';
import type { Settings } from '../../../contracts/settings';
import type { LinkRow } from '../links/schema';
import { linkRows } from '../links/store';
import { hashToken, parseToken } from '../links/token';
import { getSettings, knownSettings } from '../settings/service';
import { decide } from './decide';
import type { Outcome } from './decide';
import { proofs } from './proofs';
import type { Visitor } from './visitor';

export interface Resolved {
  outcome: Outcome;
  settings: Settings;
}

/**
 * The one way in: whatever a visitor asks for, this decides whether the address opens anything.
 * What has the shape of neither a token nor a slug never reaches the database.
 */
export async function resolve(
  strapi: Core.Strapi,
  address: unknown,
  visitor: Visitor
): Promise<Resolved> {
  if (!isAddress(address)) {
    const settings = await knownSettings(strapi);
    return { settings, outcome: { kind: 'denied', reason: 'malformed', link: null } };
  }
  const [settings, link] = await Promise.all([getSettings(strapi), linkAt(strapi, address)]);
  const now = new Date();
  const { isUnlocked, isViewer } = proofs(strapi);
  const facts = {
    isUnlocked: link !== null && isUnlocked(link, visitor.unlockProof, now),
    isViewer: link !== null && isViewer(link, visitor.viewerProof),
    isRobot: visitor.isRobot,
  };
  return { settings, outcome: decide(link, settings, facts, now) };
}

function isAddress(value: unknown): value is string {
  return parseToken(value) !== null || parseSlug(value) !== null;
}

async function linkAt(strapi: Core.Strapi, address: string): Promise<LinkRow | null> {
  const rows = linkRows(strapi);
  const token = parseToken(address);
  const byToken = token && (await rows.byAddress({ tokenHash: hashToken(token) }));
  if (byToken) return byToken;
  // A slug of 32 characters looks like a token, too.
  const slug = parseSlug(address);
  return slug ? rows.byAddress({ slug }) : null;
}

function parseSlug(value: unknown): string | null {
  const isSlug =
    typeof value === 'string' &&
    value.length >= SLUG_MIN_LENGTH &&
    value.length <= SLUG_MAX_LENGTH &&
    SLUG_PATTERN.test(value);
  return isSlug ? value : null;
}
