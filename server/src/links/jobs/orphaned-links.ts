import type { Core, UID } from '@strapi/strapi';

import type { Actor, EndReason } from '../../../../contracts/links';
import { adminName } from '../../core/admin-name';
import { emitLinkEvent } from '../changes/events';
import { linkRows } from '../store/link-rows';
import type { Where } from '../store/link-rows';
import type { LinkRow } from '../store/link-schema';
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

/** Ends the links of content types that the app no longer has. Runs at each start. */
export async function endLinksOfLostTypes(strapi: Core.Strapi): Promise<void> {
  const known = Object.keys(strapi.contentTypes);
  const where = { revokedAt: null, contentType: { $notIn: known } };
  await end(strapi, await linkRows(strapi).find(where), 'type-deleted');
}

async function endOrphans(strapi: Core.Strapi, uid: UID.ContentType, where: Where): Promise<void> {
  const links = await linkRows(strapi).find({ ...where, contentType: uid, revokedAt: null });
  if (links.length === 0) return;

  const documentIds = [...new Set(links.map((link) => link.entryDocumentId))];
  const left = (await strapi.db.query(uid).findMany({
    select: ['documentId', 'locale'],
    where: { documentId: { $in: documentIds } },
  })) as { documentId: string; locale: string | null }[];

  const of = (link: LinkRow) => left.filter((row) => row.documentId === link.entryDocumentId);
  const lostEntry = links.filter((link) => of(link).length === 0);
  const lostLocale = links.filter(
    (link) =>
      link.entryLocale !== null &&
      of(link).length > 0 &&
      !of(link).some((row) => row.locale === link.entryLocale)
  );
  const isLocaleGone = 'entryLocale' in where;
  await end(strapi, lostEntry, isLocaleGone ? 'locale-deleted' : 'entry-deleted');
  await end(strapi, lostLocale, 'locale-deleted');
}

async function end(strapi: Core.Strapi, links: LinkRow[], endReason: EndReason): Promise<void> {
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
      if (isOurs) await recordEvent(strapi, link.id, 'revoke', by, changes);
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
