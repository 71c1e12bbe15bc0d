import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context, Next } from 'koa';

import { renderFailurePage } from '../page/render';
import { lastSettings } from '../settings/service';
import { lookOf, sendPage } from './respond';

/** Shows a visitor a page instead of Strapi's JSON when something breaks, and logs the error. */
export function answerFailures(strapi: Core.Strapi) {
  return async (ctx: Context, next: Next): Promise<void> => {
    try {
      await next();
    } catch (error) {
      if (isAnswer(error)) throw error;
      strapi.log.error(error);
      for (const name of ['Content-Disposition', 'Content-Range', 'ETag']) ctx.remove(name);
      sendPage(ctx, 500, renderFailurePage(lookOf(ctx, lastSettings(strapi))));
    }
  };
}

/** Returns true if the error has an HTTP status of its own. */
function isAnswer(error: unknown): boolean {
  const isStrapis = error instanceof errors.ApplicationError || error instanceof errors.HttpError;
  return isStrapis || (error instanceof Error && 'expose' in error && error.expose === true);
}
