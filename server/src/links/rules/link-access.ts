import type { Core } from '@strapi/strapi';

import type { Settings } from '../../../../contracts/settings';
import { decrypt } from '../../core/encryption';
import { refuse } from '../../core/errors';
import { localesOf, readsOfLink } from '../../rights/permitted-link';
import type { EntryDocument, Rights } from '../../rights/rights';
import { findEntry } from '../../rights/target';
import { linkUrl } from '../../settings/public-url';
import { linkRows } from '../store/link-rows';
import type { LinkRow } from '../store/link-schema';
import type { ShownLink } from '../store/shown-links';
import { NOT_LOADED, mayReadAll, mayShareAll } from './exposed-paths';
import type { EntryVersions } from './exposed-paths';

/**
 * Who may see, change and end an existing link: everybody who may share its entry, checked on the
 * loaded entry. The maker may always see and end it, and people who may read all links may see it.
 */
export function linkAccess(strapi: Core.Strapi) {
  const rows = linkRows(strapi);

  return {
    entriesOf,
    isMaker,
    addressFor,

    readable: (id: number, rights: Rights) => allowed(id, rights, seesBy(rights)),

    /** Returns true if the person may see the link. */
    sees: async (row: LinkRow, rights: Rights): Promise<boolean> =>
      rights.readsAllLinks || isMaker(row, rights) || manages(row, rights),

    manageable: (id: number, rights: Rights) => allowed(id, rights, (_row, manages) => manages),

    revocable: (id: number, rights: Rights) =>
      allowed(id, rights, (row, manages) => manages || isMaker(row, rights)),

    /** Returns true if the person may read the title of the link's entry. */
    readsTitle(row: LinkRow, rights: Rights, entries: EntryVersions, field: string): boolean {
      const { contentType, entryLocale } = row;
      if (rights.readsTypeField(contentType, field, entryLocale)) return true;
      const entry = entries.get(entryLocale);
      return Boolean(entry) && rights.readsField(contentType, entry as EntryDocument, field);
    },

    /**
     * Refuses people who may not read and share everything that the link opens. With a new address,
     * or by opening more, they could see or publish what they have no right to.
     *
     * @throws Refused `field-not-shareable`, or `not-owner` if only creators may share
     */
    async checkSharesAll(
      row: ShownLink,
      rights: Rights,
      { ownerOnly }: Pick<Settings, 'ownerOnly'>
    ): Promise<void> {
      if (!ownerOnly && sharesAnySuch(row, rights)) return;
      const entries = await entriesOf(row);
      const isOthers = (entry: EntryDocument | null) => entry !== null && !rights.owns(entry);
      if (ownerOnly && [...entries.values()].some(isOthers)) {
        refuse('not-owner', 'Only the creator of an entry may open its links further');
      }
      if (mayShareAll(strapi, rights, row, entries)) return;
      refuse(
        'field-not-shareable',
        'This link shows more than you may read and share, so you can close it but not open it further or see its address'
      );
    },
  };

  /**
   * The full address, for people who may read everything that the link opens. Returns null for
   * others, for a deleted link, and if the app has no key to store addresses. Apart from the
   * addresses of crawlable links, this is the only way to get the address of an existing link.
   */
  function addressFor(
    row: LinkRow,
    rights: Rights,
    entries: EntryVersions,
    settings: Settings
  ): string | null {
    if (row.revokedAt || !mayReadAll(strapi, rights, row, entries)) return null;
    const address = row.slug ?? decrypt(strapi, row.tokenCipher);
    return address && linkUrl(strapi, settings, address);
  }

  /**
   * Returns true if rights on whole types allow everything, so that the entry need not be loaded.
   */
  function sharesAnySuch(row: ShownLink, rights: Rights): boolean {
    const showsEntry = readsOfLink(strapi, row).some(({ isRelated }) => !isRelated);
    return showsEntry && mayShareAll(strapi, rights, row, NOT_LOADED);
  }

  /** Loads the link's entry in each language that the link opens. */
  async function entriesOf(row: ShownLink): Promise<EntryVersions> {
    const entries = new Map<string | null, EntryDocument | null>();
    for (const locale of localesOf(row)) {
      const { contentType, entryDocumentId } = row;
      entries.set(locale, await findEntry(strapi, contentType, entryDocumentId, locale, 'draft'));
    }
    return entries;
  }

  async function manages(row: LinkRow, rights: Rights): Promise<boolean> {
    const { contentType, entryDocumentId, entryLocale } = row;
    const entry = await findEntry(strapi, contentType, entryDocumentId, entryLocale, 'draft');
    return entry
      ? rights.sharesEntry(contentType, entry)
      : rights.sharesWholeTypes.includes(contentType);
  }

  async function allowed(
    id: number,
    rights: Rights,
    test: (row: LinkRow, manages: boolean) => boolean
  ): Promise<LinkRow> {
    const row = await rows.byId(id);
    if (!row) refuse('not-found', 'There is no such link');
    if (!test(row, await manages(row, rights))) {
      // A program owns no link: what it lacks is a permission.
      if (!rights.isPerson && !rights.sharesType(row.contentType)) {
        refuse('not-allowed', rights.whyNot('share', row.contentType));
      }
      refuse('not-owner', 'This link belongs to somebody else');
    }
    return row;
  }
}

const seesBy = (rights: Rights) => (row: LinkRow, isManaged: boolean) =>
  isManaged || rights.readsAllLinks || isMaker(row, rights);

/**
 * Programs and tokens make links, but only a person counts as a maker. The key tells a person from
 * somebody of another site who had the same id.
 */
function isMaker(row: LinkRow, rights: Rights): boolean {
  if (!rights.isPerson || row.sharedById === null || row.sharedById !== rights.actor.id)
    return false;
  return row.makerKey === null || row.makerKey === rights.personKey;
}
