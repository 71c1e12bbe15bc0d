/**
 * Every readable address ever given to a link. Rows are never deleted, so an address that somebody
 * bookmarked can't open the entry of somebody else one day.
 */
export const slugContentType = {
  schema: {
    kind: 'collectionType' as const,
    collectionName: 'share_link_slugs',
    info: { singularName: 'slug', pluralName: 'slugs', displayName: 'Share link slug' },
    options: { draftAndPublish: false },
    pluginOptions: {
      'content-manager': { visible: false },
      'content-type-builder': { visible: false },
    },
    attributes: {
      slug: { type: 'string' as const, required: true, column: { unique: true } },
      contentType: { type: 'string' as const, required: true },
      entryDocumentId: { type: 'string' as const, required: true },
    },
  },
};
