import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import { adminRights } from './rights';
import type { Rights, Ability } from './rights';

/** The rights of the admin user or admin token that sends the request. */
export function rightsIn(strapi: Core.Strapi, ctx: Context): Rights {
  const { user, userAbility, auth } = ctx.state as {
    user: { id: number };
    userAbility: Ability;
    auth?: { strategy?: { name?: string }; credentials?: { name?: string } | null };
  };
  if (auth?.strategy?.name === 'admin') return adminRights(strapi, user, userAbility);
  // For a token, Strapi sets its owner as the user.
  return adminRights(strapi, user, userAbility, { token: auth?.credentials?.name ?? '' });
}
