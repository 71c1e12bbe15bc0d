import type { PreviewRules } from '../access/preview-link';

/**
 * The rules of links that are not made yet, while somebody previews them. An address has no room
 * for them, and any node may be asked for the page.
 */
export const previewContentType = {
  schema: {
    kind: 'collectionType' as const,
    collectionName: 'share_link_previews',
    info: { singularName: 'preview', pluralName: 'previews', displayName: 'Share link preview' },
    options: { draftAndPublish: false },
    pluginOptions: {
      'content-manager': { visible: false },
      'content-type-builder': { visible: false },
    },
    config: { attributes: { rules: { hidden: true } } },
    attributes: {
      key: { type: 'string' as const, required: true, private: true, column: { unique: true } },
      rules: { type: 'json' as const, required: true, private: true },
      endsAt: { type: 'datetime' as const, required: true },
    },
  },
};

export interface PreviewRow {
  key: string;
  rules: PreviewRules;
  endsAt: string;
}
