import type { Core, UID } from '@strapi/strapi';

import type { Actor, EndReason } from '../../../../contracts/links';
import { MAX_AT_ONCE } from '../../content/uploads';
import { adminName } from '../../core/admin-name';
import { pause } from '../../core/pause';
import { isLocalized } from '../../schema/localized';
import { emitLinkEvent } from '../changes/events';
import { linkRows } from '../store/link-rows';
import type { Where } from '../store/link-rows';
import type { LinkRow } from '../store/link-schema';
import { LINK_UID } from '../store/link-uid';
import { linkedTypes, liveBatches } from '../store/live-links';
import { recordEvent } from '../store/timeline';

/**
 * Ends links whose entry is deleted, with the reason in their history. A link shows nothing without
 * its entry, but an entry that is created again must not reopen old links.
 */
export function watchOrphanedLinks(strapi: Core.Strapi): void {
  strapi.documents.use(async (context, next) => {
    const result = await next();
    if (context.action === 'delete' && context.uid.startsWith('api::')) {
      const { documentId } = context.params as { documentId: string };
      await endOrphans(strapi, context.uid, { entryDocumentId: documentId });
    }
    return result;
  });

  // Deleting a locale bypasses the document service; only the database layer sees it.
  strapi.db.lifecycles.subscribe({
    async afterDeleteMany({ model, params }) {
      const { locale } = (params.where ?? {}) as { locale?: unknown };
      if (!model.uid.startsWith('api::') || typeof locale !== 'string') return;
      await endOrphans(strapi, model.uid as UID.ContentType, { entryLocale: locale });
    },
  });
}

/**
 * Ends the links whose content type or entry is gone. Runs at each start, because entries can go
 * while the plugin is off, in an import, and when a type loses its drafts or languages.
 */
export async function endOrphanedLinks(strapi: Core.Strapi): Promise<void> {
  const known = Object.keys(strapi.contentTypes);
  for await (const links of liveBatches(strapi, { contentType: { $notIn: known } })) {
    await endLinks(strapi, links, 'type-deleted');
  }
  for (const uid of await linkedTypes(strapi)) {
    for await (const ids of idsWithoutEntry(strapi, uid)) {
      await endOrphans(strapi, uid, { id: { $in: ids } });
    }
  }
}

/** Yields the ids of links whose entry has no row in the link's language, in batches. */
async function* idsWithoutEntry(
  strapi: Core.Strapi,
  uid: UID.ContentType
): AsyncGenerator<number[]> {
  const hasLocales = isLocalized(strapi, uid);
  for (let below: number | null = null; ;) {
    const links = (await strapi.db.query(LINK_UID).findMany({
      where: { contentType: uid, revokedAt: null, ...(below ? { id: { $lt: below } } : {}) },
      select: ['id', 'entryDocumentId', 'entryLocale'],
      orderBy: { id: 'desc' },
      limit: MAX_AT_ONCE,
    })) as Pick<LinkRow, 'id' | 'entryDocumentId' | 'entryLocale'>[];
    // The two tables may differ in their collation, so the database does not compare their texts.
    const there = await strapi.db.query(uid).findMany({
      select: ['documentId', 'locale'],
      where: { documentId: { $in: links.map((link) => link.entryDocumentId) } },
    });
    const keys = new Set<string>();
    for (const { documentId, locale } of there as EntryName[]) {
      keys.add(documentId).add(`${documentId} ${locale}`);
    }
    const orphans = links.filter(({ entryDocumentId, entryLocale }) => {
      const isOneOfMany = hasLocales && entryLocale !== null;
      return !keys.has(isOneOfMany ? `${entryDocumentId} ${entryLocale}` : entryDocumentId);
    });
    if (orphans.length > 0) yield orphans.map(({ id }) => id);
    if (links.length < MAX_AT_ONCE) return;
    below = links.at(-1)!.id;
    await pause();
  }
}

interface EntryName {
  documentId: string;
  locale: string | null;
}

async function endOrphans(strapi: Core.Strapi, uid: UID.ContentType, where: Where): Promise<void> {
  for await (const links of liveBatches(strapi, { ...where, contentType: uid })) {
    await endAmong(strapi, uid, links, 'entryLocale' in where);
  }
}

async function endAmong(
  strapi: Core.Strapi,
  uid: UID.ContentType,
  links: LinkRow[],
  isLocaleGone: boolean
): Promise<void> {
  const documentIds = [...new Set(links.map((link) => link.entryDocumentId))];
  const left = (await strapi.db.query(uid).findMany({
    select: ['documentId', 'locale'],
    where: { documentId: { $in: documentIds } },
  })) as EntryName[];

  const of = (link: LinkRow) => left.filter((row) => row.documentId === link.entryDocumentId);
  const lostEntry = links.filter((link) => of(link).length === 0);
  const lostLocale = links.filter(
    (link) =>
      link.entryLocale !== null &&
      of(link).length > 0 &&
      !of(link).some((row) => row.locale === link.entryLocale)
  );
  await endLinks(strapi, lostEntry, isLocaleGone ? 'locale-deleted' : 'entry-deleted');
  await endLinks(strapi, lostLocale, 'locale-deleted');
}

/** Ends links that nobody has deleted, and tells why in their history. */
export async function endLinks(
  strapi: Core.Strapi,
  links: LinkRow[],
  endReason: EndReason
): Promise<void> {
  const rows = linkRows(strapi);
  const by = currentActor(strapi);
  for (const link of links) {
    const changes = [{ field: 'endReason', from: null, to: endReason }];
    const ended = await strapi.db.transaction(async () => {
      const isOurs = await rows.changeIf(
        { id: link.id, revokedAt: null },
        {
          revokedAt: new Date().toISOString(),
          revokedById: by.id,
          revokedByName: by.name,
          endReason,
          singleKey: null,
          slug: null,
        },
        link
      );
      if (isOurs) await recordEvent(strapi, link, 'revoke', by, changes);
      return isOurs;
    });
    if (!ended) continue;
    await emitLinkEvent(strapi, 'share-link.revoke', (await rows.byId(link.id))!, by, changes);
  }
}

/** The admin user of the current request, or Strapi itself. */
function currentActor(strapi: Core.Strapi): Actor {
  const { user, auth } = (strapi.requestContext.get()?.state ?? {}) as {
    user?: { id: number; firstname?: string };
    auth?: { strategy?: { name?: string } };
  };
  const isAdmin = user && auth?.strategy?.name?.startsWith('admin');
  return isAdmin ? { id: user.id, name: adminName(user) } : { id: null, name: 'Strapi' };
}
