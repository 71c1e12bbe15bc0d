import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context, Next } from 'koa';

import { ERROR_STATUS } from '../../../contracts/errors';
import { Refused } from '../core/errors';
import { isBrowser } from '../http/browsers';
import {
  renderFailurePage,
  renderLimitedPage,
  renderRefusalPage,
  renderStoppedPage,
} from '../page/render';
import type { RenderedPage } from '../page/render';
import { lastSettings } from '../settings/service';
import { lookOf, sendPage } from './respond';

interface PathTests {
  isPublic(path: string): boolean;
  isPublicJson(path: string): boolean;
}

/**
 * Answers whatever goes wrong under the public paths, also in middlewares of the site and before
 * Strapi's own: with a page where visitors expect one, and in Strapi's shape for programs. The
 * status stays the same. An error of the site is logged once; Strapi's middleware logs those that
 * it sees.
 */
export function answerErrors(strapi: Core.Strapi, { isPublic, isPublicJson }: PathTests) {
  return async (ctx: Context, next: Next): Promise<void> => {
    if (!isPublic(ctx.path)) return next();
    const isJson = isPublicJson(ctx.path);
    try {
      await next();
    } catch (error) {
      answerThrown(strapi, ctx, error);
    }
    if (!isJson && isErrorWithoutPage(ctx)) {
      sendPage(ctx, ctx.status, errorPage(strapi, ctx));
    }
  };
}

/**
 * Returns true for Strapi's JSON about an error, and for a status without a body. Programs get the
 * plugin's own codes as JSON; a person who looks at a browser never does.
 */
function isErrorWithoutPage(ctx: Context): boolean {
  if (ctx.status < 400 || ctx.respond === false || ctx.headerSent) return false;
  const body = ctx.body as { error?: { details?: { code?: string } } | null } | null | undefined;
  if (body === null || body === undefined) return true;
  const { error } = body;
  if (typeof error !== 'object' || error === null) return false;
  return isBrowser(ctx) || !Object.hasOwn(ERROR_STATUS, error.details?.code ?? '');
}

function errorPage(strapi: Core.Strapi, ctx: Context): RenderedPage {
  forgetContent(ctx);
  const look = lookOf(ctx, lastSettings(strapi));
  const seconds = ctx.response.get('Retry-After');
  if (ctx.status >= 500) return renderFailurePage(look);
  if (ctx.status === 404) return renderRefusalPage(look);
  if (ctx.status === 429 && /^\d{1,6}$/.test(seconds)) return renderLimitedPage(+seconds, look);
  return renderStoppedPage(look);
}

/** A middleware may throw after a page or a file was already prepared. */
function forgetContent(ctx: Context): void {
  const names = ['Disposition', 'Encoding', 'Language', 'Range'].map((name) => `Content-${name}`);
  for (const name of [...names, 'Accept-Ranges', 'ETag', 'Last-Modified']) ctx.remove(name);
}

/** Answers in the shape that Strapi's `strapi::errors` gives to the errors that reach it. */
function answerThrown(strapi: Core.Strapi, ctx: Context, thrown: unknown): void {
  const status = statusOf(thrown);
  if (status === null) strapi.log.error(thrown instanceof Error ? thrown : String(thrown));
  forgetContent(ctx);
  const { name, message, details, headers } = (status === null ? {} : thrown) as Partial<
    Error & { details: unknown; headers: Record<string, string> }
  >;
  // Such as `WWW-Authenticate` or `Retry-After`. All headers of the plugin are set later.
  for (const [header, value] of Object.entries(headers ?? {})) ctx.set(header, value);
  ctx.status = status ?? failureStatus(thrown);
  ctx.body = {
    data: null,
    error:
      status === null
        ? { status: ctx.status, name: 'InternalServerError', message: ctx.response.message }
        : { status, name, message, details },
  };
}

const STATUS_OF = [
  [errors.UnauthorizedError, 401],
  [errors.ForbiddenError, 403],
  [errors.NotFoundError, 404],
  [errors.PayloadTooLargeError, 413],
  [errors.RateLimitError, 429],
  [errors.NotImplementedError, 501],
  [errors.ApplicationError, 400],
] as const;

/** The status that an error is meant to answer with. Returns null for a failure. */
function statusOf(thrown: unknown): number | null {
  if (thrown instanceof Refused) return thrown.status;
  const known = STATUS_OF.find(([kind]) => thrown instanceof kind);
  if (known) return known[1];
  const { status, expose } = (thrown ?? {}) as { status?: unknown; expose?: unknown };
  const isMeant =
    thrown instanceof Error && (expose === true || thrown instanceof errors.HttpError);
  return isMeant && isErrorStatus(status) ? status : null;
}

/** A failure may name its status, such as 503. */
function failureStatus(thrown: unknown): number {
  const { status } = (thrown ?? {}) as { status?: unknown };
  return isErrorStatus(status) && thrown instanceof Error ? status : 500;
}

function isErrorStatus(status: unknown): status is number {
  return Number.isInteger(status) && (status as number) >= 400 && (status as number) < 600;
}
