import type { Core } from '@strapi/strapi';

import type { Settings } from '../../../../contracts/settings';
import { decrypt } from '../../core/encryption';
import { refuse } from '../../core/errors';
import { localesOf, readsOfLink } from '../../rights/permitted-link';
import type { EntryDocument, Rights } from '../../rights/rights';
import { findEntry } from '../../rights/target';
import { linkUrl } from '../../settings/public-url';
import { getSettings } from '../../settings/service';
import { linkRows } from '../store/link-rows';
import type { LinkRow } from '../store/link-schema';
import type { ShownLink } from '../store/shown-links';
import { NOT_LOADED, mayReadAll, mayShareAll } from './exposed-paths';
import type { EntryVersions } from './exposed-paths';

/**
 * Who may see, change and end a link that exists: whoever may share its entry, judged on the real
 * document. Its maker may always see and end it, and those who read all links may see it.
 */
export function linkAccess(strapi: Core.Strapi) {
  const rows = linkRows(strapi);

  return {
    entriesOf,
    isMaker,
    addressFor,

    readable: (id: number, rights: Rights) =>
      allowed(
        id,
        rights,
        (row, manages) => manages || rights.readsAllLinks || isMaker(row, rights)
      ),

    manageable: (id: number, rights: Rights) => allowed(id, rights, (_row, manages) => manages),

    revocable: (id: number, rights: Rights) =>
      allowed(id, rights, (row, manages) => manages || isMaker(row, rights)),

    /** Whether the title of the link's entry may be told. */
    readsTitle(row: LinkRow, rights: Rights, entries: EntryVersions, field: string): boolean {
      const { contentType, entryLocale } = row;
      if (rights.readsTypeField(contentType, field, entryLocale)) return true;
      const entry = entries.get(entryLocale);
      return Boolean(entry) && rights.readsField(contentType, entry as EntryDocument, field);
    },

    /**
     * Refuses who may not read and share all that the link opens: by a new address, or by opening
     * more, they would learn or make public what is not theirs to.
     *
     * @throws Refused `field-not-shareable`, or `not-owner` where only creators share
     */
    async checkSharesAll(row: ShownLink, rights: Rights): Promise<void> {
      const { ownerOnly } = await getSettings(strapi);
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
   * The full address, for those who may read all that it opens; null for everybody else, once the
   * link is deleted, and where the app has no key to keep it. No address of a link that exists
   * leaves the plugin by another way, but for those that search engines may have.
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

  /** Whether rights that hold for every entry of its types leave nothing to ask of the entry. */
  function sharesAnySuch(row: ShownLink, rights: Rights): boolean {
    const showsEntry = readsOfLink(strapi, row).some(({ isRelated }) => !isRelated);
    return showsEntry && mayShareAll(strapi, rights, row, NOT_LOADED);
  }

  /** The link's entry in each language that the link opens. */
  async function entriesOf(row: ShownLink): Promise<EntryVersions> {
    const entries = new Map<string | null, EntryDocument | null>();
    for (const locale of localesOf(row)) {
      const { contentType, entryDocumentId } = row;
      entries.set(locale, await findEntry(strapi, contentType, entryDocumentId, locale, 'draft'));
    }
    return entries;
  }

  async function allowed(
    id: number,
    rights: Rights,
    test: (row: LinkRow, manages: boolean) => boolean
  ): Promise<LinkRow> {
    const row = await rows.byId(id);
    if (!row) refuse('not-found', 'There is no such link');
    const { contentType, entryDocumentId, entryLocale } = row;
    const entry = await findEntry(strapi, contentType, entryDocumentId, entryLocale, 'draft');
    const manages = entry
      ? rights.sharesEntry(contentType, entry)
      : rights.sharesWholeTypes.includes(contentType);
    if (!test(row, manages)) {
      refuse('not-owner', 'This link belongs to somebody else');
    }
    return row;
  }
}

/** Programs and tokens make links, but are nobody to come back to them. */
function isMaker(row: LinkRow, rights: Rights): boolean {
  return rights.isPerson && row.sharedById !== null && row.sharedById === rights.actor.id;
}
