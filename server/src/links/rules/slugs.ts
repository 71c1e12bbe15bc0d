import type { Core } from '@strapi/strapi';

import { isUniqueViolation } from '../../core/database-errors';
import { refuseField } from '../../core/errors';

const SLUG_UID = 'plugin::share-links.slug';

interface SlugRow {
  contentType: string;
  entryDocumentId: string;
}

/**
 * Reserves a slug for an entry, forever.
 *
 * @throws Refused `slug-taken` if it belongs, or ever belonged, to another entry
 */
export async function reserveSlug(
  strapi: Core.Strapi,
  slug: string,
  entry: SlugRow
): Promise<void> {
  let owner = await ownerOf(strapi, slug);
  if (!owner) {
    try {
      await strapi.db.query(SLUG_UID).create({ data: { slug, ...entry } });
      return;
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      owner = await ownerOf(strapi, slug);
    }
  }
  if (!isOwn(owner, entry)) refuseTaken();
}

/** Refuses a slug of another entry, and reserves none. */
export async function refuseOthers(
  strapi: Core.Strapi,
  slug: string,
  entry: SlugRow
): Promise<void> {
  const owner = await ownerOf(strapi, slug);
  if (owner && !isOwn(owner, entry)) refuseTaken();
}

function ownerOf(strapi: Core.Strapi, slug: string): Promise<SlugRow | null> {
  return strapi.db.query(SLUG_UID).findOne({ where: { slug } }) as Promise<SlugRow | null>;
}

function isOwn(owner: SlugRow | null, entry: SlugRow): boolean {
  return (
    owner?.contentType === entry.contentType && owner.entryDocumentId === entry.entryDocumentId
  );
}

/** Tells only that the slug is taken: nobody may learn which link has it. */
export function refuseTaken(): never {
  refuseField('slug', 'This address is taken; choose another one', 'slug-taken');
}
