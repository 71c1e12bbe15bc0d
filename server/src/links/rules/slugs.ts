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
  const query = strapi.db.query(SLUG_UID);
  const find = () => query.findOne({ where: { slug } }) as Promise<SlugRow | null>;
  let owner = await find();
  if (!owner) {
    try {
      await query.create({ data: { slug, ...entry } });
      return;
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      owner = await find();
    }
  }
  const isOwn =
    owner?.contentType === entry.contentType && owner.entryDocumentId === entry.entryDocumentId;
  if (!isOwn) refuseTaken();
}

/** Tells only that the slug is taken: nobody may learn which link has it. */
export function refuseTaken(): never {
  refuseField('slug', 'This address is taken; choose another one', 'slug-taken');
}
