import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import { VIEWER_HEADER } from '../../../contracts/headers';
import type { Settings } from '../../../contracts/settings';
import type { VisitOutcome } from '../../../contracts/visits';
import { admit } from '../access/admit';
import type { DenialReason, Outcome } from '../access/decide';
import type { OpenedLink } from '../access/opened-link';
import { unlockedFor } from '../access/proofs';
import { countRefusal, missingContent } from '../access/refusal';
import { resolve } from '../access/resolve';
import { rememberUnlock, rememberViewer } from '../access/visitor';
import type { Visitor } from '../access/visitor';
import type { Source } from '../content/open-content';
import type { Place } from '../content/place';
import { isRespelled } from '../http/own-address';
import { BUSY_SECONDS, enterWork } from '../limits/work-places';
import type { WorkKind } from '../limits/work-places';
import { isPartOfVisit } from '../visits/part-of-visit';
import { recordVisit } from '../visits/record';
import type { VisitFacts } from '../visits/record';
import { isRefresh } from './etag';
import { hasJustEntered } from './entering';
import { openPreview } from './preview';
import { cookieScope, linkPath, requestOf } from './request';

/** What a visitor gets: content, the password form, or a refusal. */
export type Opened<Content, Part = undefined> = OpenLink<Content, Part> | Shut;

interface OpenLink<Content, Part> {
  kind: 'open';
  link: OpenedLink;
  isCrawlable: boolean;
  place: Place;
  content: Content;
  settings: Settings;
  part: Part;
  /** The page must make the browser come back once, which keeps the visitor's place. */
  isProvisional?: boolean;
}

/** Why there is no content. */
export type Shut = { settings: Settings } & (
  | { kind: 'locked' | 'moved' | 'asking'; link: OpenedLink }
  | { kind: 'denied'; reason: DenialReason; link: OpenedLink | null }
  | { kind: 'limited'; retryAfter: number }
  /** A preview whose time is over, or one of a link that shows nothing. */
  | { kind: 'ended' }
  | { kind: 'empty' }
);

/** What a handler needs from a link. */
export interface Asked<Content, Part> {
  /** Reads the content of a place. Returns null if there is none. */
  read(
    strapi: Core.Strapi,
    settings: Settings,
    source: Source,
    place: Place
  ): Promise<Content | null>;
  /** Finds the requested part, such as a file. Returns null if there is no such part. */
  findPart?(link: OpenedLink, content: Content, settings: Settings): Promise<Part | null>;
  /** The outcome to record for the part; undefined records nothing. */
  outcomeOf?(link: OpenedLink, part: Part): VisitOutcome | undefined;
  /** The kind of work that reading takes. The default is `page`. */
  work?: WorkKind;
}

/** An answer, and the visit to record for it. */
interface Come<Content, Part> {
  opened: Opened<Content, Part>;
  visit: VisitFacts | null;
}

const UNSEEN = {
  admitted: true,
  viewerProof: null,
  tookPlace: false,
  isProvisional: false,
} as const;

/**
 * Finds the link, reads the content, admits the visitor and records the visit. It uses only the
 * address and the proofs from the request. A missing part is refused like an unknown link.
 */
export async function open<Content, Part = undefined>(
  strapi: Core.Strapi,
  ctx: Context,
  asked: Asked<Content, Part>
): Promise<Opened<Content, Part>> {
  if (requestOf(ctx).isPreview) return openPreview(strapi, ctx, asked);
  const { opened, visit } = await comeIn(strapi, ctx, asked);
  if (visit) recordVisit(strapi, ctx, visit);
  return opened;
}

async function comeIn<Content, Part>(
  strapi: Core.Strapi,
  ctx: Context,
  { read, findPart, outcomeOf, work = 'page' }: Asked<Content, Part>
): Promise<Come<Content, Part>> {
  const { address, visitor, place } = requestOf(ctx);
  let resolved = await resolve(strapi, address, visitor);
  if (resolved.outcome.kind !== 'open') return shutOut(ctx, resolved.outcome, resolved.settings);
  const entered = await enterWork(ctx, work);
  // The link may have closed while the visitor waited.
  if (entered?.hasWaited) resolved = await resolve(strapi, address, visitor);
  const { outcome, settings } = resolved;
  if (outcome.kind !== 'open') return shutOut(ctx, outcome, settings);
  const { link, isCrawlable } = outcome;
  if (!entered) {
    return shutOut(ctx, { kind: 'limited', retryAfter: BUSY_SECONDS[work], link }, settings);
  }
  const isTop = place?.childId === null && place.locale === null;
  const deny = async (reason: DenialReason): Promise<Come<never, never>> => {
    const denied = { kind: 'denied', reason, link } as const;
    // Its visitors know the link itself, but not which pages it has.
    const isKnown = isTop && link.proofs.readViewer(visitor.viewerProof) !== null;
    const refused = isKnown ? denied : await countRefusal(strapi, settings, visitor, denied);
    return { opened: { ...refused, settings }, visit: { link, outcome: 'refused', reason } };
  };
  const content = place && (await read(strapi, settings, link.source, place));
  if (!place || !content) {
    return deny(isTop ? await missingContent(strapi, link) : 'entry-gone');
  }
  const part = findPart && (await findPart(link, content, settings));
  if (part === null) {
    return { opened: { kind: 'denied', reason: 'unknown', link: null, settings }, visit: null };
  }
  if (isElsewhere(ctx, link)) {
    moveProofs(ctx, link);
    return { opened: { kind: 'moved', link, settings }, visit: null };
  }
  if (isInDoubt(link, visitor)) {
    // A program that wants a file must not take the page for it.
    const opened = { kind: findPart ? 'moved' : 'asking', link, settings } as const;
    return { opened, visit: { link, outcome: 'opened', isRobot: true } };
  }
  // A HEAD request shows nothing, so it takes no viewer's place.
  const asksBack = findPart === undefined;
  const admission =
    ctx.method === 'HEAD' ? UNSEEN : await admit(strapi, { link, visitor, asksBack });
  if (!admission.admitted) return deny('exhausted');
  // Parts of a page set the viewer's proof only on links that limit viewers, where it keeps a
  // place.
  const isKept = !findPart || link.rules.maxViewers !== null;
  if (admission.viewerProof && isKept) remember(ctx, link, admission.viewerProof);
  const opened = {
    kind: 'open',
    link,
    isCrawlable,
    place,
    content,
    settings,
    part: part as Part,
    isProvisional: admission.isProvisional,
  } as const;
  if (!findPart) return { opened, visit: visitOfPage(strapi, ctx, link) };
  // A part that a page loads by itself counted with the page, if the visitor opened that before.
  const asked = outcomeOf?.(link, opened.part) ?? (admission.tookPlace ? 'opened' : undefined);
  return { opened, visit: asked ? { link, outcome: asked } : null };
}

/** The answer to a visitor who is not admitted, and the visit to record. */
function shutOut(
  ctx: Context,
  outcome: Exclude<Outcome<OpenedLink>, { kind: 'open' }>,
  settings: Settings
): Come<never, never> {
  const { link, kind } = outcome;
  if (kind === 'locked' && isElsewhere(ctx, link)) {
    return { opened: { kind: 'moved', link, settings }, visit: null };
  }
  const opened = { ...outcome, settings };
  if (kind !== 'denied') return { opened, visit: { link, outcome: kind } };
  // A robot gets a page of its own; its visit is marked as a robot's.
  const { reason } = outcome;
  return {
    opened,
    visit: { link, outcome: reason === 'robot' ? 'opened' : 'refused', reason },
  };
}

function visitOfPage(strapi: Core.Strapi, ctx: Context, link: OpenedLink): VisitFacts {
  // From now on, requests for parts of this page belong to this visit.
  isPartOfVisit(strapi, ctx, link);
  const isCounted = isRefresh(ctx, link) || hasJustEntered(strapi, ctx, link);
  return { link, outcome: 'opened', isRefresh: isCounted };
}

/**
 * Returns true if a page has to send its visitor to another address, so that whoever comes by a token
 * and by a readable address is one visitor. Robots find that address in the page.
 */
function isElsewhere(ctx: Context, link: OpenedLink): boolean {
  const { answers, visitor, ownPath, isPlace, isPlaceExact } = requestOf(ctx);
  const isPage = answers === 'page' && isPlace && ctx.method === 'GET';
  const isOwn = ownPath === linkPath(ctx, link) && isPlaceExact && !isRespelled(ctx);
  return isPage && !visitor.isRobot && !isOwn;
}

/** Takes the proofs along to the link's own address, where cookies of another one are not sent. */
function moveProofs(ctx: Context, link: OpenedLink): void {
  const { viewerProof, unlockProof } = requestOf(ctx).visitor;
  const scope = cookieScope(ctx, link);
  if (viewerProof !== null && link.proofs.readViewer(viewerProof)) {
    rememberViewer(ctx, scope, viewerProof);
  }
  const secondsLeft = link.rules.hasPassword ? unlockedFor(unlockProof, new Date()) : 0;
  if (unlockProof !== null && secondsLeft > 0) rememberUnlock(ctx, scope, unlockProof, secondsLeft);
}

/** Returns true if a machine may be at the door of a link with few places. A password keeps it out. */
function isInDoubt({ rules, proofs }: OpenedLink, visitor: Visitor): boolean {
  const hasPlaces = rules.maxViewers !== null && !rules.hasPassword;
  return (
    hasPlaces && visitor.isDoubtful === true && proofs.readViewer(visitor.viewerProof) === null
  );
}

function remember(ctx: Context, link: OpenedLink, viewerProof: string): void {
  rememberViewer(ctx, cookieScope(ctx, link), viewerProof);
  if (requestOf(ctx).answers === 'json') ctx.set(VIEWER_HEADER, viewerProof);
}
