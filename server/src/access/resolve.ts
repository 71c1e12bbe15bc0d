import type { Core } from '@strapi/strapi';

import type { Settings } from '../../../contracts/settings';
import { limitsOf } from '../limits/count-attempts';
import { stateOf } from '../links/rules/state';
import { spellingsOf } from '../links/rules/spellings';
import type { Spellings } from '../links/rules/spellings';
import { hashToken } from '../links/rules/token';
import { linkRows } from '../links/store/link-rows';
import type { LinkRow } from '../links/store/link-schema';
import { placesOf } from '../links/store/places';
import { goneMakers } from '../rights/gone-makers';
import { getSettings, knownSettings } from '../settings/service';
import { effectivePolicy } from '../share-policy/effective';
import { decide } from './decide';
import type { Outcome } from './decide';
import { knownViewer } from './known-viewer';
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
  const { settings, outcome, given } = await outcomeFor(strapi, address, visitor);
  const { link: row, ...rest } = outcome;
  const link = row && openedLink(strapi, row, given);
  return { settings, outcome: { ...rest, link } as Resolved['outcome'] };
}

async function outcomeFor(
  strapi: Core.Strapi,
  address: unknown,
  visitor: Visitor
): Promise<{ outcome: Outcome; settings: Settings; given: string }> {
  const spellings = spellingsOf(address);
  if (spellings.tokens.length === 0 && spellings.slug === null) {
    const settings = await knownSettings(strapi);
    const denied = { kind: 'denied', reason: 'malformed', link: null } as const;
    const outcome = await countRefusal(strapi, settings, visitor, denied);
    return { settings, outcome, given: '' };
  }
  const [settings, { link, isGuessable, given }] = await Promise.all([
    getSettings(strapi),
    linkAt(strapi, spellings),
  ]);
  const now = new Date();
  // Other links are refused anyway, so their policy is not read.
  const couldOpen = link !== null && stateOf({ ...link, maxViewers: null }, now) === 'active';
  const [policy, isGone] = couldOpen
    ? await Promise.all([policyOf(strapi, settings, link), goneMakers(strapi, settings, [link])])
    : ['off' as const, () => false];
  const isViewer = link !== null && (await knownViewer(strapi, link, visitor)) !== null;
  const facts = {
    isUnlocked: link !== null && proofs(strapi).isUnlocked(link, visitor.unlockProof, now),
    isViewer,
    mayTakeOver: couldOpen && !isViewer && (await canTakeOver(strapi, link, visitor, now)),
    isRobot: visitor.isRobot,
    policy,
    isMakerGone: link !== null && isGone(link),
  };
  const outcome = decide(link, settings, facts, now);
  const isKnown = facts.isUnlocked || facts.isViewer;
  // An open page of a closed link asks again and again, and its visitor learns nothing new.
  if (outcome.kind === 'denied' && isKnown) return { settings, outcome, given };
  if (outcome.kind === 'denied' && isCounted(settings, outcome.reason)) {
    return { settings, outcome: await countRefusal(strapi, settings, visitor, outcome), given };
  }
  // This check comes after the look-up, so that many guesses at once get no more answers than the
  // limit allows.
  const retryAfter =
    isGuessable && !isKnown
      ? await limitsOf(strapi).guessing(visitor.client, settings.limits)
      : null;
  return {
    settings,
    outcome: retryAfter === null ? outcome : { kind: 'limited', retryAfter, link },
    given,
  };
}

/** Asks only for a person at a link that is full. */
async function canTakeOver(
  strapi: Core.Strapi,
  link: LinkRow,
  { isPerson, isRobot, client }: Visitor,
  now: Date
): Promise<boolean> {
  if (!isPerson || isRobot || stateOf(link, now) !== 'exhausted') return false;
  return placesOf(strapi).canTakeOver({ linkDocumentId: link.documentId, client }, now);
}

async function policyOf(
  strapi: Core.Strapi,
  settings: Settings,
  link: LinkRow
): Promise<'off' | 'view'> {
  const ref = { uid: link.contentType, documentId: link.entryDocumentId };
  return (await effectivePolicy(strapi, settings, ref)).effective;
}

interface Found {
  link: LinkRow | null;
  /** True for a slug that does not match a token. */
  isGuessable: boolean;
  /** The token or slug that found the link. */
  given: string;
}

async function linkAt(strapi: Core.Strapi, { tokens, slug }: Spellings): Promise<Found> {
  const byHash = new Map(tokens.map((token) => [hashToken(token), token]));
  const found = await rowsAt(strapi, [...byHash.keys()], slug);
  const byToken = found.find(({ tokenHash }) => byHash.has(tokenHash));
  if (byToken) {
    return { link: byToken, isGuessable: false, given: byHash.get(byToken.tokenHash)! };
  }
  return { link: found[0] ?? null, isGuessable: slug !== null, given: slug ?? '' };
}

/** One query by unique columns, whatever the address can mean. */
async function rowsAt(
  strapi: Core.Strapi,
  hashes: string[],
  slug: string | null
): Promise<LinkRow[]> {
  const rows = linkRows(strapi);
  const [tokenHash] = hashes;
  // A slug of 32 characters also looks like a token.
  if (hashes.length > 1 || (tokenHash && slug)) return rows.bySpellings(hashes, slug);
  const row = await (tokenHash
    ? rows.byAddress({ tokenHash })
    : rows.byAddress({ slug: slug ?? '' }));
  return row ? [row] : [];
}
