/**
 * The places that visitors of pages have taken on links with a limit. A proof of a place is good
 * while its row names it, until the visitor comes back and gets a proof that needs no row.
 */
export const placeContentType = {
  schema: {
    kind: 'collectionType' as const,
    collectionName: 'share_link_places',
    info: { singularName: 'place', pluralName: 'places', displayName: 'Share link place' },
    options: { draftAndPublish: false },
    pluginOptions: {
      'content-manager': { visible: false },
      'content-type-builder': { visible: false },
    },
    config: { attributes: { viewer: { hidden: true }, network: { hidden: true } } },
    indexes: [
      {
        name: 'share_link_places_link_idx',
        columns: ['link_document_id', 'network'],
        type: null,
      },
      { name: 'share_link_places_taken_idx', columns: ['taken_at'], type: null },
    ],
    attributes: {
      /** The link, by its document id: an import gives it another `id`. */
      linkDocumentId: { type: 'string' as const, required: true },
      /** The random name in the visitor's proof. */
      viewer: {
        type: 'string' as const,
        required: true,
        private: true,
        column: { unique: true },
      },
      /** A keyed hash, deleted once the visitor has come back or the place can't pass on any more. */
      network: { type: 'string' as const, private: true },
      isConfirmed: { type: 'boolean' as const, required: true },
      /** Milliseconds since 1970. */
      takenAt: { type: 'biginteger' as const, required: true },
    },
  },
};
