import { errors } from '@strapi/utils';
import type { Context } from 'koa';

import type { Ability } from './rights';

/**
 * Allows a request if the user has at least one of `config.actions` on any content type. Strapi's
 * own policy requires all of them and, without a subject, never matches a content-type action.
 */
export function hasPermissions(ctx: Context, config: { actions: string[] }): boolean {
  const ability = ctx.state.userAbility as Ability | undefined;
  const granted = config.actions.some((action) =>
    ability?.rules.some((rule) => !rule.inverted && [rule.action].flat().includes(action))
  );
  if (!granted) {
    throw new errors.PolicyError(messageFor(ctx, config.actions), { code: 'not-allowed' });
  }
  return true;
}

/** A person asks somebody for a right. A token has to be given a permission, so it is named. */
function messageFor(ctx: Context, actions: string[]): string {
  const { auth } = ctx.state as { auth?: { strategy?: { name?: string } } };
  if (auth?.strategy?.name === 'admin') return 'Your role does not allow this';
  return `This token has no permission ${actions.join(' or ')}`;
}
