import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import { VIEWER_HEADER } from '../../../contracts/headers';
import { PLUGIN_ID } from '../../../contracts/permissions';
import type { Settings } from '../../../contracts/settings';
import type { PublicAnswer } from '../../../contracts/shown';
import type { VisitOutcome } from '../../../contracts/visits';
import { admit } from '../access/admit';
import type { DenialReason, Outcome } from '../access/decide';
import { countRefusal, isExplained } from '../access/refusal';
import { resolve } from '../access/resolve';
import { rememberViewer, visitorOf } from '../access/visitor';
import { describePaths } from '../content/describe';
import { openContent } from '../content/open-content';
import type { Source } from '../content/open-content';
import type { Place } from '../content/place';
import { Refused, refuse } from '../core/errors';
import { pause } from '../core/pause';
import { allowRobots } from '../http/headers';
import { BUSY_SECONDS, enterWork } from '../limits/work-places';
import type { WorkKind } from '../limits/work-places';
import { sourceOf } from '../links/rules/snapshot';
import type { LinkRow } from '../links/store/link-schema';
import { withAddresses } from '../page/addresses';
import { fileHosts } from '../page/file-hosts';
import {
  renderExplainedRefusal,
  renderPasswordPage,
  renderRefusalPage,
  renderStubPage,
} from '../page/render';
import { renderersOf } from '../page/renderers';
import { linkUrl } from '../settings/public-url';
import { pluginConfig } from '../settings/service';
import { isPartOfVisit } from '../visits/part-of-visit';
import { recordVisit } from '../visits/record';
import { pageScript } from './assets';
import { isRefresh, sendTagged, stampPage } from './etag';
import { isGuarded, packedFiles } from './files/packed';
import { isLocalProvider } from './files/stored';
import { limitedJson, limitedPage } from './limited';
import { isJson, linkPath, placeOf, segmentsOf } from './page-address';
import { renderOpened } from './render-opened';
import { lookOf, sendPage } from './send';

/** What a visitor gets: content, a question for the password, or a refusal. */
export type Opened<Content, Part = undefined> =
  | {
      kind: 'open';
      link: LinkRow;
      isCrawlable: boolean;
      place: Place;
      content: Content;
      settings: Settings;
      part: Part;
    }
  | { kind: 'locked'; settings: Settings }
  | { kind: 'denied'; reason: DenialReason; link: LinkRow | null; settings: Settings }
  | { kind: 'limited'; retryAfter: number; settings: Settings };

/** Reads what is needed of a place of a link; null when there is nothing. */
type ReadPlace<Content> = (
  strapi: Core.Strapi,
  settings: Settings,
  source: Source,
  place: Place
) => Promise<Content | null>;

/** Finds the one part of an open link that is asked for; null when it has no such part. */
type FindPart<Content, Part> = (
  link: LinkRow,
  content: Content,
  settings: Settings
) => Promise<Part | null>;

/** The way in. A part that is not there is refused like a link that never was. */
export type OpenLink = <Content, Part = undefined>(
  ctx: Context,
  read: ReadPlace<Content>,
  findPart?: FindPart<Content, Part>,
  /** What the visitor has asked for with the part, to be recorded. */
  askedFor?: (link: LinkRow, part: Part) => VisitOutcome | undefined,
  /** What has to be done to read it. */
  work?: WorkKind
) => Promise<Opened<Content, Part>>;

const UNSEEN = { admitted: true, viewerProof: null, tookPlace: false } as const;

/** What visitors reach. The address and their proofs are all that is taken from their requests. */
export function publicHandlers(strapi: Core.Strapi) {
  const { prefix } = pluginConfig(strapi);
  const api = `${strapi.config.get('api.rest.prefix', '/api')}/${PLUGIN_ID}/public`;
  const script = pageScript(prefix);

  return {
    open,

    /** `GET /share/:token` and below: the page, the password form with 401, or a refusal. */
    async page(ctx: Context) {
      const opened = await open(ctx, openContent);
      if (opened.kind === 'limited') return limitedPage(ctx, opened.settings, opened.retryAfter);
      if (opened.kind === 'denied' && opened.reason === 'robot') {
        return stubPage(ctx, opened.link, opened.settings);
      }
      if (opened.kind === 'denied') return refusalPage(ctx, opened.settings, opened.reason);
      if (opened.kind === 'locked') return passwordPage(ctx, opened.settings, false);
      const { content, place } = opened;
      const { link, settings } = opened;
      const address = link.slug ?? String(tokenParam(ctx));
      const page = await renderOpened({
        content,
        crawledAt: opened.isCrawlable ? linkUrl(strapi, settings, address) : null,
        options: {
          ...lookOf(ctx, opened.settings),
          place,
          base: `${prefix}/${String(tokenParam(ctx))}`,
          allowDownload: link.allowDownload,
          canPack: isLocalProvider(strapi),
          fileHosts: fileHosts(strapi),
          refreshSeconds: link.refreshSeconds,
          renderers: renderersOf(strapi),
          script,
        },
      });
      await pause();
      if (opened.isCrawlable) allowRobots(ctx);
      sendPage(ctx, 200, page);
      sendTagged(strapi, ctx, link, page.html, stampPage);
    },

    /**
     * `GET /api/share-links/public/:token` and below: `PublicAnswer`; 401 `password-required` when
     * locked.
     */
    async json(ctx: Context) {
      const opened = await open(ctx, openContent);
      if (opened.kind === 'limited') return limitedJson(ctx, opened.retryAfter);
      if (opened.kind === 'locked') refuse('password-required', 'This link needs a password');
      if (opened.kind === 'denied') return refuseJson(opened.settings, opened.reason);
      const { link, content, place, settings } = opened;
      await pause();
      const at = [api, String(tokenParam(ctx)), ...segmentsOf(place)].join('/');
      const answer = {
        data: withAddresses(content.entry, at),
        meta: {
          ...content.around,
          schema: await describePaths(strapi, settings, content.uid, content.paths),
          refreshSeconds: link.refreshSeconds,
          allowDownload: link.allowDownload,
          zip: packedFiles(strapi, link, content.entry) && `${at}/files.zip`,
          isGuarded: isGuarded(link),
          branding: settings.branding,
          expiresAt: link.expiresAt && new Date(link.expiresAt).toISOString(),
        },
      } satisfies PublicAnswer;
      ctx.type = 'json';
      sendTagged(strapi, ctx, link, JSON.stringify(answer));
    },

    /** Anything else below the prefix. */
    async strayPage(ctx: Context) {
      const { outcome, settings } = await resolve(strapi, null, visitorOf(ctx));
      if (outcome.kind === 'limited') return limitedPage(ctx, settings, outcome.retryAfter);
      refusalPage(ctx, settings, 'malformed');
    },

    async strayJson(ctx: Context) {
      const { outcome, settings } = await resolve(strapi, null, visitorOf(ctx));
      if (outcome.kind === 'limited') return limitedJson(ctx, outcome.retryAfter);
      refuseJson(settings, 'malformed');
    },
  };

  async function open<Content, Part = undefined>(
    ctx: Context,
    read: ReadPlace<Content>,
    findPart?: FindPart<Content, Part>,
    askedFor?: (link: LinkRow, part: Part) => VisitOutcome | undefined,
    work: WorkKind = 'page'
  ): Promise<Opened<Content, Part>> {
    const visitor = visitorOf(ctx);
    let resolved = await resolve(strapi, tokenParam(ctx), visitor);
    if (resolved.outcome.kind !== 'open') return shutOut(ctx, resolved.outcome, resolved.settings);
    const entered = await enterWork(ctx, work);
    // While somebody waits, the link may be closed.
    if (entered?.hasWaited) resolved = await resolve(strapi, tokenParam(ctx), visitor);
    const { outcome, settings } = resolved;
    const { link } = outcome;
    if (outcome.kind !== 'open') return shutOut(ctx, outcome, settings);
    if (!entered) {
      const limited = { kind: 'limited', retryAfter: BUSY_SECONDS[work], link } as const;
      return shutOut(ctx, limited, settings);
    }
    const deny = async (reason: DenialReason): Promise<Opened<Content, Part>> => {
      recordVisit(strapi, ctx, { link, outcome: 'refused', reason });
      const denied = { kind: 'denied', reason, link } as const;
      return { ...(await countRefusal(strapi, settings, visitor, denied)), settings };
    };
    const place = placeOf(ctx);
    const source = sourceOf(strapi, outcome.link);
    const content = place && (await read(strapi, settings, source, place));
    if (!place || !content) return deny('entry-gone');
    const part = findPart && (await findPart(outcome.link, content, settings));
    if (part === null) return { kind: 'denied', reason: 'unknown', link: null, settings };
    // Who asks for the headers alone is shown nothing, and takes nobody's place.
    const admission = ctx.method === 'HEAD' ? UNSEEN : await admit(strapi, outcome.link, visitor);
    if (!admission.admitted) return deny('exhausted');
    // With the parts of a page a visitor is known only where there is a place to be kept.
    const isKept = !findPart || outcome.link.maxViewers !== null;
    if (admission.viewerProof && isKept) {
      rememberViewer(ctx, linkPath(ctx), admission.viewerProof);
      if (isJson(ctx)) ctx.set(VIEWER_HEADER, admission.viewerProof);
    }
    const opened = {
      kind: 'open',
      link: outcome.link,
      isCrawlable: outcome.isCrawlable,
      place,
      content,
      settings,
      part: part as Part,
    } as const;
    if (findPart) {
      // What a page shows by itself has been counted with the page, if it was opened before.
      const asked = askedFor?.(outcome.link, part as Part);
      const recorded = asked ?? (admission.tookPlace ? 'opened' : undefined);
      if (recorded) recordVisit(strapi, ctx, { link, outcome: recorded });
      return opened;
    }
    // From now on, what belongs to the page is no visit of its own.
    isPartOfVisit(strapi, ctx, outcome.link);
    const repeats = isRefresh(strapi, ctx, outcome.link);
    recordVisit(strapi, ctx, { link, outcome: 'opened', isRefresh: repeats });
    return opened;
  }

  /** What becomes of a visitor who is not let in, and what is recorded of them. */
  function shutOut(
    ctx: Context,
    outcome: Exclude<Outcome, { kind: 'open' }>,
    settings: Settings
  ): Exclude<Opened<never>, { kind: 'open' }> {
    const { link, kind } = outcome;
    if (kind !== 'denied') {
      recordVisit(strapi, ctx, { link, outcome: kind });
      return kind === 'locked' ? { kind, settings } : { ...outcome, settings };
    }
    // A robot is shown its page, and marked as one.
    const { reason } = outcome;
    recordVisit(strapi, ctx, { link, outcome: reason === 'robot' ? 'opened' : 'refused', reason });
    return { ...outcome, settings };
  }

  /** A robot learns no more of a link than a person: one that shows nothing refuses both. */
  async function stubPage(ctx: Context, link: LinkRow | null, settings: Settings): Promise<void> {
    if (!(await enterWork(ctx, 'page'))) return limitedPage(ctx, settings, BUSY_SECONDS.page);
    const place = placeOf(ctx);
    const isThere =
      link !== null &&
      (link.passwordHash !== null ||
        (place !== null &&
          (await openContent(strapi, settings, sourceOf(strapi, link), place)) !== null));
    if (!isThere) {
      const denied = { kind: 'denied', reason: 'entry-gone', link } as const;
      const outcome = await countRefusal(strapi, settings, visitorOf(ctx), denied);
      if (outcome.kind === 'limited') return limitedPage(ctx, settings, outcome.retryAfter);
      return refusalPage(ctx, settings, outcome.reason);
    }
    sendPage(ctx, 200, renderStubPage(lookOf(ctx, settings)));
  }
}

export function tokenParam(ctx: Context): unknown {
  return (ctx.params as { token?: string }).token;
}

/**
 * 404 as for a link that never was; on sites that explain, 403 for one that is no longer active.
 */
export function refusalPage(ctx: Context, settings: Settings, reason: DenialReason): void {
  if (isExplained(settings, reason)) {
    return sendPage(ctx, 403, renderExplainedRefusal(reason, lookOf(ctx, settings)));
  }
  sendPage(ctx, 404, renderRefusalPage(lookOf(ctx, settings)));
}

export function refuseJson(settings: Settings, reason: DenialReason): never {
  if (isExplained(settings, reason)) {
    throw new Refused(
      'link-unavailable',
      'Access Denied: this share link is no longer active',
      undefined,
      403
    );
  }
  refuse('link-unavailable', 'Invalid or expired public link');
}

/** The password form; its `action` is relative, so that no header can point it elsewhere. */
export function passwordPage(ctx: Context, settings: Settings, isWrong: boolean): void {
  const action = `${linkPath(ctx)}/unlock`;
  sendPage(ctx, 401, renderPasswordPage(action, isWrong, lookOf(ctx, settings)));
}
