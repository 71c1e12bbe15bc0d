import type { Core } from '@strapi/strapi';

import type { Settings } from '../../../contracts/settings';
import { permissionOf } from '../content/paths';
import { refuse } from '../errors';
import { linkUrl } from '../settings/public-url';
import type { EntryDocument, Rights } from './rights';
import type { LinkRow } from './schema';
import { unseal } from './seal';
import { linkRows } from './store';
import { findEntry } from './target';

/**
 * Who may see, change and end a link that exists: whoever may share its entry, judged on the real
 * document. Its maker may always see and end it, and those who read all links may see it.
 */
export function linkAccess(strapi: Core.Strapi) {
  const rows = linkRows(strapi);

  return {
    entryOf,
    isMaker,

    readable: (id: number, rights: Rights) =>
      allowed(
        id,
        rights,
        (row, manages) => manages || rights.readsAllLinks || isMaker(row, rights)
      ),

    manageable: (id: number, rights: Rights) => allowed(id, rights, (_row, manages) => manages),

    revocable: (id: number, rights: Rights) =>
      allowed(id, rights, (row, manages) => manages || isMaker(row, rights)),

    /**
     * The full address, for those who may read all that it opens; null for everybody else, once
     * the link is deleted, and where the app has no key to keep it.
     */
    addressFor(
      row: LinkRow,
      rights: Rights,
      entry: EntryDocument | null,
      settings: Settings
    ): string | null {
      if (row.revokedAt || !(isMaker(row, rights) || readsAllShown(row, rights, entry)))
        return null;
      const token = unseal(strapi, row.tokenCipher);
      return token && linkUrl(strapi, settings, token);
    },
  };

  async function entryOf(row: LinkRow | null): Promise<EntryDocument | null> {
    if (!row) return null;
    return findEntry(strapi, row.contentType, row.entryDocumentId, row.entryLocale, 'draft');
  }

  async function allowed(
    id: number,
    rights: Rights,
    test: (row: LinkRow, manages: boolean) => boolean
  ): Promise<LinkRow> {
    const row = await rows.byId(id);
    if (!row) refuse('not-found', 'There is no such link');
    const entry = (await entryOf(row)) ?? goneEntry(row);
    if (!test(row, rights.sharesEntry(row.contentType, entry))) {
      refuse('not-owner', 'This link belongs to somebody else');
    }
    return row;
  }
}

function isMaker(row: LinkRow, rights: Rights): boolean {
  return row.sharedById !== null && row.sharedById === rights.actor.id;
}

function readsAllShown(row: LinkRow, rights: Rights, entry: EntryDocument | null): boolean {
  const document = entry ?? goneEntry(row);
  const permissions = new Set(row.fields.map(permissionOf));
  return (
    rights.readsEntry(row.contentType, document) &&
    [...permissions].every((path) => rights.readsField(row.contentType, document, path))
  );
}

/** Stands for an entry that is not at hand: no condition of a role holds for it. */
function goneEntry(row: LinkRow): EntryDocument {
  return { documentId: row.entryDocumentId };
}
