/**
 * Every slug that a link ever had. Rows are never deleted, so a bookmarked address can't open
 * another person's entry one day.
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
