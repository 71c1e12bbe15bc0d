/** The events of each link, for its timeline. Rows are only added, never changed. */
export const eventContentType = {
  schema: {
    kind: 'collectionType' as const,
    collectionName: 'share_link_events',
    info: { singularName: 'event', pluralName: 'events', displayName: 'Share link event' },
    options: { draftAndPublish: false },
    pluginOptions: {
      'content-manager': { visible: false },
      'content-type-builder': { visible: false },
    },
    // With these indexes, a page of a long timeline needs no sort, and rare types need no full
    // scan.
    indexes: [
      { name: 'share_link_events_link_idx', columns: ['link_id', 'id'], type: null },
      { name: 'share_link_events_type_idx', columns: ['link_id', 'type', 'id'], type: null },
    ],
    attributes: {
      linkId: { type: 'integer' as const, required: true },
      type: { type: 'string' as const, required: true },
      actorId: { type: 'integer' as const },
      actorName: { type: 'string' as const, required: true },
      changes: { type: 'json' as const, required: true },
    },
  },
};
