import { errors } from '@strapi/utils';
import type { Context } from 'koa';

import { isOwnHost } from './own-address';

/**
 * Refuses a form from another site, or from another port or subdomain of this one: it must not act
 * for a visitor.
 *
 * @throws ForbiddenError
 */
export function refuseOtherSites(ctx: Context): void {
  const site = ctx.get('Sec-Fetch-Site');
  const origin = ctx.get('Origin');
  const isOther = site
    ? site !== 'same-origin' && site !== 'none'
    : origin !== '' && origin !== 'null' && !isOwnHost(ctx, hostOf(origin));
  if (isOther) throw new errors.ForbiddenError('Send the form of the page itself');
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
