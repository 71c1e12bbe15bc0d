/**
 * The content that links with a snapshot keep. It has a table of its own, since SQLite reads through
 * a large column to get at those behind it, and a list of links would wait for all that they keep.
 */
export const snapshotContentType = {
  schema: {
    kind: 'collectionType' as const,
    collectionName: 'share_link_snapshots',
    info: { singularName: 'snapshot', pluralName: 'snapshots', displayName: 'Share link snapshot' },
    options: { draftAndPublish: false },
    pluginOptions: {
      'content-manager': { visible: false },
      'content-type-builder': { visible: false },
    },
    // Super admins may ask the content manager for any type, hidden ones too.
    config: { attributes: { content: { hidden: true } } },
    attributes: {
      /** What the link's row knows it by; ids change when content is imported. */
      key: { type: 'string' as const, required: true, private: true, column: { unique: true } },
      content: { type: 'json' as const, required: true, private: true },
    },
  },
};
