import { createHash } from 'node:crypto';

import type { Core } from '@strapi/strapi';

/** The columns that name a maker across sites. */
export interface MakerKeys {
  makerKey: string | null;
  makerEmailHash: string | null;
}

/**
 * The names of an admin user that survive an export and import of content. Strapi leaves admin
 * users out of an export, so another site may know the same person by another document id, or
 * another person by the same `id`.
 */
export async function makerKeys(strapi: Core.Strapi, id: number | null): Promise<MakerKeys> {
  const user =
    id === null
      ? null
      : ((await strapi.db
          .query('admin::user')
          .findOne({ where: { id }, select: ['documentId', 'email'] })) as {
          documentId: string;
          email: string;
        } | null);
  return {
    makerKey: user?.documentId ?? null,
    makerEmailHash: user ? emailHash(user.email) : null,
  };
}

/** An export of links must not hold e-mail addresses. */
export function emailHash(email: string): string {
  return createHash('sha256').update(email.trim().toLowerCase()).digest('base64url');
}
