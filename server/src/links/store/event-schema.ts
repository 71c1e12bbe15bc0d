export const EVENT_TABLE = 'share_link_events';

/** The events of each link, for its timeline. Rows are only added, never changed. */
export const eventContentType = {
  schema: {
    kind: 'collectionType' as const,
    collectionName: EVENT_TABLE,
    info: { singularName: 'event', pluralName: 'events', displayName: 'Share link event' },
    options: { draftAndPublish: false },
    pluginOptions: {
      'content-manager': { visible: false },
      'content-type-builder': { visible: false },
    },
    // With these indexes, a page of a long timeline needs no sort, and rare types need no full
    // scan.
    indexes: [
      { name: 'share_link_events_link_idx', columns: ['link_document_id', 'id'], type: null },
      {
        name: 'share_link_events_type_idx',
        columns: ['link_document_id', 'type', 'id'],
        type: null,
      },
    ],
    attributes: {
      /** The link, by its document id: an import gives it another `id`. */
      linkDocumentId: { type: 'string' as const, required: true },
      type: { type: 'string' as const, required: true },
      actorId: { type: 'integer' as const },
      actorName: { type: 'string' as const, required: true },
      changes: { type: 'json' as const, required: true },
    },
  },
};
