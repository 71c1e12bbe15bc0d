import type { Core } from '@strapi/strapi';

import { SLUG_MAX_LENGTH, SLUG_MIN_LENGTH, SLUG_PATTERN } from '../../../contracts/links';
import type { Settings } from '../../../contracts/settings';
import { limitsOf } from '../limits/count-attempts';
import { stateOf } from '../links/rules/state';
import { hashToken, parseToken } from '../links/rules/token';
import { linkRows } from '../links/store/link-rows';
import type { LinkRow } from '../links/store/link-schema';
import { goneMakers } from '../rights/gone-makers';
import { getSettings, knownSettings } from '../settings/service';
import { effectivePolicy } from '../share-policy/effective';
import { decide } from './decide';
import type { Outcome } from './decide';
import { openedLink } from './opened-link';
import type { OpenedLink } from './opened-link';
import { proofs } from './proofs';
import { countRefusal, isCounted } from './refusal';
import type { Visitor } from './visitor';

export interface Resolved {
  outcome: Outcome<OpenedLink>;
  settings: Settings;
}

/**
 * Decides whether an address opens anything. Every request of a visitor passes here. An address
 * that has the shape of neither a token nor a slug never reaches the database.
 *
 * A client whose addresses too often open nothing gets one answer, `limited`, for all further
 * unknown and dead links. Tokens that open still work for it: nobody can guess one of 2¹⁹², and a
 * refusal would only hurt colleagues behind the same IP address. Slugs can be guessed, so for the
 * rest of the minute such a client learns nothing about them, whether they exist or not. A visitor
 * with a proof for the link still passes.
 */
export async function resolve(
  strapi: Core.Strapi,
  address: unknown,
  visitor: Visitor
): Promise<Resolved> {
  const { settings, outcome } = await outcomeFor(strapi, address, visitor);
  const { link: row, ...rest } = outcome;
  const link = row && openedLink(strapi, row, String(address));
  return { settings, outcome: { ...rest, link } as Resolved['outcome'] };
}

async function outcomeFor(
  strapi: Core.Strapi,
  address: unknown,
  visitor: Visitor
): Promise<{ outcome: Outcome; settings: Settings }> {
  if (!isAddress(address)) {
    const settings = await knownSettings(strapi);
    const denied = { kind: 'denied', reason: 'malformed', link: null } as const;
    return { settings, outcome: await countRefusal(strapi, settings, visitor, denied) };
  }
  const [settings, { link, isGuessable }] = await Promise.all([
    getSettings(strapi),
    linkAt(strapi, address),
  ]);
  const now = new Date();
  const { isUnlocked, readViewer } = proofs(strapi);
  // Other links are refused anyway, so their policy is not read.
  const couldOpen = link !== null && stateOf({ ...link, maxViewers: null }, now) === 'active';
  const [policy, isGone] = couldOpen
    ? await Promise.all([policyOf(strapi, settings, link), goneMakers(strapi, settings, [link])])
    : ['off' as const, () => false];
  const facts = {
    isUnlocked: link !== null && isUnlocked(link, visitor.unlockProof, now),
    isViewer: link !== null && readViewer(link, visitor.viewerProof) !== null,
    isRobot: visitor.isRobot,
    policy,
    isMakerGone: link !== null && isGone(link),
  };
  const outcome = decide(link, settings, facts, now);
  if (outcome.kind === 'denied' && isCounted(settings, outcome.reason)) {
    return { settings, outcome: await countRefusal(strapi, settings, visitor, outcome) };
  }
  // This check comes after the look-up, so that many guesses at once get no more answers than the
  // limit allows.
  const isKnown = facts.isUnlocked || facts.isViewer;
  const retryAfter =
    isGuessable && !isKnown
      ? await limitsOf(strapi).guessing(visitor.client, settings.limits)
      : null;
  return {
    settings,
    outcome: retryAfter === null ? outcome : { kind: 'limited', retryAfter, link },
  };
}

async function policyOf(
  strapi: Core.Strapi,
  settings: Settings,
  link: LinkRow
): Promise<'off' | 'view'> {
  const ref = { uid: link.contentType, documentId: link.entryDocumentId };
  return (await effectivePolicy(strapi, settings, ref)).effective;
}

function isAddress(value: unknown): value is string {
  return parseToken(value) !== null || parseSlug(value) !== null;
}

/** `isGuessable` is true if the address is a slug that does not match a token. */
async function linkAt(
  strapi: Core.Strapi,
  address: string
): Promise<{ link: LinkRow | null; isGuessable: boolean }> {
  const rows = linkRows(strapi);
  const token = parseToken(address);
  const byToken = token && (await rows.byAddress({ tokenHash: hashToken(token) }));
  if (byToken) return { link: byToken, isGuessable: false };
  // A slug of 32 characters also looks like a token.
  const slug = parseSlug(address);
  return { link: slug ? await rows.byAddress({ slug }) : null, isGuessable: slug !== null };
}

function parseSlug(value: unknown): string | null {
  const isSlug =
    typeof value === 'string' &&
    value.length >= SLUG_MIN_LENGTH &&
    value.length <= SLUG_MAX_LENGTH &&
    SLUG_PATTERN.test(value);
  return isSlug ? value : null;
}
