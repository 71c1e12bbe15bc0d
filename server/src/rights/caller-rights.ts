import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';

import { refuse } from '../core/errors';
import { shareableUids } from '../schema/shareable-types';
import { programRights } from './rights';
import type { Rights } from './rights';

interface Auth {
  strategy: { name: string };
  credentials: { name?: string; username?: string } | null;
}

/**
 * The rights of a caller of the content API. Strapi has already checked the route's own scope. To
 * share entries of a type, the token must also be allowed to read them.
 *
 * @throws Refused `not-allowed` for callers without a token, even if the public role has the right
 */
export async function callerRights(strapi: Core.Strapi, ctx: Context): Promise<Rights> {
  const auth = ctx.state.auth as Auth | undefined;
  if (!auth?.credentials) refuse('not-allowed', 'Links can’t be managed without a token');

  const readable = new Set<string>();
  for (const uid of shareableUids(strapi)) {
    if (await canRead(strapi, auth, uid)) readable.add(uid);
  }
  return programRights(
    callerName(auth),
    (uid) => readable.has(uid),
    isCustomer(auth) ? 'Your role' : 'This token',
    (uid) => readAction(strapi, uid)
  );
}

async function canRead(strapi: Core.Strapi, auth: Auth, uid: string): Promise<boolean> {
  const scope = [readAction(strapi, uid)];
  try {
    const service = strapi.get('auth') as { verify(auth: Auth, config: object): Promise<void> };
    await service.verify(auth, { scope });
    return true;
  } catch (error) {
    const refused =
      error instanceof errors.ForbiddenError || error instanceof errors.UnauthorizedError;
    if (!refused) throw error;
    return false;
  }
}

/** The permission of a token or role that reads an entry of the type. */
function readAction(strapi: Core.Strapi, uid: string): string {
  const { kind } = strapi.getModel(uid as 'api::x.x') as { kind?: string };
  return `${uid}.${kind === 'singleType' ? 'find' : 'findOne'}`;
}

const isCustomer = ({ strategy }: Auth) => strategy.name === 'users-permissions';

function callerName(auth: Auth): string {
  const { name, username } = auth.credentials ?? {};
  if (isCustomer(auth)) {
    return username && !username.includes('@') ? username : 'User';
  }
  return name ? `API token ${name}`.slice(0, 255) : 'API token';
}
