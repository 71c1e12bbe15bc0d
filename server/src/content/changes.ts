import type { Core, UID } from '@strapi/strapi';
import { contentTypes } from '@strapi/utils';

interface Target {
  contentType: string;
  entryDocumentId: string;
  entryLocale: string | null;
}

/**
 * When published entries last changed, as ISO 8601, with one query per type. The returned function
 * answers for one entry: an empty text if the date may not be shown, undefined if the entry has
 * nothing to show.
 */
export async function publishedChanges(
  strapi: Core.Strapi,
  targets: Target[]
): Promise<(target: Target) => string | undefined> {
  const keyOf = (uid: string, id: string, locale?: string | null) => `${uid} ${id} ${locale ?? ''}`;
  const changes = new Map<string, string>();
  for (const uid of new Set(targets.map(({ contentType }) => contentType))) {
    const model = strapi.contentTypes[uid as UID.ContentType];
    if (!model) continue;
    const ids = targets.filter((at) => at.contentType === uid).map((at) => at.entryDocumentId);
    const published = contentTypes.hasDraftAndPublish(model)
      ? { publishedAt: { $notNull: true } }
      : {};
    const rows = (await strapi.db.query(model.uid).findMany({
      where: { documentId: { $in: [...new Set(ids)] }, ...published },
      select: ['documentId', 'locale', 'updatedAt'],
    } as never)) as { documentId: string; locale?: string | null; updatedAt: string | null }[];
    const isPrivate = contentTypes.isPrivateAttribute(model, 'updatedAt');
    for (const { documentId, locale, updatedAt } of rows) {
      const changedAt = isPrivate || !updatedAt ? '' : new Date(updatedAt).toISOString();
      changes.set(keyOf(uid, documentId, locale), changedAt);
    }
  }
  return (at) => changes.get(keyOf(at.contentType, at.entryDocumentId, at.entryLocale));
}
