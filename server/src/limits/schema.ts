export const COUNT_UID = 'plugin::share-links.count';

/** The counts of the limits if `limiterStore` is `database`. Each is deleted after its window. */
export const countContentType = {
  schema: {
    kind: 'collectionType' as const,
    collectionName: 'share_link_counts',
    info: { singularName: 'count', pluralName: 'counts', displayName: 'Share link count' },
    options: { draftAndPublish: false },
    pluginOptions: {
      'content-manager': { visible: false },
      'content-type-builder': { visible: false },
    },
    indexes: [{ name: 'share_link_counts_ends_idx', columns: ['ends_at'], type: null }],
    attributes: {
      /** A keyed hash of link and client. */
      name: {
        type: 'string' as const,
        required: true,
        private: true,
        column: { unique: true },
      },
      points: { type: 'integer' as const, required: true },
      /** Milliseconds since 1970. */
      endsAt: { type: 'biginteger' as const, required: true },
    },
  },
};
