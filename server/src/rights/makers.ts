import type { Core, UID } from '@strapi/strapi';

import { isThere } from './gone-makers';
import type { AdminState, MakerNames } from './gone-makers';
import { mayKeepSharing } from './permitted-link';
import type { Shown } from './permitted-link';
import { adminRights } from './rights';
import type { Ability, Rights } from './rights';
import { findEntry } from './target';
import type { EntryTitle, TitledEntry } from './titles';

interface AdminUser extends AdminState {
  email: string;
  preferedLanguage: string | null;
}

/** An active admin user who made links, with their current rights. */
export interface Maker {
  user: AdminUser & { documentId: string };
  rights: Rights;
}

/** Returns null if the user is deleted, blocked or not active. */
export async function findMaker(strapi: Core.Strapi, id: number): Promise<Maker | null> {
  const user = (await strapi.db
    .query('admin::user')
    .findOne({ where: { id }, populate: ['roles'] })) as Maker['user'] | null;
  if (!user || !isThere(user)) return null;
  const { engine } = strapi.service('admin::permission') as unknown as {
    engine: { generateUserAbility(user: AdminUser): Promise<Ability> };
  };
  return { user, rights: adminRights(strapi, user, await engine.generateUserAbility(user)) };
}

/**
 * Returns true if a person is the maker of a link and may still share all of it. After an import,
 * somebody else may have the maker's id here.
 */
export async function mayStillShare(
  strapi: Core.Strapi,
  maker: Maker | null,
  link: Shown & Pick<TitledEntry, 'entryDocumentId'> & MakerNames
): Promise<boolean> {
  if (!maker || maker.user.id !== link.sharedById) return false;
  if (link.makerKey !== null && link.makerKey !== maker.user.documentId) return false;
  const { contentType, entryDocumentId } = link;
  // The job for orphaned links handles a missing entry, and gives a better reason.
  return mayKeepSharing(strapi, maker.rights, link, (locale) =>
    findEntry(strapi, contentType, entryDocumentId, locale, 'draft')
  );
}

/**
 * The title of a link's entry if its maker may read it now; otherwise the name of the entry's type.
 */
export async function titleFor(
  strapi: Core.Strapi,
  { rights }: Maker,
  { contentType, entryDocumentId, entryLocale }: TitledEntry,
  title: EntryTitle | null
): Promise<string | null> {
  if (title && rights.readsTypeField(contentType, title.field, entryLocale)) return title.text;
  const entry =
    title && (await findEntry(strapi, contentType, entryDocumentId, entryLocale, 'draft'));
  if (entry && rights.readsField(contentType, entry, title.field)) return title.text;
  return strapi.contentTypes[contentType as UID.ContentType]?.info.displayName ?? null;
}
