import type { Core } from '@strapi/strapi';

import type { Settings } from '../../../contracts/settings';
import { readsOf } from '../content/paths';
import type { PathRead } from '../content/paths';
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

    /** Whether the title of the link's entry may be told; its maker has read it before. */
    readsTitle: (row: LinkRow, rights: Rights, entry: EntryDocument | null, field: string) =>
      isMaker(row, rights) ||
      rights.readsTypeField(row.contentType, field, row.entryLocale) ||
      (entry !== null && rights.readsField(row.contentType, entry, field)),

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
      if (row.revokedAt || !(isMaker(row, rights) || readsAllShown(strapi, row, rights, entry)))
        return null;
      const address = row.slug ?? unseal(strapi, row.tokenCipher);
      return address && linkUrl(strapi, settings, address);
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
    const entry = await entryOf(row);
    const manages = entry
      ? rights.sharesEntry(row.contentType, entry)
      : rights.sharesWholeTypes.includes(row.contentType);
    if (!test(row, manages)) {
      refuse('not-owner', 'This link belongs to somebody else');
    }
    return row;
  }
}

function isMaker(row: LinkRow, rights: Rights): boolean {
  return row.sharedById !== null && row.sharedById === rights.actor.id;
}

/** Without the entry at hand only rights that hold for every entry of the type count. */
function readsAllShown(
  strapi: Core.Strapi,
  row: LinkRow,
  rights: Rights,
  entry: EntryDocument | null
): boolean {
  if (entry && !rights.readsEntry(row.contentType, entry)) return false;
  const own = row.fields.flatMap((path) => readsOf(strapi, row.contentType, path));
  const below = Object.entries(row.childFields ?? {}).flatMap(([uid, paths]) =>
    paths.flatMap((path) => readsOf(strapi, uid, path))
  );
  const readsAll = ({ uid, path }: PathRead) =>
    [row.entryLocale, ...(row.extraLocales ?? [])].every((locale) =>
      rights.readsTypeField(uid, path, locale)
    );
  const isOwn = ({ uid }: PathRead) => entry !== null && uid === row.contentType;
  return (
    own.every((read) =>
      isOwn(read) ? rights.readsField(read.uid, entry as EntryDocument, read.path) : readsAll(read)
    ) && below.every(readsAll)
  );
}
