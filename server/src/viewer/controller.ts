import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import type { Settings } from '../../../contracts/settings';
import type { PublicAnswer, ShownEntry } from '../../../contracts/shown';
import type { DenialReason } from '../access/decide';
import { useCsp } from '../access/headers';
import { resolve } from '../access/resolve';
import { rememberViewer, visitorOf } from '../access/visitor';
import { admit } from '../access/viewers';
import { showEntry } from '../content/shown';
import { Refused, errorBody, refuse } from '../errors';
import { announce } from '../links/announce';
import type { LinkRow } from '../links/schema';
import { countView } from '../visits/count';
import {
  renderEntryPage,
  renderExplainedRefusal,
  renderPasswordPage,
  renderRefusalPage,
} from './render';
import type { RenderedPage } from './render';

/** What a visitor gets: content, a question for the password, or a refusal. */
type Opened =
  | { kind: 'open'; entry: ShownEntry; settings: Settings }
  | { kind: 'locked'; settings: Settings }
  | { kind: 'denied'; reason: DenialReason; settings: Settings };

/** What visitors reach. The address and their proofs are all that is taken from their requests. */
export function publicHandlers(strapi: Core.Strapi) {
  return {
    /** `GET /share/:token`: the page, the password form with 401, or a refusal. */
    async page(ctx: Context) {
      const opened = await open(ctx);
      if (opened.kind === 'denied') return refusalPage(ctx, opened.settings, opened.reason);
      const { branding } = opened.settings;
      if (opened.kind === 'locked') return passwordPage(ctx, opened.settings, false);
      sendPage(ctx, 200, renderEntryPage(opened.entry, branding));
    },

    /**
     * `GET /api/share-links/public/:token`: `PublicAnswer`; 401 `password-required` when locked.
     */
    async json(ctx: Context) {
      const opened = await open(ctx);
      if (opened.kind === 'locked') refuse('password-required', 'This link needs a password');
      if (opened.kind === 'denied') return refuseJson(opened.settings, opened.reason);
      ctx.body = { data: opened.entry } satisfies PublicAnswer;
    },

    /** Anything else below the prefix. */
    async strayPage(ctx: Context) {
      const { settings } = await resolve(strapi, null, visitorOf(ctx));
      refusalPage(ctx, settings, 'malformed');
    },

    async strayJson(ctx: Context) {
      const { settings } = await resolve(strapi, null, visitorOf(ctx));
      refuseJson(settings, 'malformed');
    },
  };

  async function open(ctx: Context): Promise<Opened> {
    const visitor = visitorOf(ctx);
    const { outcome, settings } = await resolve(strapi, tokenParam(ctx), visitor);
    if (outcome.kind === 'locked') return { kind: 'locked', settings };
    if (outcome.kind === 'denied') return { kind: 'denied', reason: outcome.reason, settings };

    const { link } = outcome;
    const entry = await contentOf(link, settings);
    if (!entry) return { kind: 'denied', reason: 'entry-gone', settings };
    const admission = await admit(strapi, link, visitor);
    if (!admission.admitted) return { kind: 'denied', reason: 'exhausted', settings };
    if (admission.viewerProof) rememberViewer(ctx, ctx.path, admission.viewerProof);
    countView(strapi, ctx, link);
    if (ctx.method === 'GET' && !visitor.isRobot) {
      ctx.res.once('finish', () => void announce(strapi, 'share-link.visit', link));
    }
    return { kind: 'open', entry, settings };
  }

  async function contentOf(link: LinkRow, settings: Settings): Promise<ShownEntry | null> {
    if (link.shows === 'frozen') return link.frozen;
    return showEntry(strapi, settings, {
      contentType: link.contentType,
      documentId: link.entryDocumentId,
      locale: link.entryLocale,
      shows: link.shows,
      fields: link.fields,
    });
  }
}

export function tokenParam(ctx: Context): unknown {
  return (ctx.params as { token?: string }).token;
}

/**
 * 404 as for a link that never was; on sites that explain, 403 for one that is no longer active.
 */
export function refusalPage(ctx: Context, settings: Settings, reason: DenialReason): void {
  const { branding } = settings;
  if (isExplained(settings, reason)) {
    return sendPage(ctx, 403, renderExplainedRefusal(branding, reason));
  }
  sendPage(ctx, 404, renderRefusalPage(branding));
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
  const action = `${ctx.path.replace(/\/unlock$/, '')}/unlock`;
  sendPage(ctx, 401, renderPasswordPage(settings.branding, action, isWrong));
}

export function methodNotAllowed(ctx: Context): void {
  const allowed = ctx.path.endsWith('/unlock') ? 'POST' : 'GET, HEAD';
  const error = new Refused('method-not-allowed', `This address only answers ${allowed}`);
  ctx.set('Allow', allowed);
  ctx.status = error.status;
  ctx.body = errorBody(error);
}

/** A link that never was is not explained: there is nothing to explain, and nothing to find. */
function isExplained(settings: Settings, reason: DenialReason): boolean {
  return settings.refusal === 'explained' && reason !== 'unknown' && reason !== 'malformed';
}

function sendPage(ctx: Context, status: number, page: RenderedPage): void {
  useCsp(ctx, page.csp);
  ctx.status = status;
  ctx.type = 'text/html; charset=utf-8';
  ctx.body = page.html;
}
