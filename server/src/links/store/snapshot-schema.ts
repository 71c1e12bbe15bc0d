/**
 * The content of links with a snapshot. It has its own table because SQLite reads through a large
 * column to reach those after it, which would slow down every list of links.
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
    // Super admins can read any type through the content manager, so the content is hidden.
    config: { attributes: { content: { hidden: true } } },
    attributes: {
      /** The link's row refers to this key, because ids change when content is imported. */
      key: { type: 'string' as const, required: true, private: true, column: { unique: true } },
      content: { type: 'json' as const, required: true, private: true },
    },
  },
};
